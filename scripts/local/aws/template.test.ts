import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadDeployment, type Resource } from './template.ts';
import { ACCOUNT, ENDPOINT, OPTIONS, REGION, removeScratch, scratch, synthSampleApp } from './testing/sample-app.ts';

afterAll(removeScratch);

const folder = synthSampleApp();
const deployment = loadDeployment(folder, OPTIONS);
const one = (type: string, logicalId = ''): Resource => {
  const found = deployment.ofType(type).find((resource) => resource.logicalId.startsWith(logicalId));
  if (!found) throw new Error(`no ${type} ${logicalId}`);
  return found;
};

describe('a synthesized CDK app', () => {
  it('resolves the variables of a function across stacks', () => {
    expect(one('AWS::Lambda::Function').properties).toMatchObject({
      FunctionName: 'fairlead-local-goals-api',
      Role: `arn:aws:iam::${ACCOUNT}:role/fairlead-local-goals-api`,
      Environment: {
        Variables: {
          APP_TABLE: 'app-local',
          BUS_NAME: 'fairlead-local',
          FILES_BUCKET: 'data-files8e6940b8',
          QUEUE_URL: `${ENDPOINT}/${ACCOUNT}/goals-on-company-created`,
        },
      },
    });
  });

  it('gives each resource the Ref and the ARN that AWS writes', () => {
    const arnPart = `${REGION}:${ACCOUNT}`;
    const identities = [
      [
        'AWS::Lambda::Function',
        'Api',
        'fairlead-local-goals-api',
        `arn:aws:lambda:${arnPart}:function:fairlead-local-goals-api`,
      ],
      ['AWS::DynamoDB::GlobalTable', '', 'app-local', `arn:aws:dynamodb:${arnPart}:table/app-local`],
      [
        'AWS::SQS::Queue',
        'Dead',
        `${ENDPOINT}/${ACCOUNT}/Goals-DeadB2807C34`,
        `arn:aws:sqs:${arnPart}:Goals-DeadB2807C34`,
      ],
      ['AWS::S3::Bucket', '', 'data-files8e6940b8', 'arn:aws:s3:::data-files8e6940b8'],
      ['AWS::Events::EventBus', '', 'fairlead-local', `arn:aws:events:${arnPart}:event-bus/fairlead-local`],
      [
        'AWS::Events::Rule',
        '',
        'goals-on-company-created',
        `arn:aws:events:${arnPart}:rule/fairlead-local/goals-on-company-created`,
      ],
      [
        'AWS::StepFunctions::StateMachine',
        '',
        `arn:aws:states:${arnPart}:stateMachine:goals-pull`,
        `arn:aws:states:${arnPart}:stateMachine:goals-pull`,
      ],
      ['AWS::KMS::Alias', '', 'alias/fairlead-local', `arn:aws:kms:${arnPart}:alias/fairlead-local`],
      ['AWS::IAM::Policy', 'ApiRole', 'ApiRoleDefaultPolicyCFEBAD31', ''],
    ] as const;
    for (const [type, logicalId, physicalId, arn] of identities) {
      expect(one(type, logicalId), type).toMatchObject({ physicalId, arn });
    }
    expect(one('AWS::KMS::Key').physicalId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(one('AWS::ApiGatewayV2::Api').physicalId).toMatch(/^[a-z0-9]{10}$/);
  });

  it('wires routes, mappings and rule targets to one another by those names', () => {
    const api = one('AWS::ApiGatewayV2::Api');
    const integration = one('AWS::ApiGatewayV2::Integration');
    expect(integration.properties).toMatchObject({
      ApiId: api.physicalId,
      IntegrationUri: one('AWS::Lambda::Function').arn,
    });
    expect(one('AWS::ApiGatewayV2::Route').properties.Target).toBe(`integrations/${integration.physicalId}`);
    const target = one('AWS::SQS::Queue', 'OnCompanyCreated');
    expect(one('AWS::Lambda::EventSourceMapping').properties.EventSourceArn).toBe(target.arn);
    expect(one('AWS::Events::Rule').properties.Targets).toMatchObject([{ Arn: target.arn }]);
    expect(String(one('AWS::StepFunctions::StateMachine').properties.DefinitionString)).toContain(
      one('AWS::Lambda::Function').arn,
    );
  });

  it('finds resources by type, physical id and ARN', () => {
    const fn = one('AWS::Lambda::Function');
    expect(deployment.byPhysicalId('AWS::Lambda::Function', 'fairlead-local-goals-api')).toBe(fn);
    expect(deployment.byArn(fn.arn)).toBe(fn);
    expect(deployment.byArn('')).toBeUndefined();
    expect(deployment.byPhysicalId('AWS::Lambda::Function', 'other')).toBeUndefined();
    expect(deployment.ofType('AWS::EC2::Instance')).toEqual([]);
  });

  it('gives the same ids at every load', () => {
    expect(loadDeployment(folder, OPTIONS).resources).toEqual(deployment.resources);
  });

  it('finds the bundle of a function', () => {
    const bundle = deployment.functionBundle(one('AWS::Lambda::Function'));
    expect(existsSync(join(bundle, 'index.mjs'))).toBe(true);
  });
});

describe('functions without a usable bundle', () => {
  const fn = one('AWS::Lambda::Function');
  it.each([
    [{ ZipFile: 'inline' }, 'Goals/ApiF70053CD: Code.S3Key is missing'],
    [{ S3Key: 'gone.zip' }, 'no asset is published as gone.zip'],
  ])('%j is refused', (Code, message) => {
    expect(() => deployment.functionBundle({ ...fn, properties: { Code } })).toThrow(message);
  });

  it('an asset folder without index.mjs, or a stack without a manifest, asks for bundling or synthesis', () => {
    const dir = synthSampleApp();
    const own = loadDeployment(dir, OPTIONS);
    rmSync(join(own.functionBundle(fn), 'index.mjs'));
    expect(() => own.functionBundle(fn)).toThrow('holds no index.mjs');
    rmSync(join(dir, 'Goals.assets.json'));
    expect(() => own.functionBundle(fn)).toThrow('Goals.assets.json is missing');
  });
});

describe('folders without usable templates', () => {
  it('refuses a folder without templates and a broken template', () => {
    const dir = scratch();
    mkdirSync(join(dir, 'empty'));
    expect(() => loadDeployment(join(dir, 'empty'), OPTIONS)).toThrow('synthesize the stage first');
    writeFileSync(join(dir, 'Broken.template.json'), '{');
    expect(() => loadDeployment(dir, OPTIONS)).toThrow('Broken.template.json is not valid JSON');
  });
});
