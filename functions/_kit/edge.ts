import { isIP } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { AppError } from '../../shared/kernel/error.ts';
import { env, optionalEnv } from './env.ts';
import type { JsonRequest } from './json-handler.ts';

/** The largest request body taken, in bytes. */
export const MAX_BODY = 256 * 1024;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The session token of the request's cookie. */
export function tokenOf(event: APIGatewayProxyEventV2): string | undefined {
  const name = `${env('COOKIE_NAME')}=`;
  return event.cookies?.find((cookie) => cookie.startsWith(name))?.slice(name.length) || undefined;
}

/** What a request with an `Authorization` header proves itself by; '' when that is no bearer token. */
export function bearerOf(event: APIGatewayProxyEventV2): string | undefined {
  const { authorization } = event.headers;
  return authorization === undefined ? undefined : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
}

/** How a request came here: `proved` to come through CloudFront, `refused` because it did not, or `open` to any way. */
function passage({ headers }: APIGatewayProxyEventV2): 'proved' | 'refused' | 'open' {
  const verify = optionalEnv('ORIGIN_VERIFY');
  if (!verify) return 'open';
  return headers['x-origin-verify'] === verify ? 'proved' : 'refused';
}

/**
 * The address of the caller. Behind CloudFront the network shows an address of CloudFront's own, and its function names the
 * caller's in a header; where calls may come by another way, the header is anybody's word and does not count.
 */
export function addressOf(event: APIGatewayProxyEventV2): string {
  const named = event.headers['x-viewer-address'];
  const { sourceIp } = event.requestContext.http;
  return named !== undefined && isIP(named) !== 0 && passage(event) === 'proved' ? named : sourceIp;
}

/**
 * What a request must satisfy before anything is read: JSON only, at most 256 kB, a session or an API key but never both,
 * and on unsafe methods an Origin (or, from browsers that send none, a Sec-Fetch-Site) of our own. With a key and without a
 * session it may come from anywhere: no browser sends a key by itself.
 */
export function checkEdge(event: APIGatewayProxyEventV2): void {
  const { method } = event.requestContext.http;
  if (passage(event) === 'refused') {
    throw new AppError(403, 'edge.direct', 'Call the API through its own address.');
  }
  const bySecret = bearerOf(event) !== undefined;
  if (bySecret && tokenOf(event) !== undefined) {
    throw new AppError(400, 'key.with-cookie', 'Send an API key or the cookie of a session, never both.');
  }
  if (SAFE.has(method)) return;
  if (!bySecret) refuseForeignPage(event);
  if (!event.body) return;
  const bytes = event.isBase64Encoded ? Math.floor((event.body.length * 3) / 4) : Buffer.byteLength(event.body);
  if (bytes > MAX_BODY) {
    throw new AppError(413, 'body.too-large', 'This request is larger than 256 kB. Send less at once.');
  }
  if (!/^application\/json\b/.test(event.headers['content-type'] ?? '')) {
    throw new AppError(415, 'body.not-json', 'Send the body as application/json.');
  }
}

function refuseForeignPage({ headers }: APIGatewayProxyEventV2): void {
  const { origin, 'sec-fetch-site': site } = headers;
  if (origin !== undefined ? origin === env('ORIGIN') : site === 'same-origin') return;
  throw new AppError(
    403,
    'edge.cross-site',
    'This request does not come from our own pages. Open the page again and repeat.',
  );
}

/** The event as oRPC's handler takes it. What stands in its body is read when it is asked for. */
export function requestOf(event: APIGatewayProxyEventV2): JsonRequest {
  const { method } = event.requestContext.http;
  const query = event.rawQueryString ? `?${event.rawQueryString}` : '';
  return {
    method,
    url: new URL(`${event.rawPath}${query}`, env('ORIGIN')),
    headers: event.headers,
    body: async () => {
      if (SAFE.has(method) || !event.body) return undefined;
      const text = event.isBase64Encoded ? Buffer.from(event.body, 'base64').toString() : event.body;
      return JSON.parse(text) as unknown;
    },
    signal: undefined,
  };
}
