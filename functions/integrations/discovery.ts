import { type GuessableCompany, guessCompany } from '../../shared/integrations/company-guess.ts';
import { type Trouble, troubleOf } from '../../shared/integrations/trouble.ts';
import { AppError } from '../../shared/kernel/error.ts';
import { every } from '../../shared/kernel/every.ts';
import { commit } from '../_kit/commit.ts';
import { change, put } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { list as listCompanies } from '../companies/companies.service.ts';
import type { FoundOrganisation } from './connectors/connector.ts';
import type { IntegrationRow } from './integration.entity.ts';
import { OrganisationEntity, type OrganisationRow } from './organisation.entity.ts';
import { counted, freshOrganisation, holdTenant } from './organisations.service.ts';
import { integrationOf, organisationsOf } from './plan.service.ts';

const unaudited = { audit: false } as const;

/** The MSP's clients as far as guessing needs them. */
export async function guessable(scope: Scope): Promise<GuessableCompany[]> {
  const companies = await every((cursor) => listCompanies(scope, { limit: 100, cursor }));
  return companies.map(({ companyId, name, website }) => ({ companyId, name, website }));
}

/** Adds the organisations of a vendor's listing that are not in the list yet, each with the client that it may be. */
export async function discover(
  scope: Scope,
  { integrationId }: IntegrationRow,
  listed: readonly FoundOrganisation[],
): Promise<void> {
  const known = new Set((await organisationsOf(scope, integrationId)).map((row) => row.externalId));
  const fresh = listed.filter(({ externalId }) => !known.has(externalId));
  const companies = fresh.length > 0 ? await guessable(scope) : [];
  for (const { externalId, name, domains } of fresh) {
    const guess = guessCompany({ name, domains }, companies);
    const row = { ...freshOrganisation(scope, integrationId, externalId, name, domains), guess };
    const current = await integrationOf(scope, integrationId);
    try {
      await commit(scope, [
        put(OrganisationEntity, row, unaudited),
        holdTenant(scope, row, externalId),
        counted(scope, current, 1, 0),
      ]);
    } catch (error) {
      // Added meanwhile, by its domain or by another test: the row is there.
      if (!(error instanceof AppError) || error.code !== 'organisation.taken') throw error;
    }
  }
}

/** Marks what a complete listing names as ready, under the name that it has now, and what it lacks as unknown. */
export async function learnListing(
  scope: Scope,
  integration: IntegrationRow,
  listed: readonly FoundOrganisation[],
): Promise<void> {
  const checkedAt = scope.now().toISOString();
  const found = new Map(listed.map((one) => [one.externalId, one]));
  const rows = await organisationsOf(scope, integration.integrationId);
  for (const row of rows) {
    const now = found.get(row.externalId);
    const set: Partial<OrganisationRow> = now
      ? { name: now.name, domains: now.domains, state: 'ready', trouble: undefined }
      : { state: 'trouble', trouble: missing(integration, row, checkedAt) };
    if (row.state === set.state && (!now || row.name === now.name)) continue;
    await commit(scope, [change(OrganisationEntity, row, revised(scope, row, { ...set, checkedAt }), unaudited)]);
  }
}

function missing({ vendor }: IntegrationRow, { name }: OrganisationRow, at: string): Trouble {
  return troubleOf('tenant-unknown', { vendor, organisation: name }, at);
}
