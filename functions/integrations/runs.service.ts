import { syncRequested } from '../../events/integrations.ts';
import { addUp, NOTHING } from '../../shared/integrations/counters.ts';
import {
  isOver,
  progressOf,
  type Quarantined,
  type Run,
  type RunDetail,
  type RunFilter,
} from '../../shared/integrations/run.ts';
import { nextSlot } from '../../shared/integrations/sync-slot.ts';
import { VENDORS } from '../../shared/integrations/vendor.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { commit } from '../_kit/commit.ts';
import { idFor, newId } from '../_kit/new-id.ts';
import { change, type Op, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, page } from '../_kit/store.ts';
import { unlessTaken } from '../_kit/unless-taken.ts';
import { fail } from './finish.service.ts';
import { IntegrationEntity, type IntegrationRow } from './integration.entity.ts';
import { isHeld, leaseOf } from './lease.ts';
import { QuarantinedEntity, type QuarantinedRow } from './manifest.entity.ts';
import { endOfLife, integrationOf, pullsOf, type RunKey, runOf } from './plan.service.ts';
import { type PullRow, RunEntity, type RunRow } from './run.entity.ts';

/** Runs are kept half a year. */
const KEPT_DAYS = 180;
const MOST_INTEGRATIONS = 50;
/** A run whose worker was lost this often is given up. */
const MOST_ATTEMPTS = 5;
/** A queued run that has not begun after this long has lost its start. */
const LOST_START_MS = 10 * 60_000;
const unaudited = { audit: false } as const;

/** A run that waits for its workflow. */
export function freshRun(scope: Scope, integrationId: string, runId: string, trigger: RunRow['trigger']): RunRow {
  return stamped(scope, {
    integrationId,
    runId,
    state: 'queued' as const,
    trigger,
    requestedAt: scope.now().toISOString(),
    attempt: 0,
    organisations: 0,
    counters: NOTHING,
    ttl: endOfLife(scope, KEPT_DAYS),
  });
}

/** Asks for a sync now. One run of an integration at a time. */
export async function request(scope: Scope, { integrationId }: { integrationId: string }): Promise<Run> {
  const integration = await integrationOf(scope, integrationId);
  if (integration.state === 'leaving') throw refused('integration.leaving', 'This integration is being disconnected.');
  if (integration.state === 'paused')
    throw refused('integration.paused', 'This integration is paused. Resume it first.');
  if (integration.runId) throw refused('sync.running', 'A sync of this integration is under way already.');
  if (integration.mapped === 0) {
    throw refused('integration.nothing-mapped', 'No client is fed by this integration yet. Map a client first.');
  }
  const run = freshRun(scope, integrationId, newId(scope.now()), 'person');
  const ops: Op[] = [
    put(RunEntity, run),
    change(IntegrationEntity, integration, revised(scope, integration, { runId: run.runId }), unaudited),
  ];
  return commit(scope, ops, [syncRequested.of({ integrationId, runId: run.runId, attempt: 0 })], run);
}

/** The runs of an integration, newest first. */
export async function list(scope: Scope, { integrationId, limit, cursor }: RunFilter): Promise<Page<Run>> {
  const query = RunEntity.query.history({ mspId: scope.mspId, integrationId });
  const rows = await page(scope, RunEntity, query, { limit, cursor, newestFirst: true, filter: integrationId });
  if (rows.items.length === 0) await integrationOf(scope, integrationId);
  return rows;
}

function note(pull: PullRow, titles: ReadonlyMap<string, string>) {
  const { organisationId, organisation, dataSet: dataSetName, state, waitingUntil, trouble, reason } = pull;
  if (state !== 'waiting' && trouble === undefined && reason === undefined) return [];
  const dataSet = titles.get(dataSetName) ?? dataSetName;
  return [{ organisationId, organisation, dataSet, dataSetName, state, waitingUntil, trouble, reason }];
}

/** A run with its progress by data set, and what is held up, held or refused. */
export async function get(scope: Scope, key: RunKey): Promise<RunDetail> {
  const run = await find(scope, RunEntity, RunEntity.get({ mspId: scope.mspId, ...key }));
  if (!run) throw notFound('run');
  const integration = await integrationOf(scope, key.integrationId);
  const { dataSets } = VENDORS[integration.vendor];
  const pulls = await pullsOf(scope, key.runId);
  const titles = new Map<string, string>(dataSets.map(({ name, title }) => [name, title]));
  const visible = pulls.filter(({ companyId }) => seesCompany(scope.actor, companyId));
  const progress = progressOf(pulls, dataSets);
  const counters = run.finishedAt ? run.counters : sum(pulls);
  const waits = pulls.some(({ state }) => state === 'waiting') && !pulls.some(({ state }) => state === 'running');
  return {
    ...run,
    state: run.state === 'running' && waits ? 'waiting' : run.state,
    counters,
    dataSets: progress,
    notes: visible.flatMap((pull) => note(pull, titles)),
    finished: pulls.filter(({ state }) => isOver(state)).length,
    pulls: pulls.length,
  };
}

function sum(pulls: readonly PullRow[]) {
  return addUp(pulls.map(({ counters }) => counters));
}

/** Rows that could not be read, of the companies that the actor sees. */
export async function quarantined(
  scope: Scope,
  { integrationId, limit, cursor }: RunFilter,
): Promise<Page<Quarantined>> {
  const query = QuarantinedEntity.query.ofIntegration({ mspId: scope.mspId, integrationId });
  const keep = ({ companyId }: QuarantinedRow) => seesCompany(scope.actor, companyId);
  const rows = await page(scope, QuarantinedEntity, query, { limit, cursor, keep, filter: integrationId });
  if (rows.items.length === 0) await integrationOf(scope, integrationId);
  const items = rows.items.map(({ quarantineId, companyId, dataSet, label, reason, createdAt: since }) => ({
    quarantineId,
    companyId,
    dataSet,
    label,
    reason,
    since,
  }));
  return { ...rows, items };
}

function ofMsp(scope: Scope): Promise<IntegrationRow[]> {
  const query = IntegrationEntity.query.inMsp({ mspId: scope.mspId });
  return all(scope, IntegrationEntity, query, { most: MOST_INTEGRATIONS });
}

/**
 * Starts the syncs that are due. The run's id follows from integration and slot and the slot moves on in the same commit,
 * so two ticks start one run; slots missed meanwhile are caught up by one.
 */
export async function startDue(scope: Scope): Promise<void> {
  const now = scope.now().toISOString();
  for (const listed of await ofMsp(scope)) {
    if (!listed.nextSyncAt || listed.nextSyncAt > now || listed.mapped === 0) continue;
    const integration = await integrationOf(scope, listed.integrationId);
    const { integrationId, nextSyncAt: slot, everyHours } = integration;
    if (!slot || slot > now || integration.state === 'leaving' || integration.state === 'paused') continue;
    const next = { nextSyncAt: nextSlot(slot, everyHours, scope.now()) };
    if (integration.runId) {
      // The sync before is still at work: its slot serves for both.
      const later = revised(scope, integration, next);
      await unlessTaken(commit(scope, [change(IntegrationEntity, integration, later, unaudited)]));
      continue;
    }
    const runId = idFor('run', integrationId, slot);
    const after = revised(scope, integration, { ...next, runId });
    const ops = [
      put(RunEntity, freshRun(scope, integrationId, runId, 'schedule')),
      change(IntegrationEntity, integration, after, unaudited),
    ];
    await unlessTaken(commit(scope, ops, [syncRequested.of({ integrationId, runId, attempt: 0 })]));
  }
}

/** Takes up runs whose worker was lost: the lease has lapsed, or the start never came. */
export async function restartLapsed(scope: Scope): Promise<void> {
  for (const { integrationId, runId } of await ofMsp(scope)) {
    if (!runId) continue;
    const [run, lease] = await Promise.all([runOf(scope, { integrationId, runId }), leaseOf(scope, integrationId)]);
    if (run.finishedAt || isHeld(scope, lease)) continue;
    if (run.state === 'queued' && scope.now().getTime() - Date.parse(run.updatedAt) < LOST_START_MS) continue;
    if (run.attempt >= MOST_ATTEMPTS) {
      await giveUp(scope, { integrationId, runId }, lease?.fence ?? 0);
      continue;
    }
    const again = revised(scope, run, { attempt: run.attempt + 1 });
    const fact = syncRequested.of({ integrationId, runId, attempt: again.attempt });
    await unlessTaken(commit(scope, [change(RunEntity, run, again, unaudited)], [fact]));
  }
}

async function giveUp(scope: Scope, key: RunKey, fence: number): Promise<void> {
  await unlessTaken(fail(scope, { ...key, fence }));
}
