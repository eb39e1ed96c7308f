import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import { authorizedCall } from '../authorized-call.ts';
import { connectionFailure } from '../connection-failure.ts';
import type { TokenSource } from '../token-source.ts';
import type { GraphSettings } from './settings.ts';

/** Carries a link of the vendor past the client, which would take a link apart and put it together anew. */
export class Verbatim implements MiddlewareOptions {
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }
}

/** Last and only handler of the client's chain: the client's own sends tokens to https hosts of Microsoft only. */
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
    const verbatim = context.middlewareControl?.getMiddlewareOptions(Verbatim) as Verbatim | undefined;
    const headers = new Headers(context.options?.headers as Record<string, string> | undefined);
    // Background work steps back first when the tenant comes near its limit (Microsoft Graph, "Throttling guidance").
    headers.set('x-ms-throttle-priority', 'low');
    const { fetch, timeoutMs } = this.#settings;
    const caller = { vendor: 'Graph', fetch, timeoutMs, tokens: this.#tokens };
    try {
      const url = verbatim?.url ?? String(context.request);
      context.response = await authorizedCall(caller, url, Object.fromEntries(headers));
    } catch (error) {
      this.failure = connectionFailure(error);
      throw error;
    }
  }
}
