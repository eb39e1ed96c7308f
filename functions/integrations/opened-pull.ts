import { find } from '../_kit/store.ts';
import type { OpenConnector } from './connections.service.ts';
import type { Connector } from './connectors/connector.ts';
import type { DataSet } from './data-set.service.ts';
import { ListingEntity, type ListingRow } from './manifest.entity.ts';
import { Manifest } from './manifest.ts';
import { PageFeed } from './page-feed.ts';
import type { PullRow } from './run.entity.ts';
import type { SyncSession, Work } from './sync-session.ts';

/** One organisation's pulls, in the vendor's order. */
export interface Lane {
  session: SyncSession;
  pulls: PullRow[];
  dataSets: readonly DataSet[];
}

/** A listing of more pages than this is taken for one that never ends. */
export const MOST_PAGES = 5_000;
function listingOf({ scope }: SyncSession, { integrationId, organisationId, dataSet }: PullRow) {
  const get = ListingEntity.get({ mspId: scope.mspId, integrationId, organisationId, dataSet });
  return find(scope, ListingEntity, get, { consistent: true });
}

/** What a pull starts from, and its pages, the first of them on its way. */
export interface Opened {
  work: Work;
  listing: ListingRow | undefined;
  manifest: Manifest;
  feed: PageFeed;
}

/** The pages of a pull from where it stands, or from the beginning when `listing` knows no link to later changes. */
export function feedOf(
  { pull, dataSet }: Work,
  listing: ListingRow | undefined,
  connector: Connector,
  timeIsUp: () => boolean,
) {
  const request = dataSet.request(listing?.completeAt === undefined);
  return new PageFeed({
    fetch: (link) => connector.page(request, link),
    from: pull.next ?? (pull.incremental ? listing?.delta : undefined),
    most: (dataSet.pages ?? MOST_PAGES) - pull.pages,
    stopped: timeIsUp,
  });
}

/** Reads where a pull stands and asks for its first page; undefined when its organisation feeds no company any more. */
export async function openPull(
  { session, dataSets }: Lane,
  given: PullRow,
  openConnector: OpenConnector,
  timeIsUp: () => boolean,
): Promise<Opened | undefined> {
  const dataSet = dataSetOf(dataSets, given);
  const { integrationId, companyId } = given;
  const [source, listing, manifest] = await Promise.all([
    session.sourceOf(given),
    listingOf(session, given),
    Manifest.read(session.scope, { integrationId, companyId, dataSet: dataSet.name }, dataSet.parts),
  ]);
  if (!source) return undefined;
  const begins = given.pages === 0 && dataSet.listing === 'changes' && listing?.delta !== undefined;
  const pull = begins ? { ...given, incremental: true } : given;
  const work = { session, pull, dataSet, source };
  return { work, listing, manifest, feed: feedOf(work, listing, openConnector(pull.externalId), timeIsUp) };
}

/** How the pull's data set is read. @throws when nobody knows */
export function dataSetOf(dataSets: readonly DataSet[], { dataSet: wanted }: PullRow): DataSet {
  const dataSet = dataSets.find(({ name }) => name === wanted);
  if (!dataSet) throw new Error(`Nobody knows how to read the data set ${wanted}.`);
  return dataSet;
}
