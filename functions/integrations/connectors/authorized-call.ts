import type { GuardedFetch } from '../../_kit/clients/guarded-fetch.ts';
import { VendorRefused } from './connector.ts';
import { ATTEMPT_MS, type TokenSource } from './token-source.ts';

/** Far above any page that we ask for. */
const MOST_BYTES = 32 * 1024 * 1024;

export interface Caller {
  /** The vendor's name in errors. */
  vendor: string;
  fetch: GuardedFetch;
  tokens: TokenSource;
  /** Milliseconds for one attempt, body included. */
  timeoutMs?: number | undefined;
  /** The most that an answer may hold. */
  mostBytes?: number;
}

/**
 * Gets an address with the token, the body read to its end. A token that ended on the way is renewed once; redirects are
 * refused, for they would carry the token elsewhere.
 *
 * @throws VendorRefused `unexpected` for a redirect or an answer without measure
 */
export async function authorizedCall(
  caller: Caller,
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const token = await caller.tokens.get();
  const first = await attempt(caller, url, headers, token);
  if (first.status !== 401) return first;
  caller.tokens.drop(token);
  return attempt(caller, url, headers, await caller.tokens.get());
}

async function attempt(
  { vendor, fetch, timeoutMs = ATTEMPT_MS, mostBytes = MOST_BYTES }: Caller,
  url: string,
  headers: Readonly<Record<string, string>>,
  token: string,
): Promise<Response> {
  const response = await fetch(url, {
    headers: { ...headers, accept: 'application/json', authorization: `Bearer ${token}` },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { status } = response;
  if (status >= 300 && status < 400) {
    await response.body?.cancel();
    throw new VendorRefused('unexpected', `${vendor} redirected the call.`, { said: `redirect ${status}` });
  }
  // Read here and not by the caller: a body that ends too early then keeps its own error.
  const body = await textWithin(response, mostBytes);
  if (body === undefined) {
    const said = `an answer of more than ${Math.floor(mostBytes / 1024)} kB`;
    throw new VendorRefused('unexpected', `${vendor} gave ${said}.`, { said });
  }
  return new Response(status === 204 ? null : body, { status, headers: response.headers });
}

/** The body as text; undefined when it is longer than the limit, without reading on. */
async function textWithin(response: Response, mostBytes: number): Promise<string | undefined> {
  if (!response.body) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.length;
    if (size > mostBytes) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
