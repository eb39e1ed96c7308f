import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRow, withListingFaults } from '../_kit/drift.ts';
import { exchange, type Incoming, type Watched } from '../_kit/exchange.ts';
import type { Effect } from '../_kit/faults.ts';
import { forcedRefusal } from '../_kit/refusal.ts';
import { organisationOf } from './api/device-filter.ts';
import { serveApi } from './api/routes.ts';
import { NinjaError, notAuthenticated, notFound } from './ninja-error.ts';
import { type Authority, tokenReply } from './oauth.ts';
import type { RateLimit } from './rate-limit.ts';
import { errorReply, type Reply, render, throttlePage } from './reply.ts';
import type { ReportCursors } from './report-cursors.ts';

/** Everything a request meets on its way. */
export interface Simulator extends Authority, Watched {
  cursors: ReportCursors;
  limit: RateLimit;
  /** How many of the next API requests get the throttle's page instead of an answer. */
  throttlePages: { left: number };
}

/** The documented path and the one that some clients use. */
const TOKEN_PATHS = new Set(['/ws/oauth/token', '/oauth/token']);
const API_PATH = /^(?:\/api)?\/v2(\/.*)$/;

/** Answers one request of a connector: the token endpoint or the API. */
export async function dispatch(
  simulator: Simulator,
  request: IncomingMessage,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const incoming = read(simulator, request);
  await exchange(simulator, incoming, request, response, (effects, arrived) => {
    const reply = attempt(() => {
      const refusal = forcedRefusal(effects, arrived);
      if (refusal) throw new NinjaError(refusal.status, refusal.code, refusal.message, refusal.headers);
      return damaged(answer(simulator, request, incoming, body, arrived), effects);
    });
    return { status: reply.status, body: render(reply, response, arrived) };
  });
}

function read({ world }: Simulator, request: IncomingMessage): Incoming {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  const method = request.method ?? 'GET';
  if (TOKEN_PATHS.has(url.pathname)) return { url, method, resource: '/token', organisationId: null };
  const resource = API_PATH.exec(url.pathname)?.[1] ?? url.pathname;
  const named = /^\/organization\/(\d+)/.exec(resource)?.[1] ?? organisationOf(filterOf(url), world);
  return { url, method, resource, organisationId: named === null ? null : String(named) };
}

/** The device filter as sent. A plus sign is no space to this API (GitHub, clients of the public API). */
function filterOf(url: URL): string | null {
  const raw = /[?&]df=([^&]*)/.exec(url.search)?.[1];
  return raw === undefined ? null : decodeURIComponent(raw);
}

function attempt(work: () => Reply): Reply {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NinjaError)) throw error;
    return errorReply(error);
  }
}

function answer(simulator: Simulator, request: IncomingMessage, incoming: Incoming, body: string, now: Date): Reply {
  const { world, tokens, cursors, limit, throttlePages } = simulator;
  const { url, method, resource } = incoming;
  if (resource === '/token') {
    if (method !== 'POST') throw new NinjaError(405, 'FAILURE', 'HTTP 405 Method Not Allowed');
    return tokenReply(simulator, new URLSearchParams(body), now);
  }
  if (!API_PATH.test(url.pathname)) throw notFound();
  if (throttlePages.left > 0) {
    throttlePages.left -= 1;
    return throttlePage();
  }
  const seen = tokens.see(request.headers.authorization, now);
  if (seen.state !== 'good') throw notAuthenticated();
  limit.take(now);
  const query = new URLSearchParams(url.search);
  const filter = filterOf(url);
  if (filter !== null) query.set('df', filter);
  return serveApi({ world, now, cursors, path: resource, query }, method, seen.grant.rights);
}

/** A listing as the switches leave it: fewer rows, or rows that differ. Both forms of listing end with a page that is not full. */
function damaged(reply: Reply, effects: readonly Effect[]): Reply {
  const { body } = reply;
  if (Array.isArray(body)) return { ...reply, body: withListingFaults(body, effects).rows };
  if (!isRow(body) || !Array.isArray(body.results)) return reply;
  return { ...reply, body: { ...body, results: withListingFaults(body.results, effects, 'deviceId').rows } };
}
