import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoClient } from './dynamo-client.ts';
import { dynoxideBinary } from './dynoxide-binary.ts';
import type { StateOwner } from './owner.ts';

export interface DynamoEngine {
  client: DynamoClient;
  stop(): Promise<void>;
}

/**
 * Starts the DynamoDB engine as a child process on a private free port, its rows in one file of the state folder, or
 * uses the engine at DYNAMODB_ENDPOINT when that is set.
 * @throws one sentence when the engine does not come up: a damaged file, or no binary.
 */
export async function startDynamo(state: string, owner: StateOwner): Promise<DynamoEngine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    const client = new DynamoClient(given);
    return { client, stop: async () => client.close() };
  }
  const file = join(state, 'dynamodb', 'app.db');
  mkdirSync(join(state, 'dynamodb'), { recursive: true });
  const port = await freePort();
  const child = spawn(dynoxideBinary(), ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {},
  });
  if (child.pid) owner.noteEngine(child.pid);
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  let complaint = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2000);
  });
  const client = new DynamoClient(`http://127.0.0.1:${port}`);
  if (!(await answers(client, child))) {
    await end(child);
    throw new Error(
      `The DynamoDB engine could not open ${file} (${complaint.trim() || 'no answer within 10 s'}): ` +
        'npm run reset starts over with an empty state folder.',
    );
  }
  return {
    client,
    stop: async () => {
      client.close();
      process.off('exit', endWithUs);
      await end(child);
    },
  };
}

async function answers(client: DynamoClient, child: ChildProcess): Promise<boolean> {
  const deadline = performance.now() + 10_000;
  while (performance.now() < deadline && child.exitCode === null && child.signalCode === null) {
    try {
      await client.call('ListTables', {});
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') return false;
      await delay(4);
    }
  }
  return false;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const forced = setTimeout(() => child.kill('SIGKILL'), 2000);
  await exited;
  clearTimeout(forced);
}

/** The engine prints 0 when told to choose a port itself, so one is chosen here. */
async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port on 127.0.0.1.');
  return address.port;
}
