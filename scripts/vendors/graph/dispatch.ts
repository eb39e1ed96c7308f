import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphCall } from './api/call.ts';
import { costOf, routeOf, serve } from './api/routes.ts';
import { downloadReport } from './api/usage-reports.ts';
import { type Authority, entraError, tokenReply } from './entra.ts';
import { withListingFaults } from './faults/drift.ts';
import type { Effect, FaultPlan } from './faults/faults.ts';
import { forcedRefusal } from './faults/refusal.ts';
import { GraphError } from './graph-error.ts';
import type { Quota } from './quota.ts';
import { type Correlation, correlationOf, errorReply, type Reply, render } from './reply.ts';
import type { RequestLog } from './request-log.ts';
import { findTenant } from './world.ts';

/** Everything a request meets on its way. */
export interface Simulator extends Authority {
  quota: Quota;
  faults: FaultPlan;
  log: RequestLog;
  now: () => Date;
}

const TOKEN_PATH = /^\/([^/]+)\/oauth2\/v2\.0\/token$/;
const GRAPH_PATH = /^\/(v1\.0|beta)(\/.*)$/;
const DOWNLOAD_PATH = /^\/data\/download\/([^/]+)$/;

interface Incoming {
  url: URL;
  method: string;
  /** Path as faults and the log name it: `/token`, `/download`, or what follows the version. */
  resource: string;
  tenantId: string | null;
  body: string;
}

/** Answers one request of a connector: the token endpoint, Graph, or a report download. */
export async function dispatch(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const incoming = read(simulator, request, body);
  const arrived = simulator.now();
  const correlation = correlationOf(request, arrived);
  const logged = simulator.log.open({
    at: arrived.toISOString(),
    method: incoming.method,
    path: incoming.resource,
    query: [...incoming.url.searchParams].map(([name, value]) => `${name}=${value}`).join('&'),
    tenantId: incoming.tenantId,
    status: null,
  });
  const effects = simulator.faults.on(incoming.resource, incoming.tenantId, arrived);
  const reply = attempt(incoming, correlation, () => {
    const refusal = forcedRefusal(effects, arrived);
    if (refusal) throw refusal;
    const whole = answer(simulator, request, incoming, arrived, (leave) => response.once('close', leave));
    return withListingFaults(whole, effects);
  });
  for (const effect of effects)
    if (effect.kind === 'delay') await sleep(effect.milliseconds, undefined, { ref: false });
  const sent = send(render(reply, correlation, response), effects, request, response);
  if (sent) logged.status = reply.status;
}

function read(simulator: Simulator, request: IncomingMessage, body: string): Incoming {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const method = request.method ?? 'GET';
  const path = decodeURIComponent(url.pathname);
  const token = TOKEN_PATH.exec(path);
  if (token) {
    return { url, method, body, resource: '/token', tenantId: findTenant(simulator.world, token[1] ?? '')?.id ?? null };
  }
  if (DOWNLOAD_PATH.test(path)) return { url, method, body, resource: '/download', tenantId: null };
  const tenantId = simulator.tokens.tenantOf(request.headers.authorization);
  return { url, method, body, resource: GRAPH_PATH.exec(path)?.[2] ?? path, tenantId };
}

/** Turns a refusal into the answer of the endpoint it belongs to. */
function attempt(incoming: Incoming, correlation: Correlation, work: () => Reply): Reply {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    if (incoming.resource !== '/token') return errorReply(error, correlation);
    const reply = entraError(error.status, 'temporarily_unavailable', 90033, error.message, correlation.date);
    return { ...reply, headers: { ...reply.headers, ...error.headers } };
  }
}

function answer(
  simulator: Simulator,
  request: IncomingMessage,
  incoming: Incoming,
  now: Date,
  entered: (leave: () => void) => void,
): Reply {
  const { url, method } = incoming;
  const path = decodeURIComponent(url.pathname);
  const token = TOKEN_PATH.exec(path);
  if (token) {
    if (method !== 'POST') {
      const text = 'Endpoint only accepts POST requests.';
      return entraError(405, 'invalid_request', 900561, text, now);
    }
    return tokenReply(simulator, token[1] ?? '', new URLSearchParams(incoming.body), now);
  }
  const download = DOWNLOAD_PATH.exec(path);
  if (download) return downloadReport(simulator.world, download[1] ?? '', now);
  const graph = GRAPH_PATH.exec(path);
  if (!graph) throw new GraphError(404, 'ResourceNotFound', 'Invalid version. Use /v1.0.');
  const grant = simulator.tokens.verify(request.headers.authorization, now);
  const tenant = findTenant(simulator.world, grant.tenantId);
  if (!tenant) throw new GraphError(401, 'InvalidAuthenticationToken', 'The tenant of the token is gone.');
  const route = routeOf(method, graph[2] ?? '/');
  const headers = simulator.quota.take(route.service, tenant, costOf(route, url.searchParams), now);
  entered(simulator.quota.enter(route.service, tenant));
  const call: GraphCall = {
    world: simulator.world,
    tenant,
    permissions: grant.permissions,
    now,
    origin: url.origin,
    version: graph[1] ?? 'v1.0',
    path: graph[2] ?? '/',
    query: url.searchParams,
    headers: request.headers,
  };
  const reply = serve(route, call);
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

/** Writes the body, unless a fault stops it. Returns whether the whole answer went out. */
function send(body: Buffer, effects: readonly Effect[], request: IncomingMessage, response: ServerResponse): boolean {
  for (const effect of effects) {
    if (effect.kind !== 'hang' && effect.kind !== 'drop') continue;
    const drop = () => effect.kind === 'drop' && request.socket.destroy();
    if (effect.afterBytes === null) drop();
    else response.write(body.subarray(0, effect.afterBytes), drop);
    return false;
  }
  response.end(body);
  return true;
}
