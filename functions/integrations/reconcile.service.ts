import type { NewFact } from '../../events/define.ts';
import type { Counters } from '../../shared/integrations/counters.ts';
import { type Trouble, troubleOf } from '../../shared/integrations/trouble.ts';
import { holdsRemoval } from '../../shared/integrations/vanishing.ts';
import { titleOf } from '../../shared/integrations/vendor.ts';
import { change, erase, type Op, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import type { DataSet } from './data-set.service.ts';
import { renewLease } from './lease.ts';
import { ListingEntity, type ListingRow, QuarantinedEntity } from './manifest.entity.ts';
import { inQuarantine, isRecord, Manifest } from './manifest.ts';
import { integrationOf, pullsOf } from './plan.service.ts';
import type { StepKey } from './pull.service.ts';
import { ListedEntity, PullEntity, type PullRow } from './run.entity.ts';
import { MappingEnded, SyncSession, targetOf, type Work } from './sync-session.ts';

const STEP_MS = 50_000;
const CHUNK = 30;
const MOST_PAGES = 6_000;
const unaudited = { audit: false } as const;

/** The keys that a listing shows to be gone: what the vendor reports, or what a complete listing lacks. */
async function goneKeys({ session, pull }: Work, manifest: Manifest): Promise<{ gone: string[]; missing: string[] }> {
  const { runId, organisationId, dataSet } = pull;
  const query = ListedEntity.query.ofPull({ mspId: session.scope.mspId, runId, organisationId, dataSet });
  const pages = await all(session.scope, ListedEntity, query, { most: MOST_PAGES, consistent: true });
  const own = pages.filter(({ page }) => page <= pull.pages);
  const listed = new Set(own.flatMap(({ keys }) => keys.match(/.{8}/g) ?? []));
  const known = manifest.keys();
  const reported = new Set(own.flatMap(({ gone }) => gone));
  return {
    gone: known.filter((key) => reported.has(key)),
    missing: pull.incremental ? [] : known.filter((key) => !reported.has(key) && !listed.has(key.slice(0, 8))),
  };
}

function listingEnd(scope: Scope, pull: PullRow, before: ListingRow | undefined): Op {
  const { integrationId, organisationId, dataSet } = pull;
  const set = { delta: pull.delta, completeAt: scope.now().toISOString(), removalAccepted: undefined };
  return before
    ? change(ListingEntity, before, revised(scope, before, set), unaudited)
    : put(ListingEntity, stamped(scope, { integrationId, organisationId, dataSet, ...set }, 'sync'), unaudited);
}

async function removeKeys(work: Work, manifest: Manifest, keys: readonly string[]): Promise<number> {
  const { session, pull, dataSet, source } = work;
  const { integrationId, companyId } = pull;
  const of = { mspId: session.scope.mspId, integrationId, companyId, dataSet: dataSet.name };
  let removed = 0;
  for (const [part, own] of Map.groupBy(keys, (key) => manifest.partOf(key))) {
    for (let start = 0; start < own.length; start += CHUNK) {
      const chunk = own.slice(start, start + CHUNK);
      const records = chunk.filter((key) => isRecord(manifest.hash(key)));
      const writes = records.length > 0 ? await dataSet.remove(session.scope, targetOf(work), records) : [];
      const freed = chunk
        .filter((key) => inQuarantine(manifest.hash(key)))
        .map((key) => erase(QuarantinedEntity, { ...of, quarantineId: key }));
      const { op, done } = manifest.set(
        session.scope,
        part,
        new Map(chunk.map((key) => [key, undefined])),
        manifest.last(part),
      );
      await session.commit([...writes, ...freed, op], source);
      done();
      removed += records.length;
    }
  }
  return removed;
}

interface End {
  ops?: Op[];
  facts?: NewFact[];
}

async function end(
  session: SyncSession,
  pull: PullRow,
  set: Partial<PullRow>,
  { ops = [], facts }: End = {},
): Promise<void> {
  const after = revised(session.scope, pull, set);
  await session.commit([change(PullEntity, pull, after, unaudited), ...ops], undefined, facts);
}

/** What a listing at its end tells others, when it changed anything. */
function told({ dataSet, pull }: Work, { created, changed, removed }: Counters): NewFact[] {
  return dataSet.synced && created + changed + removed > 0 ? [dataSet.synced(pull.companyId)] : [];
}

function held({ vendor, scope }: SyncSession, pull: PullRow, known: number, missing: number): Trouble {
  const said = `${missing} of ${known} ${titleOf(vendor, pull.dataSet)}`;
  return troubleOf('vanished', { vendor, organisation: pull.organisation, said }, scope.now().toISOString());
}

async function reconcileOne(work: Work): Promise<void> {
  const { session, pull, dataSet } = work;
  const { scope } = session;
  const { integrationId, organisationId, companyId } = pull;
  const get = ListingEntity.get({ mspId: scope.mspId, integrationId, organisationId, dataSet: dataSet.name });
  const listing = await find(scope, ListingEntity, get, { consistent: true });
  if (dataSet.listing === 'window') {
    return end(session, pull, { state: 'done' }, { ops: [listingEnd(scope, pull, listing)] });
  }
  const of = { integrationId, companyId, dataSet: dataSet.name };
  const manifest = await Manifest.read(scope, of, dataSet.parts);
  const { gone, missing } = await goneKeys(work, manifest);
  const known = manifest.keys().filter((key) => isRecord(manifest.hash(key))).length;
  const vanished = missing.filter((key) => isRecord(manifest.hash(key))).length;
  if (holdsRemoval(known, vanished) && !listing?.removalAccepted) {
    const trouble = held(session, pull, known, vanished);
    return end(session, pull, { state: 'held', trouble }, { facts: told(work, pull.counters) });
  }
  const removed = await removeKeys(work, manifest, [...gone, ...missing]);
  const counters = { ...pull.counters, removed: pull.counters.removed + removed };
  const ops = [listingEnd(scope, pull, listing)];
  return end(session, pull, { state: 'done', counters }, { ops, facts: told(work, counters) });
}

/**
 * Third step of a sync, called until it says `done`: removes what complete listings lack and what the vendor reports gone.
 * Listings that broke off are not even looked at; one that lacks more than a fifth is held for a person to judge.
 */
export async function reconcile(
  scope: Scope,
  key: StepKey,
  dataSets: readonly DataSet[],
): Promise<{ state: 'more' | 'done' }> {
  const stopAt = performance.now() + STEP_MS;
  const integration = await integrationOf(scope, key.integrationId);
  const session = new SyncSession(scope, await renewLease(scope, key.integrationId, key.fence), integration.vendor);
  for (const pull of await pullsOf(scope, key.runId)) {
    if (pull.state !== 'listed') continue;
    if (performance.now() > stopAt) return { state: 'more' };
    const dataSet = dataSets.find(({ name }) => name === pull.dataSet);
    if (!dataSet) throw new Error(`Nobody knows how to read the data set ${pull.dataSet}.`);
    const source = await session.sourceOf(pull);
    try {
      if (!source) throw new MappingEnded('No mapping.');
      await reconcileOne({ session, pull, dataSet, source });
    } catch (error) {
      if (!(error instanceof MappingEnded)) throw error;
      const reason = 'This organisation no longer feeds the client.';
      await end(session, pull, { state: 'unavailable', reason });
    }
  }
  return { state: 'done' };
}
