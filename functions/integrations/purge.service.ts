import type { VendorId } from '../../shared/integrations/vendor.ts';
import { commit } from '../_kit/commit.ts';
import { release } from '../_kit/guard.ts';
import { change, erase, type Op, remove } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import { IntegrationEntity } from './integration.entity.ts';
import { LeaseEntity } from './lease.entity.ts';
import { ListingEntity, ManifestEntity, QuarantinedEntity } from './manifest.entity.ts';
import { CompanySourceEntity, OrganisationEntity } from './organisation.entity.ts';
import { leave } from './organisations.service.ts';
import { organisationsOf, pullsOf } from './plan.service.ts';
import { ListedEntity, PullEntity, RunEntity } from './run.entity.ts';

const CHUNK = 90;
const MOST = 100_000;

/** Deletes rows chunk by chunk. Repeating it is harmless, so it stands outside the commit that is made once. */
export async function eraseAll(scope: Scope, ops: readonly Op[]): Promise<void> {
  const repeatable: Scope = { ...scope, inbox: undefined };
  for (let start = 0; start < ops.length; start += CHUNK) await commit(repeatable, ops.slice(start, start + CHUNK));
}

/**
 * The feature that held a company's synced rows has removed them: what the engine remembered of them goes too, and the
 * company is free for another organisation.
 */
export async function forgetCompany(scope: Scope, companyId: string, vendor: VendorId): Promise<void> {
  const { mspId } = scope;
  const get = CompanySourceEntity.get({ mspId, companyId, vendor });
  const source = await find(scope, CompanySourceEntity, get, { consistent: true });
  // Freed before, by a worker that may have died right after: what it had left to do is taken up here.
  if (!source?.leaving) return forgetLeaving({ ...scope, inbox: undefined });
  const { integrationId, organisationId } = source;
  const listings = ListingEntity.query.ofOrganisation({ mspId, integrationId, organisationId });
  const quarantine = QuarantinedEntity.query.ofIntegration({ mspId, integrationId, companyId });
  const manifests = ManifestEntity.query.ofCompany({ mspId, integrationId, companyId });
  await eraseAll(scope, [
    ...(await all(scope, ListingEntity, listings, { most: MOST })).map((row) => erase(ListingEntity, row)),
    ...(await all(scope, QuarantinedEntity, quarantine, { most: MOST })).map((row) => erase(QuarantinedEntity, row)),
    ...(await all(scope, ManifestEntity, manifests, { most: MOST })).map((row) => erase(ManifestEntity, row)),
  ]);
  const rows = await organisationsOf(scope, integrationId);
  const row = rows.find((one) => one.organisationId === organisationId);
  const freed = row
    ? [
        change(
          OrganisationEntity,
          row,
          revised(scope, row, { companyId: undefined, companyName: undefined, leaving: undefined }),
        ),
      ]
    : [];
  await commit(scope, [remove(CompanySourceEntity, source, { audit: false }), ...freed]);
  await forgetIntegration({ ...scope, inbox: undefined }, integrationId);
}

/** First answer to a disconnect: every mapping ends; the rest follows when the last company's rows are gone. */
export async function endMappings(scope: Scope, integrationId: string): Promise<void> {
  const repeatable: Scope = { ...scope, inbox: undefined };
  for (const row of await organisationsOf(scope, integrationId)) {
    if (row.companyId && !row.leaving) await leave(repeatable, row, row.companyId);
  }
  await forgetIntegration(repeatable, integrationId);
}

/** Takes up the removal of every integration that is being disconnected. */
async function forgetLeaving(scope: Scope): Promise<void> {
  const query = IntegrationEntity.query.inMsp({ mspId: scope.mspId });
  const found = await all(scope, IntegrationEntity, query, { most: MOST });
  for (const { state, integrationId } of found) if (state === 'leaving') await forgetIntegration(scope, integrationId);
}

/** Removes a disconnected integration once nothing feeds a company any more: runs, organisations, and itself. */
async function forgetIntegration(scope: Scope, integrationId: string): Promise<void> {
  const { mspId } = scope;
  const get = IntegrationEntity.get({ mspId, integrationId });
  const integration = await find(scope, IntegrationEntity, get, { consistent: true });
  if (integration?.state !== 'leaving') return;
  const organisations = await organisationsOf(scope, integrationId);
  if (organisations.some(({ companyId }) => companyId)) return;
  const runs = await all(scope, RunEntity, RunEntity.query.record({ mspId, integrationId }), { most: MOST });
  for (const { runId } of runs) {
    const listed = await all(scope, ListedEntity, ListedEntity.query.ofPull({ mspId, runId }), { most: MOST });
    await eraseAll(scope, [
      ...listed.map((row) => erase(ListedEntity, row)),
      ...(await pullsOf(scope, runId)).map((row) => erase(PullEntity, row)),
    ]);
  }
  await eraseAll(scope, [
    ...runs.map((row) => erase(RunEntity, row)),
    ...organisations.flatMap((row) => [
      erase(OrganisationEntity, row),
      release(scope, 'organisation', `${integrationId}|${row.externalId}`),
    ]),
  ]);
  await commit(scope, [remove(IntegrationEntity, integration), erase(LeaseEntity, { mspId, integrationId })]);
}
