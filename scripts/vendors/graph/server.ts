import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createControl, type GraphControl } from './control/control.ts';
import { controlOverHttp } from './control/control-http.ts';
import { demoWorld } from './demo/demo-world.ts';
import { dispatch, type Simulator } from './dispatch.ts';
import { createFaultPlan } from './faults/faults.ts';
import { createQuota } from './quota.ts';
import { createRequestLog } from './request-log.ts';
import { createTokenStore } from './tokens.ts';
import type { GraphWorld } from './world.ts';

export interface GraphOptions {
  /** Port on 127.0.0.1; a free one when absent. */
  port?: number;
  world: GraphWorld;
  /** Clock of tokens, limits, links and the score history. */
  now: () => Date;
}

export interface RunningGraph {
  /** What stands for `https://graph.microsoft.com/v1.0`. */
  baseUrl: string;
  /** What stands for `https://login.microsoftonline.com`: tokens come from `<authorityUrl>/<tenant>/oauth2/v2.0/token`. */
  authorityUrl: string;
  control: GraphControl;
  /** Stops at once, hung requests included. */
  close(): Promise<void>;
}

const CONTROL_PATH = /^\/_control\/(\w+)$/;
const MAX_BODY_BYTES = 256 * 1024;

/** Starts the simulated Microsoft Graph and Entra token endpoint. */
export async function startGraph(options: GraphOptions): Promise<RunningGraph> {
  const { world, now } = options;
  const simulator: Simulator = {
    world,
    now,
    tokens: createTokenStore(),
    credentials: { secretState: 'accepted' },
    quota: createQuota(world.app.clientId),
    faults: createFaultPlan(),
    log: createRequestLog(),
  };
  const control = createControl(simulator);
  const server = createServer((request, response) => {
    receive(simulator, control, request, response).catch((error: unknown) => {
      // A defect of the simulator itself must be told from a simulated fault.
      process.stderr.write(`graph simulator: ${request.method} ${request.url}: ${String(error)}\n`);
      response.destroy();
    });
  });
  await listen(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  const authorityUrl = `http://127.0.0.1:${port}`;
  return { baseUrl: `${authorityUrl}/v1.0`, authorityUrl, control, close: () => close(server) };
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

async function receive(
  simulator: Simulator,
  control: GraphControl,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
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
  if (command === undefined) return dispatch(simulator, request, response, body);
  const answer = controlOverHttp(control, command, body);
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
}

/** `node scripts/vendors/graph/server.ts --port N`: serves the demo MSP's tenants and prints one JSON line when it listens. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '0' } } });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port must be a whole number from 0 to 65535, not "${values.port}".`);
  }
  const world = demoWorld(new Date());
  const graph = await startGraph({ port, world, now: () => new Date() });
  const stop = () => void graph.close();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const line = {
    vendor: 'graph',
    baseUrl: graph.baseUrl,
    authorityUrl: graph.authorityUrl,
    clientId: world.app.clientId,
    clientSecret: world.app.secrets[0],
    tenants: graph.control.tenants(),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
