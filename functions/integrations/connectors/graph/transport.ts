import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import { DeltaExpired, VendorBusy, VendorRefused } from '../connector.ts';
import { connectionFailure } from './failures.ts';
import { ATTEMPT_MS, type GraphSettings } from './settings.ts';
import type { TokenSource } from './token.ts';

/** Carries a link of the vendor past the client, which would take a link apart and put it together anew. */
export class Verbatim implements MiddlewareOptions {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }
}

/**
 * Last and only handler of the client's chain: token, address check, time limit and our own fetch. A token that ended on
 * the way is renewed once; redirects are refused, for they would carry the token elsewhere.
 */
export class Transport implements Middleware {
  readonly #settings: GraphSettings;
  readonly #tokens: TokenSource;
  /** What went wrong below the client, which would wrap it beyond recognition. */
  failure: unknown;

  constructor(settings: GraphSettings, tokens: TokenSource) {
    this.#settings = settings;
    this.#tokens = tokens;
  }

  async execute(context: Context): Promise<void> {
    try {
      context.response = await this.#send(context);
    } catch (error) {
      this.failure = connectionFailure(error);
      throw error;
    }
  }

  async #send(context: Context): Promise<Response> {
    const verbatim = context.middlewareControl?.getMiddlewareOptions(Verbatim) as Verbatim | undefined;
    const url = verbatim?.url ?? String(context.request);
    const token = await this.#tokens.get();
    const first = await this.#attempt(url, context, token);
    if (first.status !== 401) return first;
    this.#tokens.drop(token);
    return this.#attempt(url, context, await this.#tokens.get());
  }

  async #attempt(url: string, context: Context, token: string): Promise<Response> {
    const headers = new Headers(context.options?.headers as Record<string, string> | undefined);
    headers.set('authorization', `Bearer ${token}`);
    headers.set('accept', 'application/json');
    // Background work steps back first when the tenant comes near its limit (Microsoft Graph, "Throttling guidance").
    headers.set('x-ms-throttle-priority', 'low');
    const response = await this.#settings.fetch(url, {
      headers: Object.fromEntries(headers),
      signal: AbortSignal.timeout(this.#settings.timeoutMs ?? ATTEMPT_MS),
    });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new VendorRefused('unexpected', 'Graph redirected the call.', { said: `redirect ${response.status}` });
    }
    // Read here and not in the client: a body that ends too early then keeps its own error.
    const body = await response.text();
    return new Response(response.status === 204 ? null : body, { status: response.status, headers: response.headers });
  }
}

/** True for the errors of `connector.ts`: they go to the caller as they are. */
export function isOurs(error: unknown): boolean {
  return error instanceof VendorBusy || error instanceof VendorRefused || error instanceof DeltaExpired;
}
