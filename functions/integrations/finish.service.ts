import type { NewFact } from '../../events/define.ts';
import {
  integrationConnected,
  integrationDegraded,
  integrationFailed,
  integrationRecovered,
  syncFailed,
  syncFinished,
} from '../../events/integrations.ts';
import { addUp } from '../../shared/integrations/counters.ts';
import type { IntegrationState } from '../../shared/integrations/integration.ts';
import type { RunState } from '../../shared/integrations/run.ts';
import { nextSlot } from '../../shared/integrations/sync-slot.ts';
import { stopsEverything, type Trouble, troubleOf } from '../../shared/integrations/trouble.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { IntegrationEntity, type IntegrationRow } from './integration.entity.ts';
import { leaseOf, releasing, renewLease, SyncSuperseded, superseding } from './lease.ts';
import { OrganisationEntity, type OrganisationRow } from './organisation.entity.ts';
import { integrationOf, organisationsOf, pullsOf, type RunKey, runOf } from './plan.service.ts';
import type { StepKey } from './pull.service.ts';
import { type PullRow, RunEntity, type RunRow } from './run.entity.ts';

const CHUNK = 80;
const unaudited = { audit: false } as const;

/** Which trouble the integration shows: the one that stops everything, else the first that needs a person. */
function worstOf(pulls: readonly PullRow[]): Trouble | undefined {
  const troubles = pulls.flatMap(({ trouble }) => trouble ?? []);
  return troubles.find(({ code }) => stopsEverything(code)) ?? troubles[0];
}

interface Outcome {
  run: RunState;
  integration: IntegrationState;
  trouble?: Trouble;
}

function outcomeOf(pulls: readonly PullRow[]): Outcome {
  const trouble = worstOf(pulls);
  if (!trouble) return { run: 'done', integration: 'connected' };
  const allFailed = pulls.every(({ state }) => state === 'failed');
  if (stopsEverything(trouble.code)) return { run: 'failed', integration: 'failed', trouble };
  return { run: allFailed ? 'failed' : 'partly', integration: 'degraded', trouble };
}

/** Told once at the turn, not with every run that finds the same. */
function turnFact(before: IntegrationState, after: IntegrationState, integrationId: string): NewFact[] {
  if (before === after) return [];
  if (after === 'failed') return [integrationFailed.of({ integrationId })];
  if (after === 'degraded') return [integrationDegraded.of({ integrationId })];
  if (before === 'degraded' || before === 'failed') return [integrationRecovered.of({ integrationId })];
  return before === 'new' ? [integrationConnected.of({ integrationId })] : [];
}

/** The same trouble keeps the time it began. */
function since(before: Trouble | undefined, now: Trouble | undefined): Trouble | undefined {
  return before && now && before.code === now.code ? { ...now, since: before.since } : now;
}

/** When the next sync is due after a run. */
function dueAfter(scope: Scope, { nextSyncAt, everyHours }: IntegrationRow, outcome: Outcome): string | undefined {
  // Without a credential that works no scheduled sync is tried: a person has to act first.
  if (outcome.integration === 'failed') return undefined;
  return nextSyncAt ?? nextSlot(scope.now().toISOString(), everyHours, scope.now());
}

function afterRun(scope: Scope, integration: IntegrationRow, run: RunRow, outcome: Outcome): IntegrationRow {
  const done = {
    runId: undefined,
    ...(outcome.run === 'failed' ? {} : { lastSyncedAt: scope.now().toISOString() }),
  };
  // What refused the old secret says nothing about one that was entered since.
  if (outcome.integration === 'failed' && integration.secret.setAt > (run.startedAt ?? run.requestedAt))
    return revised(scope, integration, done);
  const trouble = since(integration.trouble, outcome.trouble);
  if (integration.state === 'paused' || integration.state === 'leaving')
    return revised(scope, integration, { ...done, trouble });
  const nextSyncAt = dueAfter(scope, integration, outcome);
  return revised(scope, integration, { ...done, trouble, state: outcome.integration, nextSyncAt });
}

const OF_ORGANISATION = ['consent-missing', 'tenant-unknown', 'app-unknown', 'permission-missing'];

/** What the run has learned about each organisation; only those that changed. */
function learned(scope: Scope, rows: readonly OrganisationRow[], pulls: readonly PullRow[]) {
  const byOrganisation = Map.groupBy(pulls, ({ organisationId }) => organisationId);
  return rows.flatMap((row) => {
    const own = byOrganisation.get(row.organisationId);
    if (!own || own.some(({ state }) => state === 'unavailable' && own.length === 1)) return [];
    const trouble = own.flatMap((pull) => pull.trouble ?? []).find(({ code }) => OF_ORGANISATION.includes(code));
    const state = trouble ? ('trouble' as const) : own.some(({ pages }) => pages > 0) ? ('ready' as const) : row.state;
    if (state === row.state && trouble?.code === row.trouble?.code) return [];
    const next = revised(scope, row, { state, trouble, checkedAt: scope.now().toISOString() });
    return [change(OrganisationEntity, row, next, unaudited)];
  });
}

/** Last step of a sync: counts, the state of the integration, and the facts that others wait for. */
export async function finish(scope: Scope, key: StepKey): Promise<{ state: RunState }> {
  const { integrationId, runId } = key;
  const run = await runOf(scope, key);
  if (run.finishedAt) return { state: run.state };
  const lease = await renewLease(scope, integrationId, key.fence);
  const [integration, pulls, organisations] = await Promise.all([
    integrationOf(scope, integrationId),
    pullsOf(scope, runId),
    organisationsOf(scope, integrationId),
  ]);
  const rows = learned(scope, organisations, pulls);
  for (let start = 0; start < rows.length; start += CHUNK) await commit(scope, rows.slice(start, start + CHUNK));
  const outcome = outcomeOf(pulls);
  const ended = revised(scope, run, {
    state: outcome.run,
    finishedAt: scope.now().toISOString(),
    counters: addUp(pulls.map(({ counters }) => counters)),
    trouble: outcome.trouble,
  });
  const after = afterRun(scope, integration, run, outcome);
  const told =
    outcome.run === 'failed' ? syncFailed.of({ integrationId, runId }) : syncFinished.of({ integrationId, runId });
  await superseding(() =>
    commit(
      scope,
      [
        change(RunEntity, run, ended),
        change(IntegrationEntity, integration, after, unaudited),
        releasing(scope, lease),
      ],
      [...turnFact(integration.state, after.state, integrationId), told],
    ),
  );
  return { state: outcome.run };
}

/**
 * Where a sync ends whose step failed for good. The listing state stays as it was, so the next run goes on from there; a
 * worker that lost its lease changes nothing.
 */
export async function fail(scope: Scope, key: RunKey & { fence: number }): Promise<{ state: RunState }> {
  const run = await runOf(scope, key);
  if (run.finishedAt) return { state: run.state };
  return end(scope, key, run);
}

async function end(scope: Scope, key: RunKey & { fence: number }, run: RunRow): Promise<{ state: RunState }> {
  const { integrationId, runId } = key;
  const lease = await leaseOf(scope, integrationId);
  if (lease && lease.runId !== '' && lease.fence !== key.fence) throw new SyncSuperseded('Another worker took over.');
  const integration = await integrationOf(scope, integrationId);
  const { vendor } = integration;
  const at = scope.now().toISOString();
  const trouble = troubleOf('unexpected', { vendor, said: 'the sync stopped and could not go on' }, at);
  const pulls = await pullsOf(scope, runId);
  const ended = revised(scope, run, {
    state: 'failed',
    finishedAt: at,
    counters: addUp(pulls.map(({ counters }) => counters)),
    trouble,
  });
  const after = afterRun(scope, integration, run, { run: 'failed', integration: 'degraded', trouble });
  await superseding(() =>
    commit(
      scope,
      [
        change(RunEntity, run, ended),
        change(IntegrationEntity, integration, after, unaudited),
        ...(lease?.runId === runId ? [releasing(scope, lease)] : []),
      ],
      [...turnFact(integration.state, after.state, integrationId), syncFailed.of({ integrationId, runId })],
    ),
  );
  return { state: 'failed' };
}
