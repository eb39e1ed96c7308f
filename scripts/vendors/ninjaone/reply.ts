import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Refusal } from '../_kit/refusal.ts';

/** An answer before it is written: JSON, or a text with its own content type. */
export interface Reply {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

export function json(body: unknown): Reply {
  return { status: 200, body, headers: {} };
}

/**
 * Error bodies: `error` with a number where authentication failed, `resultCode` with an incident elsewhere. Seen in the
 * field: GitHub, homotechsual/NinjaOne issue 59 and clients of the public API.
 */
export function errorReply({ status, code, message, headers }: Refusal): Reply {
  const body =
    status === 401
      ? { error: code, error_description: message, error_code: 10 }
      : { resultCode: code, errorMessage: message, incidentId: `WEB-${randomUUID().slice(0, 8)}` };
  return { status, body, headers };
}

/** The page of the throttle, which comes as HTML with status 200. Seen in the field: GitHub, clients of the public API. */
export function throttlePage(): Reply {
  const body = '<html><head><title>Too many requests</title></head><body>Too many requests</body></html>';
  return { status: 200, body, headers: { 'content-type': 'text/html;charset=utf-8' } };
}

/** Sets status and headers on the response and gives the bytes of the body. */
export function render({ status, body, headers }: Reply, response: ServerResponse, now: Date): Buffer {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'utf8');
  response.statusCode = status;
  const all: Record<string, string> = {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'x-nj-request-id': randomUUID(),
    date: now.toUTCString(),
    'content-length': String(bytes.length),
    ...headers,
  };
  for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
  return bytes;
}
