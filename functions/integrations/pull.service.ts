import { setTimeout as sleep } from 'node:timers/promises';
import { stopsEverything, type Trouble, troubleOf } from '../../shared/integrations/trouble.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { type OpenConnector, openConnections } from './connections.service.ts';
import { VendorRefused } from './connectors/connector.ts';
import type { DataSet } from './data-set.service.ts';
import { renewLease } from './lease.ts';
import type { Lane } from './opened-pull.ts';
import { integrationOf, pullsOf, type RunKey } from './plan.service.ts';
import { pullToTheEnd } from './pull-listing.ts';
import { PullEntity, type PullRow } from './run.entity.ts';
import { SyncSession } from './sync-session.ts';

/** Organisations pulled side by side: their limits are apart (Microsoft Graph counts per app and tenant). */
const LANES = 4;
/** A step works this long, then hands over to its next invocation. */
const STEP_MS = 55_000;
/** Shorter waits are slept through; longer ones are the workflow's, which costs nothing while it waits. */
const NAP_MS = 3_000;
const CHUNK = 50;
const unaudited = { audit: false } as const;

export interface StepKey extends RunKey {
  fence: number;
  /** Longest wait of the workflow between two calls of the step, in seconds. */
  longestWait: number;
}

export interface Pulled {
  state: 'more' | 'waiting' | 'done';
  /** How long the workflow waits before it calls again. */
  waitSeconds: number;
}

const isOpen = ({ state }: PullRow) => state === 'queued' || state === 'running' || state === 'waiting';

/** Works the lanes until every organisation is done, waits for the vendor, or time is up. */
async function work(lanes: Lane[], openConnector: OpenConnector, stopAt: number): Promise<Trouble | undefined> {
  const queue = [...lanes];
  let stopped: Trouble | undefined;
  const lane = async () => {
    for (let next = queue.shift(); next && !stopped; next = queue.shift()) {
      const trouble = await pullToTheEnd(
        next,
        openConnector,
        () => stopped !== undefined || performance.now() > stopAt,
      );
      if (trouble && stopsEverything(trouble.code)) stopped = trouble;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, lane));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
  return stopped;
}

/** What no organisation can get past: every open pull fails with it. */
async function stopAll(session: SyncSession, pulls: readonly PullRow[], trouble: Trouble): Promise<void> {
  const open = pulls.filter(isOpen);
  for (let start = 0; start < open.length; start += CHUNK) {
    const failed = open.slice(start, start + CHUNK).map((pull) => {
      const next = revised(session.scope, pull, { state: 'failed', trouble, waitingUntil: undefined });
      return change(PullEntity, pull, next, unaudited);
    });
    await session.commit(failed);
  }
}

/**
 * Second step of a sync, called until it says `done`: pulls page after page, keeping each page's place, so that a kill at
 * any point loses at most the page at work. Organisations that the vendor makes wait do not hold up the others.
 *
 * @throws SyncSuperseded when another worker has taken over
 */
export async function pull(scope: Scope, key: StepKey, dataSets: readonly DataSet[]): Promise<Pulled> {
  const stopAt = performance.now() + STEP_MS;
  const integration = await integrationOf(scope, key.integrationId);
  const lease = await renewLease(scope, key.integrationId, key.fence);
  const session = new SyncSession(scope, lease, integration.vendor);
  let openConnector: OpenConnector;
  try {
    openConnector = await openConnections(scope, integration);
  } catch (error) {
    if (!(error instanceof VendorRefused)) throw error;
    const trouble = troubleOf(error.code, { vendor: integration.vendor }, scope.now().toISOString());
    await stopAll(session, await pullsOf(scope, key.runId), trouble);
    return { state: 'done', waitSeconds: 0 };
  }
  for (;;) {
    const pulls = (await pullsOf(scope, key.runId)).filter(isOpen);
    if (pulls.length === 0) return { state: 'done', waitSeconds: 0 };
    const now = scope.now().toISOString();
    const groups = [...Map.groupBy(pulls, ({ organisationId }) => organisationId).values()];
    const waits = groups.flatMap((group) => group.flatMap(({ waitingUntil: at }) => (at && at > now ? [at] : [])));
    const ready = groups.filter((group) => !group.some(({ waitingUntil: at }) => at && at > now));
    if (ready.length > 0) {
      const lanes = ready.map((group) => ({ session, pulls: group, dataSets }));
      const stopped = await work(lanes, openConnector, stopAt);
      if (stopped) await stopAll(session, await pullsOf(scope, key.runId), stopped);
    } else {
      const earliest = waits.sort()[0] ?? now;
      const ms = Math.max(0, Date.parse(earliest) - scope.now().getTime());
      if (ms > NAP_MS || performance.now() + ms > stopAt) return waiting(scope, key, ms);
      await sleep(ms);
    }
    if (performance.now() > stopAt) return { state: 'more', waitSeconds: 0 };
  }
}

/** Hands the wait to the workflow; the lease lasts until it is over. */
async function waiting(scope: Scope, key: StepKey, ms: number): Promise<Pulled> {
  const waitSeconds = Math.min(key.longestWait, Math.ceil(ms / 1_000));
  await renewLease(scope, key.integrationId, key.fence, waitSeconds);
  return { state: 'waiting', waitSeconds };
}
