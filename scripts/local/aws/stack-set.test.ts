import { CfnOutput, CfnParameter, CfnResource, Fn, Stack } from 'aws-cdk-lib';
import { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { loadDeployment } from './template.ts';
import {
  ACCOUNT,
  ENDPOINT,
  OPTIONS,
  REGION,
  removeScratch,
  sampleStack,
  writeTemplates,
} from './testing/sample-app.ts';

afterAll(removeScratch);

const load = (templates: Record<string, unknown>) => loadDeployment(writeTemplates(templates), OPTIONS);
const queue = (QueueName: unknown) => ({ Type: 'AWS::SQS::Queue', Properties: { QueueName } });

describe('names and values from anywhere in the templates', () => {
  it('cuts default names to what the service allows and keeps them apart', () => {
    const { stack, synth } = sampleStack('A-stack-with-a-name-that-goes-on-and-on-for-very-long');
    const many = ['One', 'Two'].map((id) => new CfnResource(stack, `BucketNumber${id}`, { type: 'AWS::S3::Bucket' }));
    const names = loadDeployment(synth(), OPTIONS)
      .ofType('AWS::S3::Bucket')
      .map(({ physicalId }) => physicalId);
    expect(names).toHaveLength(many.length);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]{3,63}$/);
  });

  it('keeps FIFO queues FIFO', () => {
    const { stack, synth } = sampleStack();
    new Queue(stack, 'Ordered', { fifo: true });
    expect(loadDeployment(synth(), OPTIONS).ofType('AWS::SQS::Queue')[0]?.physicalId).toMatch(/\.fifo$/);
  });

  it('resolves names built from names of other stacks, chained exports and parameters with a default', () => {
    const { app, stack, synth } = sampleStack('First');
    const size = new CfnParameter(stack, 'Size', { default: 'small' });
    const first = new CfnQueue(stack, 'A', { queueName: Fn.join('-', ['jobs', size.valueAsString]) });
    new CfnOutput(stack, 'Name', { value: first.attrQueueName, exportName: 'first-name' });
    const second = new Stack(app, 'Second', { env: { account: ACCOUNT, region: REGION } });
    new CfnOutput(second, 'Again', { value: Fn.importValue('first-name'), exportName: 'second-name' });
    new CfnQueue(second, 'B', { queueName: Fn.join('-', [Fn.importValue('second-name'), 'dead']) });
    const arns = loadDeployment(synth(), OPTIONS)
      .ofType('AWS::SQS::Queue')
      .map(({ arn }) => arn.split(':').pop());
    expect(arns).toEqual(['jobs-small', 'jobs-small-dead']);
  });

  it('keeps only the resources and outputs whose condition holds', () => {
    const Conditions = {
      Here: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, REGION] },
      There: { 'Fn::Not': [{ 'Fn::Equals': [1, 1] }] },
    };
    const Resources = { A: { ...queue('a'), Condition: 'Here' }, B: { ...queue('b'), Condition: 'There' } };
    const Outputs = { No: { Value: 'x', Export: { Name: 'gone' }, Condition: 'There' } };
    expect(load({ S: { Conditions, Resources } }).resources.map(({ logicalId }) => logicalId)).toEqual(['A']);
    const importing = { Resources: { C: queue({ 'Fn::ImportValue': 'gone' }) } };
    expect(() => load({ S: { Conditions, Outputs }, T: importing })).toThrow('no stack exports gone');
  });

  it('resolves mappings and pseudo parameters', () => {
    const Mappings = { Sizes: { [REGION]: { queue: 'large' } } };
    const name = { 'Fn::FindInMap': ['Sizes', { Ref: 'AWS::Region' }, 'queue'] };
    const parts = ['AWS::StackName', 'AWS::AccountId', 'AWS::Partition', 'AWS::URLSuffix', 'AWS::StackId'];
    const Tags = parts.map((Ref) => ({ Key: Ref, Value: { Ref } }));
    const loaded = load({
      S: { Mappings, Resources: { Q: { Type: 'AWS::SQS::Queue', Properties: { QueueName: name, Tags } } } },
    });
    expect(loaded.resources[0]?.physicalId).toBe(`${ENDPOINT}/${ACCOUNT}/large`);
    const values = loaded.resources.flatMap(({ properties }) => properties.Tags as { Value: string }[]);
    expect(values.map(({ Value }) => Value)).toEqual([
      'S',
      ACCOUNT,
      'aws',
      'amazonaws.com',
      `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/S/local`,
    ]);
  });
});

describe('templates that cannot be hosted', () => {
  const referring = (value: unknown) => ({ S: { Resources: { Q: queue(value) } } });
  it.each([
    ['an unknown function', referring({ 'Fn::Cidr': [] }), 'S/Q.Properties.QueueName: Fn::Cidr is not a function'],
    ['an unknown reference', referring({ Ref: 'Nothing' }), 'S/Q.Properties.QueueName: Ref Nothing is neither'],
    ['an unknown resource', referring({ 'Fn::GetAtt': ['Nothing', 'Arn'] }), 'GetAtt of Nothing: no such resource'],
    [
      'an unknown pseudo parameter',
      referring({ Ref: 'AWS::NotificationARNs' }),
      'no pseudo parameter AWS::NotificationARNs',
    ],
    ['an unknown export', referring({ 'Fn::ImportValue': 'x' }), 'S/Q.Properties.QueueName: no stack exports x'],
    ['an unknown mapping', referring({ 'Fn::FindInMap': ['a', 'b', 'c'] }), 'no mapping a.b.c'],
    ['an unknown condition', referring({ 'Fn::If': ['Odd', 1, 2] }), 'no condition Odd'],
  ])('%s is named with stack, resource and path', (_, templates, message) => {
    expect(() => load(templates)).toThrow(message);
  });

  it('refuses an attribute the type does not have', () => {
    const Resources = { A: queue('a'), B: queue({ 'Fn::GetAtt': ['A', 'Color'] }) };
    expect(() => load({ S: { Resources } })).toThrow('no attribute Color of AWS::SQS::Queue (A)');
  });

  it('refuses a name that depends on itself', () => {
    const Resources = { A: queue({ 'Fn::GetAtt': ['B', 'Arn'] }), B: queue({ Ref: 'A' }) };
    expect(() => load({ S: { Resources } })).toThrow('Circular dependency: S/A -> S/B -> S/A');
  });

  it('refuses resources that wait for each other, through properties or DependsOn', () => {
    const waiting = (next: string) => ({ Type: 'AWS::SQS::Queue', Properties: { Tags: [{ Ref: next }] } });
    expect(() => load({ S: { Resources: { A: waiting('B'), B: waiting('A') } } })).toThrow('Circular dependency');
    const depending = (next: string) => ({ Type: 'AWS::SQS::Queue', DependsOn: next });
    expect(() => load({ S: { Resources: { A: depending('B'), B: depending('A') } } })).toThrow('S/A -> S/B -> S/A');
  });

  it('refuses exports that import each other and exports declared twice', () => {
    const output = (from: string, to: string) => ({
      Outputs: { O: { Value: { 'Fn::ImportValue': from }, Export: { Name: to } } },
    });
    const circle = { A: output('b', 'a'), B: output('a', 'b'), C: referring({ 'Fn::ImportValue': 'a' }).S };
    expect(() => load(circle)).toThrow('Circular dependency: export a -> export b -> export a');
    expect(() => load({ A: output('x', 'a'), B: output('y', 'a'), C: circle.C })).toThrow('A/O exports a already');
  });

  it('refuses two resources of one name', () => {
    const Resources = { A: queue('jobs'), B: queue('jobs') };
    expect(() => load({ S: { Resources } })).toThrow(`S/A and S/B are both arn:aws:sqs:${REGION}:${ACCOUNT}:jobs`);
  });
});
