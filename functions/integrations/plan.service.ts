import { NOTHING } from '../../shared/integrations/counters.ts';
import { VENDORS } from '../../shared/integrations/vendor.ts';
import { commit } from '../_kit/commit.ts';
import { change, put } from '../_kit/operations.ts';
import { revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, mustFind } from '../_kit/store.ts';
import { IntegrationEntity, type IntegrationRow } from './integration.entity.ts';
import { takeLease } from './lease.ts';
import { OrganisationEntity, type OrganisationRow } from './organisation.entity.ts';
import { PullEntity, type PullRow, RunEntity, type RunRow } from './run.entity.ts';

/** Names a run to the steps of its workflow. */
export interface RunKey {
  integrationId: string;
  runId: string;
}

/** Far above what an MSP has; more would not fit the pages that show them. */
export const MOST_ORGANISATIONS = 3_000;
export const MOST_PULLS = 30_000;
const CHUNK = 90;
const DAY_SECONDS = 86_400;
/** Pulls and what they listed are kept this long for the run's page. */
const KEPT_DAYS = 30;
const unaudited = { audit: false } as const;

export function runOf(scope: Scope, { integrationId, runId }: RunKey): Promise<RunRow> {
  return mustFind(scope, RunEntity, RunEntity.get({ mspId: scope.mspId, integrationId, runId }), 'run');
}

export function integrationOf(scope: Scope, integrationId: string): Promise<IntegrationRow> {
  const get = IntegrationEntity.get({ mspId: scope.mspId, integrationId });
  return mustFind(scope, IntegrationEntity, get, 'integration');
}

export function organisationsOf(scope: Scope, integrationId: string): Promise<OrganisationRow[]> {
  const query = OrganisationEntity.query.ofIntegration({ mspId: scope.mspId, integrationId });
  return all(scope, OrganisationEntity, query, { most: MOST_ORGANISATIONS, consistent: true });
}

/** The pulls of a run, organisation by organisation, each in the vendor's order of data sets. */
export async function pullsOf(scope: Scope, runId: string): Promise<PullRow[]> {
  const query = PullEntity.query.ofRun({ mspId: scope.mspId, runId });
  const pulls = await all(scope, PullEntity, query, { most: MOST_PULLS, consistent: true });
  return pulls.sort((a, b) => a.organisationId.localeCompare(b.organisationId) || a.order - b.order);
}

/** When rows that only explain a run may go, in epoch seconds. */
export function endOfLife(scope: Scope, days = KEPT_DAYS): number {
  return Math.floor(scope.now().getTime() / 1_000) + days * DAY_SECONDS;
}

function freshPulls(scope: Scope, run: RunRow, integration: IntegrationRow, rows: readonly OrganisationRow[]) {
  return rows.flatMap(({ organisationId, name, externalId, companyId, leaving }) =>
    companyId === undefined || leaving
      ? []
      : VENDORS[integration.vendor].dataSets.map(({ name: dataSet }, order) =>
          stamped(
            scope,
            {
              runId: run.runId,
              integrationId: run.integrationId,
              organisationId,
              organisation: name,
              externalId,
              companyId,
              dataSet,
              order,
              state: 'queued' as const,
              pages: 0,
              counters: NOTHING,
              tries: 0,
              ttl: endOfLife(scope),
            },
            'sync',
          ),
        ),
  );
}

/**
 * First step of a sync: takes the lease and lays out what is to be pulled, one row for each data set of each organisation
 * that feeds a company. Run again after a kill it keeps what is there.
 *
 * @returns the fence number that all later steps must show; `proceed` is false when the run is over or another is at work
 */
export async function plan(scope: Scope, key: RunKey): Promise<{ fence: number; proceed: boolean }> {
  const run = await runOf(scope, key);
  if (run.finishedAt) return { fence: 0, proceed: false };
  const integration = await integrationOf(scope, key.integrationId);
  const lease = await takeLease(scope, key.integrationId, key.runId);
  if (!lease || integration.state === 'leaving' || integration.state === 'paused') {
    await giveUp(scope, run, integration);
    return { fence: 0, proceed: false };
  }
  const known = new Set((await pullsOf(scope, key.runId)).map((row) => `${row.organisationId}#${row.order}`));
  const organisations = await organisationsOf(scope, key.integrationId);
  const missing = freshPulls(scope, run, integration, organisations).filter(
    (row) => !known.has(`${row.organisationId}#${row.order}`),
  );
  for (let start = 0; start < missing.length; start += CHUNK) {
    await commit(
      scope,
      missing.slice(start, start + CHUNK).map((row) => put(PullEntity, row, unaudited)),
    );
  }
  const started = revised(scope, run, {
    state: 'running',
    startedAt: run.startedAt ?? scope.now().toISOString(),
    organisations: organisations.filter(({ companyId, leaving }) => companyId !== undefined && !leaving).length,
  });
  await commit(scope, [change(RunEntity, run, started, unaudited)]);
  return { fence: lease.fence, proceed: true };
}

async function giveUp(scope: Scope, run: RunRow, integration: IntegrationRow): Promise<void> {
  const ended = revised(scope, run, { state: 'superseded', finishedAt: scope.now().toISOString() });
  const freed =
    integration.runId === run.runId
      ? [change(IntegrationEntity, integration, revised(scope, integration, { runId: undefined }), unaudited)]
      : [];
  await commit(scope, [change(RunEntity, run, ended, unaudited), ...freed]);
}
