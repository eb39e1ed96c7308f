import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { AppError } from '../../shared/kernel/error.ts';
import { env, optionalEnv } from './env.ts';

/** The largest request body taken, in bytes. */
export const MAX_BODY = 256 * 1024;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The session token of the request's cookie. */
export function tokenOf(event: APIGatewayProxyEventV2): string | undefined {
  const name = `${env('COOKIE_NAME')}=`;
  return event.cookies?.find((cookie) => cookie.startsWith(name))?.slice(name.length) || undefined;
}

/**
 * What a request must satisfy before anything is read: JSON only, at most 256 kB, and on unsafe methods an Origin
 * (or, from browsers that send none, a Sec-Fetch-Site) of our own.
 */
export function checkEdge(event: APIGatewayProxyEventV2): void {
  const { method } = event.requestContext.http;
  const verify = optionalEnv('ORIGIN_VERIFY');
  if (verify && event.headers['x-origin-verify'] !== verify) {
    throw new AppError(403, 'edge.direct', 'Call the API through its own address.');
  }
  if (SAFE.has(method)) return;
  const origin = event.headers.origin;
  const site = event.headers['sec-fetch-site'];
  if (origin !== undefined ? origin !== env('ORIGIN') : site !== 'same-origin') {
    throw new AppError(
      403,
      'edge.cross-site',
      'This request does not come from our own pages. Open the page again and repeat.',
    );
  }
  if (!event.body) return;
  const bytes = event.isBase64Encoded ? Math.floor((event.body.length * 3) / 4) : Buffer.byteLength(event.body);
  if (bytes > MAX_BODY) {
    throw new AppError(413, 'body.too-large', 'This request is larger than 256 kB. Send less at once.');
  }
  if (!/^application\/json\b/.test(event.headers['content-type'] ?? '')) {
    throw new AppError(415, 'body.not-json', 'Send the body as application/json.');
  }
}

/** The event as a fetch Request, for oRPC's handler. */
export function requestOf(event: APIGatewayProxyEventV2): Request {
  const { method } = event.requestContext.http;
  const query = event.rawQueryString ? `?${event.rawQueryString}` : '';
  const body =
    event.body === undefined ? undefined : event.isBase64Encoded ? Buffer.from(event.body, 'base64') : event.body;
  return new Request(new URL(`${event.rawPath}${query}`, env('ORIGIN')), {
    method,
    headers: Object.entries(event.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    ),
    ...(SAFE.has(method) ? {} : { body: body ?? null }),
  });
}
