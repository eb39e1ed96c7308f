import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';

export const ACCOUNT = '000000000000';
export const REGION = 'us-east-1';
export const ENDPOINT = 'http://127.0.0.1:4566';
export const OPTIONS = { account: ACCOUNT, region: REGION, endpoint: ENDPOINT };

const made: string[] = [];

/** A new empty folder under the system's temp dir, gone after `removeScratch`. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fairlead-aws-'));
  made.push(folder);
  return folder;
}

/** Removes the folders of this run: for `afterAll` of every suite that synthesizes. */
export function removeScratch(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
}

/** A folder of hand-written templates, for shapes CDK does not write itself. */
export function writeTemplates(templates: Record<string, unknown>): string {
  const dir = scratch();
  for (const [stack, template] of Object.entries(templates)) {
    writeFileSync(join(dir, `${stack}.template.json`), JSON.stringify(template));
  }
  return dir;
}

/** A stack of its own app with the fixed environment every stage has; `synth` answers the folder of templates. */
export function sampleStack(name = 'Sample'): { app: App; stack: Stack; synth: () => string } {
  const app = new App({ outdir: scratch() });
  const stack = new Stack(app, name, { env: { account: ACCOUNT, region: REGION } });
  return { app, stack, synth: () => app.synth().directory };
}

/** A folder as the bundler leaves it: `index.mjs` exporting `handler`. */
export function bundleFolder(): string {
  const folder = join(scratch(), 'bundle');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = async () => ({ statusCode: 204 });\n');
  return folder;
}

/** The shape of the product in two stacks: data (table, bucket, key, bus, data role) and one feature that imports it. */
export function synthSampleApp(): string {
  const app = new App({ outdir: scratch() });
  const env = { account: ACCOUNT, region: REGION };
  const data = new Stack(app, 'Data', { env });
  const table = new TableV2(data, 'App', {
    tableName: 'app-local',
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    dynamoStream: StreamViewType.NEW_IMAGE,
    globalSecondaryIndexes: [
      {
        indexName: 'gsi1',
        partitionKey: { name: 'gsi1pk', type: AttributeType.STRING },
        sortKey: { name: 'gsi1sk', type: AttributeType.STRING },
      },
    ],
  });
  const files = new Bucket(data, 'Files', { removalPolicy: RemovalPolicy.DESTROY });
  const key = new Key(data, 'Secrets', { alias: 'alias/fairlead-local' });
  const bus = new EventBus(data, 'Bus', { eventBusName: 'fairlead-local' });

  const feature = new Stack(app, 'Goals', { env });
  const role = new iam.Role(feature, 'ApiRole', {
    roleName: 'fairlead-local-goals-api',
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      logs: new iam.PolicyDocument({
        statements: [new iam.PolicyStatement({ actions: ['logs:PutLogEvents'], resources: ['*'] })],
      }),
    },
  });
  Tags.of(role).add('fairlead-data', 'read-write');
  const bundle = bundleFolder();
  const api = new LambdaFunction(feature, 'Api', {
    functionName: 'fairlead-local-goals-api',
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromAsset(bundle),
    role,
    environment: { APP_TABLE: table.tableName, BUS_NAME: bus.eventBusName, FILES_BUCKET: files.bucketName },
  });
  const dataRole = new iam.Role(data, 'AppWrite', {
    roleName: 'fairlead-local-app-write',
    assumedBy: new iam.AccountRootPrincipal().withConditions({
      StringEquals: { 'aws:PrincipalTag/fairlead-data': ['read-write'] },
    }),
  });
  dataRole.addToPolicy(
    new iam.PolicyStatement({
      actions: ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:Scan'],
      resources: [table.tableArn, `${table.tableArn}/index/*`],
    }),
  );
  role.addToPolicy(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], resources: [dataRole.roleArn] }));
  files.grantRead(api);
  key.grantEncryptDecrypt(api);

  const dead = new Queue(feature, 'Dead');
  const queue = new Queue(feature, 'OnCompanyCreated', {
    queueName: 'goals-on-company-created',
    visibilityTimeout: Duration.seconds(60),
    deadLetterQueue: { queue: dead, maxReceiveCount: 5 },
  });
  new Rule(feature, 'CompanyCreated', {
    ruleName: 'goals-on-company-created',
    eventBus: bus,
    eventPattern: { detailType: ['companies.company.created'] },
    targets: [new SqsQueue(queue)],
  });
  api.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }));
  api.addEnvironment('QUEUE_URL', queue.queueUrl);
  const machine = new StateMachine(feature, 'Pull', {
    stateMachineName: 'goals-pull',
    definitionBody: DefinitionBody.fromChainable(new LambdaInvoke(feature, 'Call', { lambdaFunction: api })),
  });
  const http = new HttpApi(feature, 'Http', { apiName: 'fairlead-local' });
  http.addRoutes({
    path: '/api/goals/{goalId}',
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration('Goals', api),
  });
  feature.exportValue(machine.stateMachineArn, { name: 'GoalsPullMachine' });
  return app.synth().directory;
}
