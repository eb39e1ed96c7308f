import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { type Control, controlOverHttp } from './control-http.ts';

const CONTROL_PATH = /^\/_control\/(\w+)$/;
const MAX_BODY_BYTES = 256 * 1024;

/** How a simulator is served. */
export interface Served {
  /** Its name in messages about its own defects. */
  vendor: string;
  /** Port on 127.0.0.1; 0 takes a free one. */
  port: number;
  control: Control;
  /** Answers a request that is no command of the control. */
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => Promise<void>;
}

/** Serves a simulator. `close` stops at once, hung requests included. */
export async function serve(served: Served): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    receive(served, request, response).catch((error: unknown) => {
      // A defect of the simulator itself must be told from a simulated fault.
      process.stderr.write(`${served.vendor} simulator: ${request.method} ${request.url}: ${String(error)}\n`);
      response.destroy();
    });
  });
  await listen(server, served.port);
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}

async function receive({ control, answer }: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) {
      response.writeHead(413).end();
      return;
    }
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const command = CONTROL_PATH.exec(request.url ?? '')?.[1];
  if (command === undefined) return answer(request, response, body);
  const { status, body: said } = controlOverHttp(control, command, body);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}

/**
 * A simulator as a program: takes `--port N`, starts, prints what `start` tells as one JSON line and ends on SIGINT and
 * SIGTERM. A start that fails is one sentence and exit code 1.
 */
export function runAsProgram(start: (port: number) => Promise<{ line: object; close(): Promise<void> }>): void {
  const main = async () => {
    const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      throw new Error(`--port must be a whole number from 0 to 65535, not "${values.port}".`);
    }
    const { line, close: end } = await start(port);
    const stop = () => void end();
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
