import { mkdirSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { buildApp } from 'fauxqs';
import { FILE_LIMIT, type HttpReply, type HttpRequest } from '../gateway/http.ts';
import { SURVIVES_A_KILL } from '../journal.ts';

export type Stores = NonNullable<NonNullable<Parameters<typeof buildApp>[0]>['stores']>;
export type Queue = NonNullable<ReturnType<Stores['sqsStore']['getQueueByName']>>;
/** What the package's persistence does that is used here. It is not exported, hence no type of its own. */
interface Persistence {
  db: DatabaseSync;
  load(sqs: Stores['sqsStore'], sns: Stores['snsStore'], s3: Stores['s3Store']): void;
  close(): void;
}

/** How the templates name a queue for what was given up. */
const DEAD_LETTERS = '-dlq';

type Message = Parameters<Queue['enqueue']>[0];

export interface QueuesAndFiles extends Stores {
  /** Puts a message into a queue, on disk before this returns. */
  send(queue: Queue, body: string): void;
  /** What dead-letter queues hold that mentions this text, each with the queue's name before it. */
  deadLetters(about: string): string[];
  handle(request: HttpRequest): Promise<HttpReply>;
  stop(): Promise<void>;
}

/**
 * S3 and SQS in this process, kept in one file of the state folder. The package's own `startFauxqs` would open an
 * unguarded port on every network interface (its listen address is fixed), so its parts are put together here without a
 * port: requests come from the gateway alone. Its version is pinned exactly, as its inner file names are used.
 */
export async function openQueuesAndFiles(state: string): Promise<QueuesAndFiles> {
  const stores: Stores = {
    sqsStore: await instance<Stores['sqsStore']>('sqs/sqsStore.js', 'SqsStore'),
    snsStore: await instance<Stores['snsStore']>('sns/snsStore.js', 'SnsStore'),
    s3Store: await instance<Stores['s3Store']>('s3/s3Store.js', 'S3Store'),
  };
  const folder = join(state, 'queues-and-files');
  mkdirSync(folder, { recursive: true });
  const persistence = await openPersistence(folder);
  persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
  // Only now: writing through while loading would replace each queue's row and with it delete its messages.
  Object.assign(stores.sqsStore, { persistence });
  Object.assign(stores.s3Store, { persistence });
  for (const queue of stores.sqsStore.allQueues()) Object.assign(queue, { persistence });
  const app = buildApp({ logger: false, defaultRegion: 'us-east-1', stores });
  // Its own limit for files is 11 MB; how much the gateway takes is said there.
  app.removeContentTypeParser('*');
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: FILE_LIMIT }, (_, body, done) => done(null, body));
  app.addHook('preClose', () => persistence.close());
  await app.ready();
  const { createMessage } = stores.sqsStore.constructor as unknown as { createMessage(body: string): Message };
  return {
    ...stores,
    send: (queue, body) => queue.enqueue(createMessage(body)),
    deadLetters: (about) =>
      [...stores.sqsStore.allQueues()]
        .filter(({ name }) => name.endsWith(DEAD_LETTERS))
        .flatMap(({ name, messages }) =>
          messages.filter(({ body }) => body.includes(about)).map(({ body }) => `${name}: ${body}`),
        ),
    handle: async ({ method, url, headers, body }) => {
      const reply = await app.inject({ method: method as 'GET', url, headers, payload: body });
      return { status: reply.statusCode, headers: reply.headers as HttpReply['headers'], body: reply.rawPayload };
    },
    stop: async () => {
      await app.close();
    },
  };
}

async function load(file: string): Promise<Record<string, new (...args: unknown[]) => unknown>> {
  const manifest = findPackageJSON('fauxqs', import.meta.url);
  if (!manifest) throw new Error('The package fauxqs is not installed: run npm install.');
  return import(pathToFileURL(join(dirname(manifest), 'dist', file)).href);
}

async function instance<T>(file: string, name: string): Promise<T> {
  const { [name]: Store } = await load(file);
  if (!Store)
    throw new Error(`The package fauxqs has no ${name} in ${file}: install the version of package-lock.json.`);
  return new Store() as T;
}

async function openPersistence(folder: string): Promise<Persistence> {
  const { PersistenceManager } = await load('persistence.js');
  if (!PersistenceManager) throw new Error('The package fauxqs has no PersistenceManager: install the locked version.');
  try {
    const persistence = new PersistenceManager(folder) as Persistence;
    persistence.db.exec(SURVIVES_A_KILL);
    return persistence;
  } catch (error) {
    throw new Error(
      `${join(folder, 'fauxqs.db')} cannot be opened (${(error as Error).message}): ` +
        'npm run reset starts over with an empty state folder.',
      { cause: error },
    );
  }
}
