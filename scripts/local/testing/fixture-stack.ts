import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack, Tags } from 'aws-cdk-lib';
import { CfnApi, CfnIntegration, CfnRoute, CfnStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { AttributeType, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction, SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { AccountRootPrincipal, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import {
  Code,
  FilterCriteria,
  FilterRule,
  Function as Lambda,
  Runtime,
  StartingPosition,
} from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { CfnEmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  Chain,
  DefinitionBody,
  JsonPath,
  Map as MapState,
  Pass,
  StateMachine,
  TaskInput,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { addWebEdge } from './fixture-edge.ts';

const STRING = AttributeType.STRING;

/** A miniature of the product's deployment: every kind of resource the local cloud hosts, once. */
export class FixtureStack extends Stack {
  readonly #bundles: string;

  constructor(scope: Construct, bundles: string) {
    super(scope, 'Fixture', { env: { account: '000000000000', region: 'us-east-1' } });
    this.#bundles = bundles;
    const app = new TableV2(this, 'App', {
      tableName: 'fixture-app',
      partitionKey: { name: 'pk', type: STRING },
      sortKey: { name: 'sk', type: STRING },
      globalSecondaryIndexes: [
        {
          indexName: 'gsi1',
          partitionKey: { name: 'gsi1pk', type: STRING },
          sortKey: { name: 'gsi1sk', type: STRING },
        },
      ],
      dynamoStream: StreamViewType.NEW_IMAGE,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const writeRole = new Role(this, 'AppWrite', {
      roleName: 'fixture-app-write',
      assumedBy: new AccountRootPrincipal().withConditions({
        StringEquals: { 'aws:PrincipalTag/fairlead-data': 'read-write' },
      }),
    });
    writeRole.addToPolicy(
      new PolicyStatement({ actions: ['dynamodb:*'], resources: [app.tableArn, `${app.tableArn}/index/*`] }),
    );
    const bus = new EventBus(this, 'Bus', { eventBusName: 'fixture' });
    const files = new Bucket(this, 'Files', { bucketName: 'fixture-files' });
    const key = new Key(this, 'Key');
    new Alias(this, 'KeyAlias', { aliasName: 'alias/fixture', targetKey: key });
    new CfnEmailIdentity(this, 'Sender', { emailIdentity: 'fairlead.example' });
    const writer = { APP_TABLE: app.tableName, APP_WRITE_ROLE: writeRole.roleArn };

    const api = this.#function('notes-api', { ...writer, FILES_BUCKET: files.bucketName }, writeRole);
    files.grantReadWrite(api, 't/northlight/*');
    api.addToRolePolicy(
      new PolicyStatement({
        actions: ['kms:GenerateDataKey', 'kms:Encrypt', 'kms:Decrypt'],
        resources: [key.keyArn],
        conditions: { StringEquals: { 'kms:EncryptionContext:mspId': 'northlight' } },
      }),
    );
    api.addToRolePolicy(new PolicyStatement({ actions: ['ses:SendEmail'], resources: ['*'] }));
    const trouble = this.#function('trouble-api', { GREETING: 'hello' });
    this.#api({
      'POST /api/notes': api,
      'ANY /api/notes/{noteId}': api,
      'ANY /api/echo/{proxy+}': api,
      'GET /api/picture': api,
      'ANY /api/trouble/{how}': trouble,
    });

    const published = { ...writer, BUS_NAME: bus.eventBusName };
    const publisher = this.#function('platform-stream-outbox', published, writeRole);
    bus.grantPutEventsTo(publisher);
    publisher.addEventSource(
      new DynamoEventSource(app, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        reportBatchItemFailures: true,
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { Keys: { pk: { S: [{ wildcard: 't#*#ob#*' }] } } },
          }),
        ],
      }),
    );
    const deadLetters = new Queue(this, 'NotesDead', { queueName: 'fixture-notes-dead' });
    const queue = new Queue(this, 'Notes', {
      queueName: 'fixture-notes',
      visibilityTimeout: Duration.minutes(3),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: 3 },
    });
    const subscriber = this.#function('notes-on-note-created', writer, writeRole);
    subscriber.addEventSource(new SqsEventSource(queue, { reportBatchItemFailures: true }));
    queue.grantSendMessages(api);
    queue.grantConsumeMessages(api);
    deadLetters.grantConsumeMessages(api);
    new Rule(this, 'OnNoteCreated', {
      eventBus: bus,
      eventPattern: {
        source: ['fairlead'],
        detailType: ['notes.note.created'],
        detail: { text: [{ 'anything-but': 'quiet' }] },
      },
      targets: [new SqsQueue(queue)],
    });
    const sweep = this.#function('platform-schedule-sweep', published, writeRole);
    bus.grantPutEventsTo(sweep);
    new Rule(this, 'Sweep', {
      ruleName: 'fixture-sweep',
      schedule: Schedule.rate(Duration.hours(1)),
      targets: [new LambdaFunction(sweep)],
    });
    const machine = this.#machine();
    machine.grantStartExecution(api);
    machine.grantRead(api);
    machine.grantExecution(api, 'states:DescribeExecution', 'states:StopExecution');
    addWebEdge(this);
  }

  #function(name: string, environment: Record<string, string>, assumes?: Role): Lambda {
    const fn = new Lambda(this, name, {
      functionName: `fairlead-fixture-${name}`,
      runtime: Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: Code.fromAsset(join(this.#bundles, name)),
      timeout: Duration.seconds(name === 'trouble-api' ? 1 : 20),
      memorySize: 256,
      environment,
    });
    Tags.of(fn.role ?? fn).add('fairlead-data', assumes ? 'read-write' : 'none');
    if (assumes) fn.addToRolePolicy(new PolicyStatement({ actions: ['sts:AssumeRole'], resources: [assumes.roleArn] }));
    return fn;
  }

  #api(routes: Record<string, Lambda>): void {
    const api = new CfnApi(this, 'Api', { name: 'fixture', protocolType: 'HTTP' });
    new CfnStage(this, 'ApiStage', { apiId: api.ref, stageName: '$default', autoDeploy: true });
    const integrations = new Map<Lambda, string>();
    for (const [routeKey, fn] of Object.entries(routes)) {
      if (!integrations.has(fn)) {
        const integration = new CfnIntegration(this, `Integration${fn.node.id}`, {
          apiId: api.ref,
          integrationType: 'AWS_PROXY',
          integrationUri: fn.functionArn,
          payloadFormatVersion: '2.0',
        });
        integrations.set(fn, integration.ref);
        fn.addPermission('Api', {
          principal: new ServicePrincipal('apigateway.amazonaws.com'),
          sourceArn: this.formatArn({ service: 'execute-api', resource: api.ref, resourceName: '*/*' }),
        });
      }
      new CfnRoute(this, `Route ${routeKey}`, {
        apiId: api.ref,
        routeKey,
        target: `integrations/${integrations.get(fn)}`,
      });
    }
  }

  /** Doubles numbers three at a time, again after a `TryAgain`, and ends in `Gave up` on a negative one. */
  #machine(): StateMachine {
    const double = new LambdaInvoke(this, 'Double', {
      lambdaFunction: this.#function('notes-step', {}),
      payload: TaskInput.fromObject({ number: JsonPath.numberAt('$.number'), run: JsonPath.stringAt('$.run') }),
      outputPath: '$.Payload',
      retryOnServiceExceptions: false,
    });
    double.addRetry({ errors: ['TryAgain'], interval: Duration.seconds(1), maxAttempts: 2 });
    const all = new MapState(this, 'Double all', {
      itemsPath: '$.numbers',
      maxConcurrency: 3,
      itemSelector: { 'number.$': '$$.Map.Item.Value', 'run.$': '$$.Execution.Name' },
      resultPath: '$.results',
    }).itemProcessor(double);
    const gaveUp = new Pass(this, 'Gave up', { parameters: { 'error.$': '$.failure.Error' } });
    all.addCatch(gaveUp, { errors: ['Negative'], resultPath: '$.failure' });
    return new StateMachine(this, 'Doubling', {
      stateMachineName: 'fixture-doubling',
      definitionBody: DefinitionBody.fromChainable(Chain.start(all)),
    });
  }
}
