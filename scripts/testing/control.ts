import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Cloud } from '../local/cloud.ts';
import { Demo } from './demo.ts';

type Verb = (body: Record<string, unknown>) => unknown;

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
}

/**
 * The switches of the test run's cloud for tests, which live in threads of their own: wait until nothing is under way,
 * run a schedule now, read mails, log lines and rows, take a function's environment, arm a fault, hold back facts, see what
 * faults struck and whose keys requests named, seed the demo MSP.
 */
export async function startControl(cloud: Cloud): Promise<{ url: string; close(): Promise<void> }> {
  const demo = new Demo(cloud);
  const armed: (() => unknown)[] = [];
  const verbs: Record<string, Verb> = {
    idle: ({ timeoutMs }) => cloud.idle(timeoutMs === undefined ? undefined : Number(timeoutMs)),
    invoke: ({ functionName, event }) => cloud.invoke(String(functionName), event),
    schedule: ({ name }) => cloud.runSchedule(String(name)),
    environment: ({ functionName }) => cloud.environmentOf(String(functionName)),
    mailsTo: ({ address }) => cloud.mailbox.to(String(address)).reverse(),
    logs: () => cloud.logs,
    demo: () => demo.seeded(),
    arm: ({ rule }) => {
      armed.push(cloud.faults.add(rule as never));
      return armed.length - 1;
    },
    disarm: ({ fault }) => armed[Number(fault)]?.(),
    calledOutside: ({ operation, about }) => cloud.calledOutside(String(operation), String(about)),
    struck: () => cloud.faults.struck,
    keys: () => cloud.keys.seen,
    deadLetters: ({ about }) => cloud.deadLetters(String(about)),
    logged: ({ texts }) => {
      const lines = cloud.logs.map((line) => JSON.stringify(line));
      return lines.filter((line) => (texts as string[]).some((text) => line.includes(text)));
    },
    hold: ({ about }) => cloud.faults.hold(String(about)),
    release: ({ about }) => cloud.faults.release(String(about)),
    rows: async ({ about, below = '' }) =>
      (await cloud.rowsAbout(String(about), String(below))).map((row) => unmarshall(row as never)),
  };
  const server = createServer((request, response) => {
    const verb = verbs[(request.url ?? '').slice(1)];
    const answer = async () => {
      if (!verb) throw new Error(`There is no switch ${request.url}.`);
      return verb(await bodyOf(request));
    };
    answer().then(
      (value) => response.setHeader('content-type', 'application/json').end(JSON.stringify({ value: value ?? null })),
      (error: Error) => {
        response.statusCode = 500;
        response.end(JSON.stringify({ message: error.message }));
      },
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await new Promise<void>((closed) => server.close(() => closed()));
      await demo.close();
    },
  };
}
