import { Client } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { isOurs } from '../connection-failure.ts';
import {
  type Connector,
  type FoundOrganisation,
  type ListingPage,
  type ListingRequest,
  VendorRefused,
} from '../connector.ts';
import { ownLink } from '../own-link.ts';
import { graphFailure } from './failures.ts';
import type { GraphSettings } from './settings.ts';
import { graphTokens } from './token.ts';
import { Transport, Verbatim } from './transport.ts';

const Listing = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

const OrganizationRow = z.object({
  id: z.guid().toLowerCase(),
  displayName: z.string().default(''),
  verifiedDomains: z.array(z.object({ name: z.string(), isDefault: z.boolean().optional() })).default([]),
});

/** A partner's customer. Source: Microsoft Graph, "contract resource type". */
const ContractRow = z.object({
  customerId: z.guid().toLowerCase(),
  displayName: z.string().default(''),
  defaultDomainName: z.string().default(''),
});

/** Pages of the partner listing: far above what an MSP has. */
const MOST_PAGES = 50;

/** Microsoft Graph for one tenant (application permissions, v1.0). */
export function graphConnector(settings: GraphSettings): Connector {
  const tokens = graphTokens(settings);

  const get = async (request: ListingRequest, link?: string): Promise<unknown> => {
    const transport = new Transport(settings, tokens);
    const client = Client.initWithMiddleware({ baseUrl: settings.apiUrl, middleware: transport });
    // Custom headers are not carried by links: they go with every page.
    const call = client
      .api(request.path)
      .version('v1.0')
      .headers({ ...request.headers });
    if (request.query) call.query({ ...request.query });
    if (link) call.middlewareOptions([new Verbatim(ownLink(link, settings.apiUrl, 'Graph'))]);
    try {
      return await call.get();
    } catch (error) {
      throw isOurs(transport.failure) ? transport.failure : graphFailure(transport.failure ?? error);
    }
  };

  const page = async (request: ListingRequest, link?: string): Promise<ListingPage> => {
    const parsed = Listing.safeParse(await get(request, link));
    if (!parsed.success) {
      throw new VendorRefused('unexpected', 'Graph answered no listing.', { said: 'no listing' });
    }
    const { value, '@odata.nextLink': next, '@odata.deltaLink': delta } = parsed.data;
    return {
      rows: value,
      ...(next ? { next: ownLink(next, settings.apiUrl, 'Graph') } : {}),
      ...(delta ? { delta: ownLink(delta, settings.apiUrl, 'Graph') } : {}),
    };
  };

  const organisation = async (): Promise<FoundOrganisation> => {
    const { rows } = await page({ path: '/organization', query: { $select: 'id,displayName,verifiedDomains' } });
    const parsed = OrganizationRow.safeParse(rows[0]);
    if (!parsed.success) throw new VendorRefused('unexpected', 'Graph tells nothing about the tenant.');
    const { id, displayName, verifiedDomains } = parsed.data;
    const domains = verifiedDomains.toSorted((a, b) => Number(b.isDefault ?? false) - Number(a.isDefault ?? false));
    return { externalId: id, name: displayName || id, domains: domains.map(({ name }) => name.toLowerCase()) };
  };

  const customers = async (): Promise<FoundOrganisation[] | undefined> => {
    const found: FoundOrganisation[] = [];
    let link: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const listing = await contracts(link);
      if (!listing) return undefined;
      for (const row of listing.rows) {
        const parsed = ContractRow.safeParse(row);
        if (!parsed.success) continue;
        const { customerId, displayName, defaultDomainName } = parsed.data;
        const domains = defaultDomainName ? [defaultDomainName.toLowerCase()] : [];
        found.push({ externalId: customerId, name: displayName || customerId, domains });
      }
      link = listing.next;
      if (!link) break;
    }
    return found;
  };

  /** Only partners have this listing; for others Graph says "forbidden" or "no such resource". */
  const contracts = async (link: string | undefined): Promise<ListingPage | undefined> => {
    try {
      return await page({ path: '/contracts', query: { $select: 'customerId,displayName,defaultDomainName' } }, link);
    } catch (error) {
      if (!(error instanceof VendorRefused)) throw error;
      if (error.code === 'permission-missing' || /^(403|404|400) ?/.test(error.said ?? '')) return undefined;
      throw error;
    }
  };

  return { page, organisation, customers };
}
