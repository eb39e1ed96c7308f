import { addUp, NOTHING } from '../../shared/integrations/counters.ts';
import { retryAt } from '../../shared/integrations/retry-at.ts';
import { type Trouble, type TroubleCode, troubleOf } from '../../shared/integrations/trouble.ts';
import { titleOf } from '../../shared/integrations/vendor.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { OpenConnector } from './connections.service.ts';
import { type Connector, DeltaExpired, type ListingPage, VendorBusy, VendorRefused } from './connectors/connector.ts';
import type { Manifest } from './manifest.ts';
import { dataSetOf, feedOf, type Lane, MOST_PAGES, type Opened, openPull } from './opened-pull.ts';
import { writePage } from './page-writer.ts';
import { endOfLife } from './plan.service.ts';
import { ListedEntity, PullEntity, type PullRow } from './run.entity.ts';
import { MappingEnded, type SyncSession, type Work } from './sync-session.ts';

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

/** What became of a pull, beyond "go on". */
type End = { waits: true } | { trouble: Trouble } | undefined;

async function onFailure(work: Pick<Work, 'session' | 'pull' | 'dataSet'>, error: unknown): Promise<End> {
  const { session, pull, dataSet } = work;
  const { scope, vendor } = session;
  const where = { vendor, organisation: pull.organisation };
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
  const said = error.code === 'permission-missing' ? titleOf(vendor, pull.dataSet) : error.said;
  return failed(error.code, said);
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

/**
 * Writes page after page as they come. A link to later changes that is too old is a fresh start.
 *
 * @param whole hears when the vendor has been asked for all of it
 */
async function pullOne(
  { listing, manifest, ...opened }: Opened,
  connector: Connector,
  timeIsUp: () => boolean,
  whole: () => void,
): Promise<End | 'time'> {
  let { work, feed } = opened;
  const hear = () => void feed.asked.then((wasWhole) => wasWhole && whole());
  hear();
  while (work.pull.state !== 'listed') {
    if (timeIsUp()) return 'time';
    try {
      const page = await feed.take();
      if (page.next && (page.next === work.pull.next || work.pull.pages >= MOST_PAGES)) {
        throw new VendorRefused('unexpected', 'The listing does not end.', { said: 'a listing that does not end' });
      }
      work = { ...work, pull: await keepPage(work, manifest, page) };
    } catch (error) {
      if (!(error instanceof DeltaExpired) || !work.pull.incremental) return onFailure(work, error);
      work = { ...work, pull: await move(work.session, work.pull, startingOver(work.pull)) };
      feed = feedOf(work, listing && { ...listing, delta: undefined }, connector, timeIsUp);
      hear();
    }
  }
  return undefined;
}

/**
 * Pulls an organisation's data sets one after the other, to the end or until the vendor makes it wait. The next data set is
 * asked for while the last pages of the one before are written, so that the vendor is asked without a pause.
 *
 * @returns the trouble that ended it, if one did
 */
export async function pullToTheEnd(
  lane: Lane,
  openConnector: OpenConnector,
  timeIsUp: () => boolean,
): Promise<Trouble | undefined> {
  const { session, pulls, dataSets } = lane;
  let ofOrganisation: Trouble | undefined;
  let ahead: Promise<Opened | undefined> | undefined;
  for (const [index, pull] of pulls.entries()) {
    if (timeIsUp()) return undefined;
    if (ofOrganisation) {
      await move(session, pull, { state: 'failed', trouble: ofOrganisation, waitingUntil: undefined });
      continue;
    }
    const opened = await (ahead ?? openPull(lane, pull, openConnector, timeIsUp));
    ahead = undefined;
    if (!opened) {
      const dataSet = dataSetOf(dataSets, pull);
      await onFailure({ session, pull, dataSet }, new MappingEnded('No mapping.'));
      continue;
    }
    const openNext = () => {
      const next = pulls[index + 1];
      if (!next || timeIsUp()) return;
      ahead = openPull(lane, next, openConnector, timeIsUp);
      // Its failure is heard when its turn comes, if it comes.
      ahead.catch(() => undefined);
    };
    const end = await pullOne(opened, openConnector(pull.externalId), timeIsUp, openNext);
    if (end === 'time' || (end && 'waits' in end)) return undefined;
    if (!end) continue;
    if (!OF_ORGANISATION.has(end.trouble.code) && end.trouble.code !== 'secret-refused') continue;
    ofOrganisation = end.trouble;
  }
  return ofOrganisation;
}
