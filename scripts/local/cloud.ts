import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Activity } from './activity.ts';
import { rolesOf } from './aws/iam.ts';
import { Credentials } from './aws/sts.ts';
import { type Deployment, loadDeployment } from './aws/template.ts';
import { startDynamo } from './engines/dynoxide.ts';
import { openQueuesAndFiles } from './engines/fauxqs.ts';
import { StateOwner } from './engines/owner.ts';
import { createQueuesAndBuckets } from './engines/provision.ts';
import { createTables } from './engines/tables.ts';
import { Faults } from './faults.ts';
import { FunctionTime } from './function-time.ts';
import { FunctionHost } from './functions/host.ts';
import { Identities } from './functions/identities.ts';
import { FunctionLogs, type LogLine } from './functions/logs.ts';
import { KeyWatch } from './gateway/key-watch.ts';
import { Recorder } from './gateway/recorder.ts';
import { GatewayServer } from './gateway/server.ts';
import { openJournal } from './journal.ts';
import { ACCOUNT, REGION } from './place.ts';
import { Mailbox } from './services/mailbox.ts';
import { Written } from './services/written.ts';
import type { Pages } from './web/web-apps.ts';
import { wire } from './wiring.ts';

export interface CloudOptions {
  /** Folder that `cdk synth` wrote. */
  templates: string;
  /** Folder for all state: tables, queues, files, mail, executions, keys. Created when missing. */
  state: string;
  /** 0, the default, takes a free port. */
  port?: number;
  /** Folders of the built web apps, or whatever else serves pages (`npm run dev`). */
  web?: { console: string; portal: string } | Pages;
  /** Run schedules by the clock. Off by default; `runSchedule` runs one at will. */
  schedules?: boolean;
  /** Accept fault rules at `POST /_local/faults`, and remember what was written for `rowsAbout`. Off by default. */
  faults?: boolean;
  /** Hears every log line of functions and of the local cloud as it comes. */
  log?: (line: object) => void;
}

export interface Cloud {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  deployment: Deployment;
  /** Ends everything; state stays. */
  close(): Promise<void>;
  /**
   * Resolves when no stream record, queue message (dead-letter queues excepted), execution or asynchronous invocation is
   * left. @throws after `timeoutMs` (30 s by default), naming what is.
   */
  idle(timeoutMs?: number): Promise<void>;
  /**
   * Does much at once: what follows from it begins when it is done, many facts in one batch. `idle` cannot be waited for within.
   */
  together<T>(work: () => Promise<T>): Promise<T>;
  /** Runs a function, named in full or without its stage. @throws FunctionFailure */
  invoke(functionName: string, event: unknown): Promise<unknown>;
  /** Runs what a schedule runs, named by itself or by its function, and waits for it. @throws FunctionFailure */
  runSchedule(ruleNameOrFunction: string): Promise<void>;
  /** Lets a function run another bundle (path of its `index.mjs`) from its next event on. @throws when there is none */
  replaceFunction(functionName: string, bundle: string): void;
  /** The variables a function gets, with credentials of its role: for callers in this process, such as the seed. */
  environmentOf(functionName: string): Record<string, string>;
  /**
   * Tells of a call that a function made to somebody outside, which does not pass the gateway: faults that kill workers strike
   * it too. `about` is in the event that its worker is at work on. To read is all that is asked of those outside, so a worker
   * that dies before and one that dies after the call leave the same behind.
   */
  calledOutside(operation: string, about: string): Promise<void>;
  /** The clock of functions and of what they send: the seed sets it back to play earlier years. Schedules wait meanwhile. */
  time: FunctionTime;
  faults: Faults;
  mailbox: Mailbox;
  /** The latest log lines, newest last; those of the local cloud itself say `function: 'local-cloud'` or whom they are about. */
  logs: readonly LogLine[];
  recorder: Recorder;
  /** Whose keys requests have named, and which requests named another MSP's. */
  keys: KeyWatch;
  /** Messages in dead-letter queues that mention this text, each with its queue. */
  deadLetters(about: string): string[];
  /**
   * With `faults` on: every row that was written together with this id since the start, in DynamoDB's own JSON; `below`
   * leaves all out but those whose partition key starts with it.
   */
  rowsAbout(id: string, below?: string): Promise<Record<string, unknown>[]>;
}

const IDLE_TIMEOUT_MS = 30_000;

/**
 * Hosts a synthesized deployment on this machine, on one port.
 * @throws one sentence with the remedy: a taken port, a folder in use, a damaged file, a template that cannot be hosted.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  // Lambda's clock shows UTC, and worker threads share the time zone of their process.
  process.env.TZ = 'UTC';
  await using opened = new AsyncDisposableStack();
  const state = resolve(options.state);
  const carriesOn = existsSync(join(state, 'journal.db'));
  const logs = new FunctionLogs(options.log ?? (() => undefined));
  const complain = (line: object) => logs.complain(line);

  const owner = new StateOwner(state);
  opened.defer(() => owner.release());
  const server = new GatewayServer(complain);
  const origin = await server.listen(options.port ?? 0);
  opened.defer(() => server.close());
  const [dynamo, engine] = await Promise.all([startDynamo(state, owner), openQueuesAndFiles(state)]);
  opened.defer(() => dynamo.stop());
  opened.defer(() => engine.stop());
  const journal = openJournal(state);
  opened.defer(() => journal.close());

  const deployment = loadDeployment(options.templates, { account: ACCOUNT, region: REGION, endpoint: origin });
  await createTables(dynamo.client, deployment.ofType('AWS::DynamoDB::GlobalTable'));
  createQueuesAndBuckets(engine, deployment);
  const roles = rolesOf(deployment);
  const identities = new Identities(roles, new Credentials(roles));
  const time = new FunctionTime();
  const host = new FunctionHost(deployment, identities, time, logs, origin);
  opened.defer(() => host.pool.close());

  const [activity, faults, recorder, mailbox] = [new Activity(), new Faults(), new Recorder(), new Mailbox(journal)];
  const keys = new KeyWatch();
  const written = options.faults ? new Written() : undefined;
  const wired = wire({
    options: { ...options, state },
    origin,
    deployment,
    dynamo: dynamo.client,
    engine,
    journal,
    identities,
    host,
    time,
    activity,
    faults,
    recorder,
    keys,
    written,
    mailbox,
    complain,
  });
  opened.defer(() => wired.stop());
  server.answerWith(wired.answer);
  wired.start(carriesOn);

  const running = opened.move();
  return {
    origin,
    deployment,
    close: () => running.disposeAsync(),
    idle: (timeoutMs = IDLE_TIMEOUT_MS) => activity.idle(timeoutMs),
    together: wired.together,
    invoke: async (functionName, event) => host.invoke(host.named(functionName), event),
    runSchedule: wired.runSchedule,
    replaceFunction: (functionName, bundle) => host.replace(functionName, bundle),
    environmentOf: (functionName) => host.environmentOf(host.named(functionName)),
    calledOutside: async (operation, about) => {
      const worker = host.pool.serving(about);
      const serves = (text: string) => worker?.event.includes(text) ?? false;
      const struck = faults.at({ service: 'outside', operation, function: worker?.fn.name, serves });
      if (struck.some(({ effect }) => effect.startsWith('kill-worker'))) await worker?.end();
    },
    time,
    faults,
    mailbox,
    logs: logs.lines,
    recorder,
    keys,
    deadLetters: engine.deadLetters,
    rowsAbout: async (id, below) => (await written?.rowsAbout(id, dynamo.client, below)) ?? [],
  };
}
