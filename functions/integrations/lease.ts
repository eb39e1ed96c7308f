import { AppError } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, put, unchanged } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { LeaseEntity, type LeaseRow } from './lease.entity.ts';

/** Longer than a step can work, so that a living worker never loses it; a dead one is replaced after as long. */
const LEASE_MS = 5 * 60_000;

/** Another run, or another worker of this run, writes for the integration now. What this one would still write is void. */
export class SyncSuperseded extends Error {
  override name = 'SyncSuperseded';
}

const unaudited = { audit: false } as const;
const until = (scope: Scope, ms = LEASE_MS) => new Date(scope.now().getTime() + ms).toISOString();

export function leaseOf(scope: Scope, integrationId: string): Promise<LeaseRow | undefined> {
  return find(scope, LeaseEntity, LeaseEntity.get({ mspId: scope.mspId, integrationId }), { consistent: true });
}

/** True while a worker of some run may be writing. */
export function isHeld(scope: Scope, lease: LeaseRow | undefined): boolean {
  return lease !== undefined && lease.runId !== '' && lease.until > scope.now().toISOString();
}

/**
 * Takes the lease for a run, with the next fence number; undefined while another run holds it. A run that is taken up
 * again takes it from its own lost worker at once.
 */
export async function takeLease(scope: Scope, integrationId: string, runId: string): Promise<LeaseRow | undefined> {
  const before = await leaseOf(scope, integrationId);
  if (before && isHeld(scope, before) && before.runId !== runId) return undefined;
  const next: LeaseRow = before
    ? revised(scope, before, { runId, fence: before.fence + 1, until: until(scope) })
    : stamped(scope, { integrationId, runId, fence: 1, until: until(scope) }, 'sync');
  const op = before
    ? change(LeaseEntity, before, next, { ...unaudited, what: 'lease' })
    : put(LeaseEntity, next, { ...unaudited, taken: () => new AppError(409, 'lease.changed', 'Taken just now.') });
  try {
    await commit(scope, [op]);
    return next;
  } catch (error) {
    if (error instanceof AppError && error.code === 'lease.changed') return undefined;
    throw error;
  }
}

/**
 * The lease of a step's run, renewed.
 *
 * @throws SyncSuperseded when the fence has risen since the run was planned
 */
export async function renewLease(
  scope: Scope,
  integrationId: string,
  fence: number,
  extraSeconds = 0,
): Promise<LeaseRow> {
  const before = await leaseOf(scope, integrationId);
  if (!before || before.fence !== fence || before.runId === '') throw new SyncSuperseded('The lease is lost.');
  const next = revised(scope, before, { until: until(scope, LEASE_MS + extraSeconds * 1_000) });
  await superseding(() => commit(scope, [change(LeaseEntity, before, next, { ...unaudited, what: 'lease' })]));
  return next;
}

/** Lets a commit through only while this worker holds the lease. */
export function holding(lease: LeaseRow): Op {
  return unchanged(LeaseEntity, lease, 'lease');
}

/** Gives the lease back, in the commit that ends the run. */
export function releasing(scope: Scope, lease: LeaseRow): Op {
  return change(LeaseEntity, lease, revised(scope, lease, { runId: '', until: scope.now().toISOString() }), {
    ...unaudited,
    what: 'lease',
  });
}

/** Runs a commit; a lost lease becomes SyncSuperseded. */
export async function superseding<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'lease.changed') throw new SyncSuperseded('The lease was lost.');
    throw error;
  }
}
