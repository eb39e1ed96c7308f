import { smallWorld } from '../../../../../scripts/vendors/ninjaone/demo/small-world.ts';
import { type Connection, connect } from '../../../../../scripts/vendors/ninjaone/testing/connect.ts';
import { type GuardedFetch, guardedFetch } from '../../../../_kit/clients/guarded-fetch.ts';
import type { Connector, ListingRequest } from '../../connector.ts';
import { ninjaOneConnections } from '../ninjaone.connector.ts';
import type { NinjaSettings } from '../settings.ts';

/** Organisations of the small world, by the vendor's id. */
export const ALPHA = '1';
export const BETA = '2';

export const fetchHere = guardedFetch(['127.0.0.1']);

/** A small simulated NinjaOne and connectors to it. */
export interface SmallNinja extends Connection {
  /** Opens organisations; `own` overrides what is right. */
  open(own?: Partial<NinjaSettings>): (externalId: string) => Connector;
  /** How often a path was asked for. */
  calls(path: string): number;
  /** Everything as it was at the start. */
  reset(): void;
}

export async function smallNinja(): Promise<SmallNinja> {
  const ninja = await connect(smallWorld);
  const { clientId, secrets } = ninja.world.app;
  const [secret = ''] = secrets;
  return {
    ...ninja,
    open: (own = {}) => ninjaOneConnections({ apiUrl: ninja.baseUrl, clientId, secret, fetch: fetchHere, ...own }),
    calls: (path) => ninja.control.log().byPath[path]?.requests ?? 0,
    reset() {
      ninja.control.clearFaults();
      ninja.control.acceptSecret({ secret });
      ninja.control.scopes({ scopes: ['monitoring'] });
      ninja.control.limit({});
      ninja.control.resetLog();
    },
  };
}

/** Calls of the API get this answer, the token endpoint is left alone. */
export function answering(answer: (url: URL) => Response | Promise<Response>): GuardedFetch {
  return async (url, request) => (url.includes('/v2/') ? answer(new URL(url)) : fetchHere(url, request));
}

/** All pages of a listing. */
export async function everything(connector: Connector, request: ListingRequest): Promise<unknown[][]> {
  const pages: unknown[][] = [];
  let link: string | undefined;
  do {
    const page = await connector.page(request, link);
    pages.push([...page.rows]);
    link = page.next;
  } while (link);
  return pages;
}

/** What a call failed with. */
export async function failureOf(work: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  return work.then(
    () => new Error('It went through.') as Error & Record<string, unknown>,
    (error) => error,
  );
}
