import { addUp, NOTHING } from '../../shared/integrations/counters.ts';
import { retryAt } from '../../shared/integrations/retry-at.ts';
import { type Trouble, type TroubleCode, troubleOf } from '../../shared/integrations/trouble.ts';
import { VENDORS } from '../../shared/integrations/vendor.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import { find } from '../_kit/store.ts';
import type { OpenConnector } from './connections.service.ts';
import { type Connector, DeltaExpired, type ListingPage, VendorBusy, VendorRefused } from './connectors/connector.ts';
import type { DataSet } from './data-set.service.ts';
import { ListingEntity, type ListingRow } from './manifest.entity.ts';
import { Manifest } from './manifest.ts';
import { writePage } from './page-writer.ts';
import { endOfLife } from './plan.service.ts';
import { ListedEntity, PullEntity, type PullRow } from './run.entity.ts';
import { MappingEnded, type SyncSession, type Work } from './sync-session.ts';

/** One organisation's pulls, in the vendor's order. */
export interface Lane {
  session: SyncSession;
  pulls: PullRow[];
  dataSets: readonly DataSet[];
}

/** A listing of more pages than this is taken for one that never ends. */
const MOST_PAGES = 5_000;
/** Refusals in a row before a pull is left to the next run. */
const MOST_TRIES = 8;
const unaudited = { audit: false } as const;

/** These concern the organisation, not the data set: its other pulls would only hear the same. */
const OF_ORGANISATION = new Set<TroubleCode>(['consent-missing', 'tenant-unknown', 'app-unknown']);

async function move(session: SyncSession, pull: PullRow, set: Partial<PullRow>, ops: Op[] = []): Promise<PullRow> {
  const next = revised(session.scope, pull, set);
  await session.commit([change(PullEntity, pull, next, unaudited), ...ops]);
  return next;
}

function listingOf({ scope }: SyncSession, { integrationId, organisationId, dataSet }: PullRow) {
  const get = ListingEntity.get({ mspId: scope.mspId, integrationId, organisationId, dataSet });
  return find(scope, ListingEntity, get, { consistent: true });
}

/** What became of a pull, beyond "go on". */
type End = { waits: true } | { trouble: Trouble } | undefined;

async function onFailure(work: Pick<Work, 'session' | 'pull' | 'dataSet'>, error: unknown): Promise<End> {
  const { session, pull, dataSet } = work;
  const { scope, vendor } = session;
  const where = { vendor: VENDORS[vendor].name, organisation: pull.organisation };
  const now = scope.now();
  const failed = async (code: TroubleCode, said?: string): Promise<End> => {
    const trouble = troubleOf(code, { ...where, ...(said ? { said } : {}) }, now.toISOString());
    await move(session, pull, { state: 'failed', trouble, waitingUntil: undefined });
    return { trouble };
  };
  if (error instanceof MappingEnded) {
    const reason = 'This organisation no longer feeds the client.';
    await move(session, pull, { state: 'unavailable', reason, waitingUntil: undefined });
    return undefined;
  }
  if (error instanceof VendorBusy) {
    if (pull.tries + 1 >= MOST_TRIES) return failed(error.throttled ? 'throttled' : 'unreachable');
    const at = retryAt(now, error.retryAfter, pull.tries, Math.random());
    await move(session, pull, { state: 'waiting', tries: pull.tries + 1, waitingUntil: at.toISOString() });
    return { waits: true };
  }
  if (!(error instanceof VendorRefused)) throw error;
  const absent = dataSet.absent?.[error.vendorCode ?? ''];
  if (absent) {
    await move(session, pull, { state: 'unavailable', reason: absent, waitingUntil: undefined });
    return undefined;
  }
  const said =
    error.code === 'permission-missing'
      ? VENDORS[vendor].dataSets.find(({ name }) => name === pull.dataSet)?.title.toLowerCase()
      : error.said;
  return failed(error.code, said);
}

/** The next page, or a fresh start when the link to later changes is too old. */
async function fetchPage(work: Work, connector: Connector, listing: ListingRow | undefined): Promise<ListingPage> {
  const { pull, dataSet } = work;
  const request = dataSet.request(listing?.completeAt === undefined);
  return connector.page(request, pull.next ?? (pull.incremental ? listing?.delta : undefined));
}

/** Gives the page, or throws what went wrong on its way, when it is asked for. */
type Ahead = () => Promise<ListingPage>;

function fetchAhead(connector: Connector, dataSet: DataSet, link: string): Ahead {
  const outcome = connector.page(dataSet.request(false), link).then(
    (page) => ({ page }),
    (error: unknown) => ({ error }),
  );
  return async () => {
    const result = await outcome;
    if ('error' in result) throw result.error;
    return result.page;
  };
}

function startingOver(pull: PullRow): Partial<PullRow> {
  return { ...pull, next: undefined, incremental: undefined, pages: 0, counters: NOTHING };
}

async function keepPage(work: Work, manifest: Manifest, page: ListingPage): Promise<PullRow> {
  const { session, pull, dataSet } = work;
  const { scope } = session;
  const { counters, keys, gone } = await writePage(work, manifest, page.rows);
  const pages = pull.pages + 1;
  const next = dataSet.pages !== undefined && pages >= dataSet.pages ? undefined : page.next;
  const { runId, organisationId } = pull;
  const listed = { mspId: scope.mspId, runId, organisationId, dataSet: dataSet.name, page: pages, keys, gone };
  return move(
    session,
    pull,
    {
      pages,
      counters: addUp([pull.counters, counters]),
      tries: 0,
      waitingUntil: undefined,
      next,
      state: next ? 'running' : 'listed',
      ...(page.delta ? { delta: page.delta } : {}),
    },
    dataSet.listing === 'window' ? [] : [replace(ListedEntity, { ...listed, ttl: endOfLife(scope) })],
  );
}

async function pullOne(begun: Work, connector: Connector, timeIsUp: () => boolean): Promise<End | 'time'> {
  const { session, dataSet } = begun;
  const { integrationId, companyId } = begun.pull;
  let listing = await listingOf(session, begun.pull);
  const manifest = await Manifest.read(
    session.scope,
    { integrationId, companyId, dataSet: dataSet.name },
    dataSet.parts,
  );
  let work = begun;
  if (work.pull.pages === 0 && dataSet.listing === 'changes' && listing?.delta) {
    work = { ...work, pull: { ...work.pull, incremental: true } };
  }
  let ahead: Ahead | undefined;
  while (work.pull.state !== 'listed') {
    if (timeIsUp()) return 'time';
    try {
      const page: ListingPage = ahead ? await ahead() : await fetchPage(work, connector, listing);
      // The next page is on its way while this one is written.
      const isLast = work.pull.pages + 1 >= (dataSet.pages ?? MOST_PAGES);
      ahead = page.next && !isLast && !timeIsUp() ? fetchAhead(connector, dataSet, page.next) : undefined;
      if (page.next && (page.next === work.pull.next || work.pull.pages >= MOST_PAGES)) {
        throw new VendorRefused('unexpected', 'The listing does not end.', { said: 'a listing that does not end' });
      }
      work = { ...work, pull: await keepPage(work, manifest, page) };
    } catch (error) {
      ahead = undefined;
      if (!(error instanceof DeltaExpired) || !work.pull.incremental) return onFailure(work, error);
      listing = listing ? { ...listing, delta: undefined } : undefined;
      work = { ...work, pull: await move(session, work.pull, startingOver(work.pull)) };
    }
  }
  return undefined;
}

/**
 * Pulls an organisation's data sets one after the other, to the end or until the vendor makes it wait.
 *
 * @returns the trouble that ended it, if one did
 */
export async function pullToTheEnd(
  { session, pulls, dataSets }: Lane,
  openConnector: OpenConnector,
  timeIsUp: () => boolean,
): Promise<Trouble | undefined> {
  let ofOrganisation: Trouble | undefined;
  for (const pull of pulls) {
    if (timeIsUp()) return undefined;
    if (ofOrganisation) {
      await move(session, pull, { state: 'failed', trouble: ofOrganisation, waitingUntil: undefined });
      continue;
    }
    const dataSet = dataSets.find(({ name }) => name === pull.dataSet);
    if (!dataSet) throw new Error(`Nobody knows how to read the data set ${pull.dataSet}.`);
    const source = await session.sourceOf(pull);
    if (!source) {
      await onFailure({ session, pull, dataSet }, new MappingEnded('No mapping.'));
      continue;
    }
    const end = await pullOne({ session, pull, dataSet, source }, openConnector(pull.externalId), timeIsUp);
    if (end === 'time' || (end && 'waits' in end)) return undefined;
    if (!end) continue;
    if (!OF_ORGANISATION.has(end.trouble.code) && end.trouble.code !== 'secret-refused') continue;
    ofOrganisation = end.trouble;
  }
  return ofOrganisation;
}
