import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRow, withListingFaults } from '../_kit/drift.ts';
import { exchange, type Incoming, type Watched, whenOver } from '../_kit/exchange.ts';
import type { Effect } from '../_kit/faults.ts';
import { forcedRefusal } from '../_kit/refusal.ts';
import type { GraphCall } from './api/call.ts';
import { costOf, routeOf, serve } from './api/routes.ts';
import { downloadReport } from './api/usage-reports.ts';
import { type Authority, entraError, tokenReply } from './entra.ts';
import { GraphError } from './graph-error.ts';
import type { Quota } from './quota.ts';
import { type Correlation, correlationOf, errorReply, type Reply, render } from './reply.ts';
import { verifyToken } from './tokens.ts';
import { findTenant } from './world.ts';

/** Everything a request meets on its way. */
export interface Simulator extends Authority, Watched {
  quota: Quota;
}

const TOKEN_PATH = /^\/([^/]+)\/oauth2\/v2\.0\/token$/;
const GRAPH_PATH = /^\/(v1\.0|beta)(\/.*)$/;
const DOWNLOAD_PATH = /^\/data\/download\/([^/]+)$/;

/** Answers one request of a connector: the token endpoint, Graph, or a report download. */
export async function dispatch(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const incoming = read(simulator, request);
  await exchange(simulator, incoming, request, response, (effects, arrived) => {
    const correlation = correlationOf(request, arrived);
    const reply = attempt(incoming, correlation, () => {
      const refusal = forcedRefusal(effects, arrived);
      if (refusal) throw new GraphError(refusal.status, refusal.code, refusal.message, refusal.headers);
      const whole = answer(simulator, request, incoming, body, arrived, (leave) => whenOver(response, leave));
      return damaged(whole, effects);
    });
    return { status: reply.status, body: render(reply, correlation, response) };
  });
}

/** A listing as the switches leave it: fewer rows without a link to more, or rows that differ. */
function damaged(reply: Reply, effects: readonly Effect[]): Reply {
  const { body } = reply;
  if (!isRow(body) || !Array.isArray(body.value)) return reply;
  const { rows, cut } = withListingFaults(body.value, effects);
  const { '@odata.nextLink': next, ...rest } = body;
  return { ...reply, body: { ...rest, ...(next && !cut ? { '@odata.nextLink': next } : {}), value: rows } };
}

function read(simulator: Simulator, request: IncomingMessage): Incoming {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const method = request.method ?? 'GET';
  const path = decodeURIComponent(url.pathname);
  const token = TOKEN_PATH.exec(path);
  if (token) {
    const organisationId = findTenant(simulator.world, token[1] ?? '')?.id ?? null;
    return { url, method, resource: '/token', organisationId };
  }
  if (DOWNLOAD_PATH.test(path)) return { url, method, resource: '/download', organisationId: null };
  const organisationId = simulator.tokens.organisationOf(request.headers.authorization);
  return { url, method, resource: GRAPH_PATH.exec(path)?.[2] ?? path, organisationId };
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
  body: string,
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
    return tokenReply(simulator, token[1] ?? '', new URLSearchParams(body), now);
  }
  const download = DOWNLOAD_PATH.exec(path);
  if (download) return downloadReport(simulator.world, download[1] ?? '', now);
  const graph = GRAPH_PATH.exec(path);
  if (!graph) throw new GraphError(404, 'ResourceNotFound', 'Invalid version. Use /v1.0.');
  const grant = verifyToken(simulator.tokens, request.headers.authorization, now);
  const tenant = findTenant(simulator.world, grant.organisationId ?? '');
  if (!tenant) throw new GraphError(401, 'InvalidAuthenticationToken', 'The tenant of the token is gone.');
  const route = routeOf(method, graph[2] ?? '/');
  const headers = simulator.quota.take(route.service, tenant, costOf(route, url.searchParams), now);
  entered(simulator.quota.enter(route.service, tenant));
  const call: GraphCall = {
    world: simulator.world,
    tenant,
    permissions: grant.rights,
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
