import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Activity } from './activity.ts';
import type { Deployment } from './aws/template.ts';
import type { CloudOptions } from './cloud.ts';
import type { DynamoClient } from './engines/dynamo-client.ts';
import type { QueuesAndFiles } from './engines/fauxqs.ts';
import { rulesOf } from './events/rules.ts';
import { Targets } from './events/targets.ts';
import type { Faults } from './faults.ts';
import type { FunctionTime } from './function-time.ts';
import type { FunctionHost } from './functions/host.ts';
import type { Identities } from './functions/identities.ts';
import { LaterInvocations } from './functions/later.ts';
import { Permissions } from './functions/permissions.ts';
import type { AwsService } from './gateway/aws-call.ts';
import { AwsGateway } from './gateway/aws-gateway.ts';
import { answer } from './gateway/front.ts';
import type { HttpReply, HttpRequest } from './gateway/http.ts';
import type { KeyWatch } from './gateway/key-watch.ts';
import type { Recorder } from './gateway/recorder.ts';
import { RouteTable } from './http-api/routes.ts';
import { DynamoDb } from './services/dynamodb.ts';
import { Events } from './services/events.ts';
import { Executions } from './services/executions.ts';
import { Kms } from './services/kms.ts';
import { KmsEnvelope } from './services/kms-envelope.ts';
import type { Mailbox } from './services/mailbox.ts';
import { Monitoring } from './services/monitoring.ts';
import { S3 } from './services/s3.ts';
import { Ses } from './services/ses.ts';
import { Sqs } from './services/sqs.ts';
import { States } from './services/states.ts';
import { Sts } from './services/sts.ts';
import type { Written } from './services/written.ts';
import { Inserts } from './sources/inserts.ts';
import { mappingsOf } from './sources/mapping.ts';
import { QueueSource } from './sources/queues.ts';
import { demandRights } from './sources/rights.ts';
import { Clock, type Schedule, schedulesNamed, schedulesOf } from './sources/schedules.ts';
import { Streams } from './sources/streams.ts';
import { SecurityHeaders } from './web/security-headers.ts';
import { WebApps } from './web/web-apps.ts';
import { WorkflowMachine } from './workflows/machine.ts';

export interface WiringParts {
  options: CloudOptions;
  origin: string;
  deployment: Deployment;
  dynamo: DynamoClient;
  engine: QueuesAndFiles;
  journal: DatabaseSync;
  identities: Identities;
  host: FunctionHost;
  time: FunctionTime;
  activity: Activity;
  faults: Faults;
  recorder: Recorder;
  keys: KeyWatch;
  written: Written | undefined;
  mailbox: Mailbox;
  complain(line: object): void;
}

export interface Wired {
  answer(request: HttpRequest): Promise<HttpReply>;
  /** Starts what moves by itself. `carriesOn` says that the state folder is of an earlier run. */
  start(carriesOn: boolean): void;
  stop(): void;
  runSchedule(name: string): Promise<void>;
  together<T>(work: () => Promise<T>): Promise<T>;
}

/** The product's job that publishes what a crash left in the outbox. */
const SWEEP = '-schedule-sweep';

/** Connects routes, rules, mappings, machines and schedules of the templates with functions, engines and services. */
export function wire(parts: WiringParts): Wired {
  const { options, origin, deployment, dynamo, engine, identities, host, time, activity, faults, complain } = parts;
  const permissions = new Permissions(deployment);
  const rules = rulesOf(deployment);
  const later = new LaterInvocations(host.invoke, activity, complain);
  const targets = new Targets({
    deployment,
    engine,
    permissions,
    functionByArn: host.byArn,
    invokeLater: (fn, event) => later.start(fn, event),
  });

  const streamMappings = mappingsOf(deployment, 'dynamodb', (name) => host.named(name));
  const queueMappings = mappingsOf(deployment, 'sqs', (name) => host.named(name));
  demandRights([...streamMappings, ...queueMappings], (role, session) =>
    identities.principalOf(role, 'lambda.amazonaws.com', session),
  );
  const streams = new Streams({
    mappings: streamMappings,
    inserts: new Inserts(dynamo, deployment),
    invoke: host.invoke,
    abandon: (mapping, records) => {
      complain({
        level: 'ERROR',
        function: mapping.fn.name,
        message: `${records.length} stream records were given up.`,
      });
      const queue = mapping.onFailure && engine.sqsStore.getQueueByArn(mapping.onFailure);
      if (queue) engine.send(queue, JSON.stringify({ version: '1.0', functionArn: mapping.fn.arn, records }));
    },
    activity,
    faults,
    complain,
  });
  const queues = queueMappings.map(
    (mapping) => new QueueSource(mapping, { engine, pool: host.pool, activity, faults, complain }),
  );
  activity.watch('queue message', () => queues.reduce((sum, { depth }) => sum + depth, 0));

  const machines = deployment.ofType('AWS::StepFunctions::StateMachine').map((machine) => {
    const principal = identities.principalOf(String(machine.properties.RoleArn), 'states.amazonaws.com', 'states');
    return new WorkflowMachine(machine, { principal, functionByArn: host.byArn, invoke: host.invoke });
  });
  const states = new States(machines, new Executions(parts.journal), activity);
  const buses = new Set(['default', ...deployment.ofType('AWS::Events::EventBus').map(({ physicalId }) => physicalId)]);
  const services: Record<string, AwsService> = {
    dynamodb: new DynamoDb(deployment, dynamo, streams, parts.written),
    sqs: new Sqs(engine, () => activity.changed()),
    s3: new S3(engine),
    events: new Events({ buses, rules, targets, faults, complain }),
    states,
    kms: new Kms(deployment, new KmsEnvelope(join(options.state, 'kms.key'))),
    ses: new Ses(deployment, parts.mailbox),
    sts: new Sts(identities.credentials, ({ caller }, accessKeyId) =>
      identities.derive(caller.accessKeyId, accessKeyId),
    ),
    monitoring: new Monitoring(),
  };
  const front = {
    origin,
    aws: new AwsGateway({ services, identities, time, recorder: parts.recorder, keys: parts.keys, faults, complain }),
    api: {
      routes: new RouteTable(deployment),
      permissions,
      functionByArn: host.byArn,
      invoke: host.invoke,
      time,
      complain,
    },
    web: options.web && ('serve' in options.web ? options.web : new WebApps(options.web)),
    headers: new SecurityHeaders(deployment),
    mailbox: parts.mailbox,
    faults: options.faults ? faults : undefined,
    buckets: new Set(deployment.ofType('AWS::S3::Bucket').map(({ physicalId }) => physicalId)),
  };

  const schedules = schedulesOf({
    deployment,
    rules,
    permissions,
    functionByArn: host.byArn,
    principalOf: (role) => identities.principalOf(role, 'scheduler.amazonaws.com', 'scheduler'),
    fedBy: new Map(queueMappings.map(({ sourceArn, fn }) => [deployment.byArn(sourceArn)?.physicalId ?? '', fn])),
  });
  const fire = (schedule: Schedule) => {
    if (schedule.refusal) complain({ level: 'ERROR', message: schedule.refusal });
    else if (time.behindMs === 0) later.start(schedule.fn, schedule.inputAt(new Date()));
  };
  let clock: Clock | undefined;
  return {
    answer: (request) => answer(front, request),
    start: (carriesOn) => {
      for (const queue of queues) queue.start();
      // What the killed run had committed but not published is only in the tables: the product's own sweep finds it.
      if (carriesOn) for (const sweep of schedules.filter(({ leadsTo }) => leadsTo.name.endsWith(SWEEP))) fire(sweep);
      if (options.schedules) clock = new Clock(schedules, fire);
    },
    stop: () => {
      clock?.close();
      for (const queue of queues) queue.close();
      streams.close();
      states.close();
    },
    together: (work) => streams.together(work),
    runSchedule: async (name) => {
      const found = schedulesNamed(schedules, name);
      if (found.length === 0) throw new Error(`The templates have no schedule ${name}.`);
      for (const { refusal, fn, inputAt } of found) {
        if (refusal) throw new Error(refusal);
        await host.invoke(fn, inputAt(time.now()));
      }
    },
  };
}
