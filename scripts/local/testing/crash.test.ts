import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { fixtureTemplates, startFixture } from './fixture.ts';
import { clientOptions, walled } from './functions/wall.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

const stateMachineArn = 'arn:aws:states:us-east-1:000000000000:stateMachine:fixture-doubling';
const state = mkdtempSync(join(tmpdir(), 'fairlead-crash-'));
const acknowledged: string[] = [];
const files: string[] = [];
let engine: number;
let executionArn: string | undefined;
let cloud: Cloud;

interface Host {
  origin: string;
  environment: Record<string, string>;
}

async function startHost(): Promise<{ child: ChildProcess; host: Host }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'crash-host.ts'), state], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
  });
  if (!child.stdout) throw new Error('The host has no output.');
  const died = once(child, 'exit').then(() => Promise.reject(new Error('The host ended before it served.')));
  const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), died])) as [string];
  return { child, host: JSON.parse(line) as Host };
}

/** Writes notes and files, four writers at once, starts an execution in their midst and kills the host in mid-flight. */
async function writeUntilKilled(child: ChildProcess, { origin, environment }: Host): Promise<void> {
  const s3 = new S3Client({
    ...clientOptions(environment),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    maxAttempts: 1,
  });
  const states = new SFNClient(clientOptions(environment));
  const writer = async (name: number) => {
    for (let count = 0; ; count++) {
      const id = `crash-${name}-${count}`;
      const reply = await fetch(`${origin}/api/notes`, { method: 'POST', body: JSON.stringify({ id, text: 'hello' }) });
      if (reply.status === 201) acknowledged.push(id);
      const Key = `t/northlight/${id}`;
      await s3.send(new PutObjectCommand({ Bucket: 'fixture-files', Key, Body: id }));
      files.push(Key);
    }
  };
  const killer = async () => {
    while (acknowledged.length < 120) await new Promise((resolve) => setImmediate(resolve));
    // Five fails at first and is tried again a second later: the host does not live that long.
    const input = JSON.stringify({ numbers: [5] });
    ({ executionArn } = await states.send(new StartExecutionCommand({ stateMachineArn, name: 'cut-off', input })));
    child.kill('SIGKILL');
  };
  await Promise.allSettled([killer(), ...[1, 2, 3, 4].map(writer)]);
}

beforeAll(async () => {
  await fixtureTemplates();
  const { child, host } = await startHost();
  const exited = once(child, 'exit');
  await Promise.all([exited, writeUntilKilled(child, host)]);
  engine = JSON.parse(readFileSync(join(state, 'owner.json'), 'utf8')).engine;
  cloud = await startFixture({ state });
  await cloud.idle();
});
afterAll(async () => {
  await cloud.close();
  rmSync(state, { recursive: true, force: true });
});

describe('after kill -9 under load and a new start', () => {
  const rowsOf = async (pk: string) => {
    const table = await walled(cloud.environmentOf('notes-api'), 'northlight');
    const query = new QueryCommand({
      TableName: 'fixture-app',
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    });
    return new Set((await table.send(query)).Items?.map(({ sk }) => String(sk)));
  };

  it('every acknowledged commit is there', async () => {
    const notes = await rowsOf('t#northlight#notes');
    expect(acknowledged.length).toBeGreaterThanOrEqual(120);
    expect(acknowledged.filter((id) => !notes.has(id))).toEqual([]);
  });

  it('every committed fact has reached its subscriber, and the outbox is empty', async () => {
    const [notes, delivered] = [await rowsOf('t#northlight#notes'), await rowsOf('t#northlight#ib#notes')];
    expect([...notes].filter((id) => !delivered.has(id))).toEqual([]);
    expect(await rowsOf('t#northlight#ob#0')).toEqual(new Set());
  });

  it('every acknowledged file is there', async () => {
    const s3 = new S3Client(clientOptions(cloud.environmentOf('notes-api')));
    for (const Key of files) {
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'fixture-files', Key }));
      expect(Key).toContain(await Body?.transformToString());
    }
  });

  it('the execution that was running says that it was interrupted', async () => {
    const states = new SFNClient(clientOptions(cloud.environmentOf('notes-api')));
    expect(await states.send(new DescribeExecutionCommand({ executionArn }))).toMatchObject({
      status: 'ABORTED',
      error: 'interrupted',
    });
  });

  it('the engine that was left behind is gone', () => {
    // Nobody may have collected the ended process yet: then its entry is there without a command line.
    const command = `/proc/${engine}/cmdline`;
    expect(existsSync(command) ? readFileSync(command, 'utf8') : '').not.toContain(state);
  });
});
