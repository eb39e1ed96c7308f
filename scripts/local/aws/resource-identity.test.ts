import { describe, expect, it } from 'vitest';
import { identityOf } from './resource-identity.ts';

const place = {
  account: '000000000000',
  region: 'us-east-1',
  endpoint: 'http://127.0.0.1:4566',
  stack: 'Web',
  logicalId: 'It',
};
const identity = (type: string, properties: Record<string, string> = {}) =>
  identityOf(type, place, (name) => properties[name]);

describe('what CloudFormation answers for a resource', () => {
  it.each([
    [
      'AWS::CloudFront::Function',
      { Name: 'headers' },
      'arn:aws:cloudfront::000000000000:function/headers',
      { FunctionARN: 'arn:aws:cloudfront::000000000000:function/headers' },
    ],
    ['AWS::IAM::ManagedPolicy', { ManagedPolicyName: 'p' }, 'arn:aws:iam::000000000000:policy/p', {}],
    [
      'AWS::Logs::LogGroup',
      { LogGroupName: '/l' },
      '/l',
      { Arn: 'arn:aws:logs:us-east-1:000000000000:log-group:/l:*' },
    ],
    [
      'AWS::SES::EmailIdentity',
      { EmailIdentity: 'a.example' },
      'a.example',
      { Arn: 'arn:aws:ses:us-east-1:000000000000:identity/a.example' },
    ],
    [
      'AWS::SES::ConfigurationSet',
      {},
      'Web-It',
      { Arn: 'arn:aws:ses:us-east-1:000000000000:configuration-set/Web-It' },
    ],
    ['AWS::SNS::Topic', { TopicName: 't' }, 'arn:aws:sns:us-east-1:000000000000:t', { TopicName: 't' }],
    [
      'AWS::Scheduler::Schedule',
      { Name: 's' },
      's',
      { Arn: 'arn:aws:scheduler:us-east-1:000000000000:schedule/default/s' },
    ],
    ['AWS::Events::Rule', { Name: 'r' }, 'r', { Arn: 'arn:aws:events:us-east-1:000000000000:rule/r' }],
    ['AWS::CloudWatch::Alarm', { AlarmName: 'a' }, 'a', { Arn: 'arn:aws:cloudwatch:us-east-1:000000000000:alarm:a' }],
    ['AWS::ApiGatewayV2::Stage', { StageName: '$default' }, '$default', {}],
    ['Custom::Anything', {}, 'Web-It', {}],
  ])('%s', (type, properties, physicalId, attributes) => {
    const found = identity(type, properties);
    expect(found.physicalId).toBe(physicalId);
    expect(found.attributes).toMatchObject(attributes);
  });

  it.each([
    ['AWS::CloudFront::Distribution', /^E[A-Z0-9]{13}$/],
    ['AWS::CloudFront::ResponseHeadersPolicy', /^[a-z0-9]{20}$/],
    ['AWS::CloudFront::OriginAccessControl', /^[a-z0-9]{14}$/],
    ['AWS::ApiGatewayV2::Route', /^[a-z0-9]{7}$/],
    ['AWS::Lambda::EventSourceMapping', /^[0-9a-f-]{36}$/],
    ['AWS::SecretsManager::Secret', /^arn:aws:secretsmanager:us-east-1:000000000000:secret:Web-It-[a-z0-9]{6}$/],
  ])('%s has an id of its own, the same every time', (type, shape) => {
    expect(identity(type).physicalId).toMatch(shape);
    expect(identity(type)).toEqual(identity(type));
  });

  it('names a web ACL by name, id and scope', () => {
    const acl = identity('AWS::WAFv2::WebACL', { Name: 'edge', Scope: 'CLOUDFRONT' });
    expect(acl.physicalId).toMatch(/^edge\|[0-9a-f-]{36}\|CLOUDFRONT$/);
    expect(acl.arn).toMatch(/^arn:aws:wafv2:us-east-1:000000000000:global\/webacl\/edge\//);
    expect(identity('AWS::WAFv2::WebACL').arn).toContain(':regional/webacl/Web-It/');
  });

  it('sends API callers to the endpoint of the local cloud', () => {
    expect(identity('AWS::ApiGatewayV2::Api').attributes.ApiEndpoint).toBe('http://127.0.0.1:4566');
  });

  it('gives table streams an ARN below the table', () => {
    const table = identity('AWS::DynamoDB::Table', { TableName: 'app' });
    expect(table.attributes.StreamArn).toMatch(/^arn:aws:dynamodb:us-east-1:000000000000:table\/app\/stream\//);
  });
});
