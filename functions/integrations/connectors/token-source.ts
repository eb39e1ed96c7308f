import { z } from 'zod';
import type { GuardedFetch } from '../../_kit/clients/guarded-fetch.ts';
import { VendorBusy } from './connector.ts';

/** Milliseconds for one attempt, body included: a vendor that sends nothing for this long is given up for now. */
export const ATTEMPT_MS = 10_000;

/** A token as OAuth gives it. Source: RFC 6749, 5.1. */
export const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
export type Granted = z.infer<typeof Granted>;

/** A token is renewed this long before it ends, so that it does not end on the way. */
const EARLY_MS = 60_000;

/**
 * Posts a form to a token endpoint.
 *
 * @returns status and parsed body of an answer that is final
 * @throws VendorBusy when the endpoint is throttled or out of order
 * @throws SyntaxError when the answer is no JSON
 */
export async function askForToken(
  { fetch, timeoutMs = ATTEMPT_MS }: { fetch: GuardedFetch; timeoutMs?: number | undefined },
  url: string,
  form: Record<string, string>,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { status } = response;
  if (status === 429 || status >= 500) {
    await response.body?.cancel();
    throw new VendorBusy(`The token endpoint answered ${status}.`, status === 429, response.headers.get('retry-after'));
  }
  return { status, body: JSON.parse((await response.text()) || 'null') };
}

export interface TokenSource {
  /** A token that is good for at least a minute. */
  get(): Promise<string>;
  /** Gives up a token that was refused, so that the next `get` asks for a new one. */
  drop(token: string): void;
}

/**
 * Tokens of one credential, kept in memory. However many calls find the token ended, it is renewed once, and all of them
 * wait for that one.
 */
export function tokenSource(ask: () => Promise<Granted>, now: () => number = Date.now): TokenSource {
  let current: { token: string; until: number } | undefined;
  let renewal: Promise<string> | undefined;
  const renew = async () => {
    const { access_token: token, expires_in: seconds } = await ask();
    current = { token, until: now() + seconds * 1000 - EARLY_MS };
    return token;
  };
  return {
    async get() {
      if (current && now() < current.until) return current.token;
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
    drop(token) {
      if (current?.token === token) current = undefined;
    },
  };
}
