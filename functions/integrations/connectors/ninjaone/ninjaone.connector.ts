import { z } from 'zod';
import { authorizedCall } from '../authorized-call.ts';
import { connectionFailure } from '../connection-failure.ts';
import {
  type Connector,
  type FoundOrganisation,
  type ListingPage,
  type ListingRequest,
  VendorBusy,
  VendorRefused,
} from '../connector.ts';
import { ownLink } from '../own-link.ts';
import { askForToken, Granted, tokenSource } from '../token-source.ts';
import { callFailure, tokenFailure } from './failures.ts';
import { addressOf, PAGE_SIZE, PlaceLost, pageOf, standOf } from './listing.ts';
import type { NinjaSettings } from './settings.ts';

const OrganizationRow = z.object({ id: z.int().positive(), name: z.string().default('') });

/** The least that reads: an app that lacks a scope we ask for would get no token at all. */
const SCOPE = 'monitoring';

/** Listings that take a device filter. */
const FILTERED = /^\/(devices|devices-detailed|queries\/.+)$/;

/** Pages of the MSP's own organisations: far above what an MSP has. */
const MOST_PAGES = 50;

/**
 * NinjaOne Public API 2.0 for one MSP. All connectors that come out of it share one token.
 *
 * @returns opens an organisation by its id. Its listings of devices and reports are filtered to it, and paths begin with
 *   `/organization/{organisation}/` otherwise; `customers` are the MSP's organisations whatever was opened.
 */
export function ninjaOneConnections(settings: NinjaSettings): (externalId: string) => Connector {
  const { apiUrl, fetch, timeoutMs } = settings;
  const tokens = tokenSource(async () => {
    const { status, body } = await askForToken(settings, `${apiUrl}/ws/oauth/token`, {
      grant_type: 'client_credentials',
      client_id: settings.clientId,
      client_secret: settings.secret,
      scope: SCOPE,
    });
    if (status !== 200) throw tokenFailure(status, body, settings);
    return Granted.parse(body);
  });

  const get = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> => {
    try {
      const [sent = url] = url.split('#');
      const response = await authorizedCall({ vendor: 'NinjaOne', fetch, timeoutMs, tokens }, sent, headers);
      if (!response.ok) throw await callFailure(response, settings, url.startsWith(`${apiUrl}/v2/organization/`));
      // The front throttles with a page for people and status 200. Seen in the field: GitHub, clients of the public API.
      if (/\bhtml\b/.test(response.headers.get('content-type') ?? '')) {
        throw new VendorBusy('NinjaOne answered with a page for people.', true);
      }
      return await response.json();
    } catch (error) {
      throw connectionFailure(error);
    }
  };

  const pageAt = async (url: string, headers: ListingRequest['headers']): Promise<ListingPage> =>
    pageOf(await get(url, headers), new URL(url));

  const list = async ({ path, query, headers }: ListingRequest, link?: string): Promise<ListingPage> => {
    const first = addressOf(new URL(`${apiUrl}/v2${path}`), { pageSize: String(PAGE_SIZE), ...query });
    if (!link) return pageAt(first, headers);
    const url = ownLink(link, apiUrl, 'NinjaOne');
    const stand = standOf(new URL(url));
    try {
      return await pageAt(url, headers);
    } catch (error) {
      if (!stand || !isPlaceLost(error)) throw error;
      return behind(stand.read, first, (each) => pageAt(each, headers));
    }
  };

  const customers = async (): Promise<FoundOrganisation[]> => {
    const found: FoundOrganisation[] = [];
    let link: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const { rows, next } = await list({ path: '/organizations' }, link);
      for (const row of rows) {
        const parsed = OrganizationRow.safeParse(row);
        if (parsed.success) found.push(foundOf(parsed.data));
      }
      link = next;
      if (!link) break;
    }
    return found;
  };

  return (externalId) => {
    const id = () => {
      if (/^\d{1,10}$/.test(externalId)) return externalId;
      throw new VendorRefused('tenant-unknown', 'The id of a NinjaOne organisation is a number.');
    };
    return {
      page: async (request, link) => list(ofOrganisation(request, id()), link),
      organisation: async () => {
        const parsed = OrganizationRow.safeParse(await get(`${apiUrl}/v2/organization/${id()}`));
        if (parsed.success) return foundOf(parsed.data);
        throw new VendorRefused('unexpected', 'NinjaOne tells nothing about the organisation.');
      },
      customers,
    };
  };
}

/** A cursor that has ended is a bad request; so is little else about a link that was good before. */
function isPlaceLost(error: unknown): boolean {
  return error instanceof PlaceLost || (error instanceof VendorRefused && /^400\b/.test(error.said ?? ''));
}

/** The page behind so many rows of a report that has to be read anew: rows come in the order of devices. */
async function behind(
  read: number,
  first: string,
  pageAt: (url: string) => Promise<ListingPage>,
): Promise<ListingPage> {
  let page = await pageAt(first);
  let passed = page.rows.length;
  while (page.next && passed <= read) {
    page = await pageAt(page.next);
    passed += page.rows.length;
  }
  return { ...page, rows: page.rows.slice(Math.max(0, page.rows.length - (passed - read))) };
}

/** The vendor knows no mail domains of an organisation. */
function foundOf({ id, name }: z.infer<typeof OrganizationRow>): FoundOrganisation {
  return { externalId: String(id), name: name || String(id), domains: [] };
}

/** The listing as this organisation's alone. One that would bring the rows of others is a defect of ours. */
function ofOrganisation(request: ListingRequest, id: string): ListingRequest {
  if (request.path.startsWith('/organization/{organisation}/')) {
    return { ...request, path: request.path.replace('{organisation}', id) };
  }
  if (!FILTERED.test(request.path)) throw new Error(`${request.path} is no listing of one organisation.`);
  const df = [`org = ${id}`, request.query?.df].filter((each) => each).join(' AND ');
  return { ...request, query: { ...request.query, df } };
}
