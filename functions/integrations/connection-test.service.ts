import { integrationConnected, integrationRecovered } from '../../events/integrations.ts';
import { type GuessableCompany, guessCompany } from '../../shared/integrations/company-guess.ts';
import { stopsEverything, type Trouble, troubleOf } from '../../shared/integrations/trouble.ts';
import { VENDORS } from '../../shared/integrations/vendor.ts';
import { AppError } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { release } from '../_kit/guard.ts';
import { change, put } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { list as listCompanies } from '../companies/companies.service.ts';
import { type OpenConnector, openConnections } from './connections.service.ts';
import { type FoundOrganisation, VendorBusy, VendorRefused } from './connectors/connector.ts';
import { IntegrationEntity, type IntegrationRow } from './integration.entity.ts';
import { OrganisationEntity, type OrganisationRow } from './organisation.entity.ts';
import { counted, freshOrganisation, holdTenant } from './organisations.service.ts';
import { integrationOf, organisationsOf } from './plan.service.ts';

/** Organisations looked at in one test, beside the one asked for. */
const MOST_CHECKS = 20;
const unaudited = { audit: false } as const;

type Result = { found: FoundOrganisation } | { trouble: Trouble };

/** What the vendor says about one organisation; refusals and silence become troubles, mistakes of ours stay errors. */
async function ask(scope: Scope, integration: IntegrationRow, open: OpenConnector, tenant: string): Promise<Result> {
  const where = { vendor: VENDORS[integration.vendor].name, organisation: tenant };
  const at = scope.now().toISOString();
  try {
    return { found: await open(tenant).organisation() };
  } catch (error) {
    if (error instanceof VendorBusy) {
      return { trouble: troubleOf(error.throttled ? 'throttled' : 'unreachable', where, at) };
    }
    if (!(error instanceof VendorRefused)) throw error;
    return { trouble: troubleOf(error.code, { ...where, ...(error.said ? { said: error.said } : {}) }, at) };
  }
}

/** The MSP's clients as far as guessing needs them. */
async function guessable(scope: Scope): Promise<GuessableCompany[]> {
  const found: GuessableCompany[] = [];
  let cursor: string | undefined;
  do {
    const page = await listCompanies(scope, { limit: 100, cursor });
    found.push(...page.items.map(({ companyId, name, website }) => ({ companyId, name, website })));
    cursor = page.cursor;
  } while (cursor);
  return found;
}

/** Keeps what was learned of an organisation. A tenant that is in the list under another name already is a trouble. */
async function learn(
  scope: Scope,
  row: OrganisationRow,
  result: Result,
  companies: readonly GuessableCompany[],
): Promise<void> {
  const checkedAt = scope.now().toISOString();
  if ('trouble' in result) {
    const { trouble } = result;
    // A vendor out of reach, or a credential refused for all, says nothing about this organisation.
    if (stopsEverything(trouble.code) || trouble.code === 'unreachable' || trouble.code === 'throttled') return;
    const next = revised(scope, row, { state: 'trouble', trouble, checkedAt });
    return commit(scope, [change(OrganisationEntity, row, next, unaudited)]);
  }
  const { externalId, name, domains } = result.found;
  const guess = row.companyId ? undefined : guessCompany({ name, domains }, companies);
  const next = revised(scope, row, { externalId, name, domains, state: 'ready', trouble: undefined, checkedAt, guess });
  const moved =
    externalId === row.externalId
      ? []
      : [release(scope, 'tenant', `${row.integrationId}|${row.externalId}`), holdTenant(scope, row, externalId)];
  try {
    await commit(scope, [change(OrganisationEntity, row, next, unaudited), ...moved]);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'tenant.taken') throw error;
    const said = `${name} is in the list already`;
    const trouble = troubleOf('unexpected', { vendor: 'Microsoft', organisation: row.externalId, said }, checkedAt);
    await commit(scope, [
      change(OrganisationEntity, row, revised(scope, row, { state: 'trouble', trouble, checkedAt }), unaudited),
    ]);
  }
}

/** Adds the organisations of the partner listing that are not in the list yet. Returns how many the listing has. */
async function discover(scope: Scope, integration: IntegrationRow, open: OpenConnector): Promise<number | undefined> {
  if (!integration.homeTenant) return undefined;
  const listed = await open(integration.homeTenant).customers();
  if (!listed) return undefined;
  const known = new Set((await organisationsOf(scope, integration.integrationId)).map((row) => row.externalId));
  const companies = await guessable(scope);
  for (const { externalId, name, domains } of listed) {
    if (known.has(externalId)) continue;
    const guess = guessCompany({ name, domains }, companies);
    const fresh = { ...freshOrganisation(scope, integration.integrationId, externalId, name, domains), guess };
    const current = await integrationOf(scope, integration.integrationId);
    try {
      await commit(scope, [
        put(OrganisationEntity, fresh, unaudited),
        holdTenant(scope, fresh, externalId),
        counted(scope, current, 1, 0),
      ]);
    } catch (error) {
      // Added by its domain before: the row is there.
      if (!(error instanceof AppError) || error.code !== 'tenant.taken') throw error;
    }
  }
  return listed.length;
}

function sentenceOf(found: FoundOrganisation, listed: number | undefined): string {
  const partner = listed === undefined ? '' : ` The partner listing names ${listed} tenants.`;
  return `Connected: ${found.name} answers.${partner}`;
}

function afterTest(scope: Scope, integration: IntegrationRow, passed: boolean, sentence: string, trouble?: Trouble) {
  const at = scope.now().toISOString();
  const test = { state: passed ? ('passed' as const) : ('failed' as const), at, sentence };
  const wasStopped = integration.trouble !== undefined && stopsEverything(integration.trouble.code);
  if (passed && (integration.state === 'new' || (integration.state === 'failed' && wasStopped))) {
    return revised(scope, integration, { test, state: 'connected', trouble: undefined });
  }
  // A refused credential is everybody's trouble; a tenant without consent is only its own.
  if (trouble && stopsEverything(trouble.code) && integration.state !== 'paused') {
    return revised(scope, integration, { test, state: 'failed', trouble, nextSyncAt: undefined });
  }
  return revised(scope, integration, { test });
}

/**
 * Tests the connection: asks the vendor for one organisation (the one named, else the MSP's own, else one that answered before), looks at
 * those never looked at, and adds those of the partner listing. The last commit writes the result; those before it may
 * be repeated without harm.
 */
export async function runTest(
  scope: Scope,
  { integrationId, organisationId }: { integrationId: string; organisationId?: string | undefined },
): Promise<void> {
  const repeatable: Scope = { ...scope, inbox: undefined };
  const get = IntegrationEntity.get({ mspId: scope.mspId, integrationId });
  const integration = await find(scope, IntegrationEntity, get, { consistent: true });
  // Heard of late: nobody wants to know any more.
  if (!integration || integration.state === 'leaving') return;
  const rows = await organisationsOf(scope, integrationId);
  const named = rows.find((row) => row.organisationId === organisationId);
  const answering = rows.find(({ state }) => state === 'ready') ?? rows[0];
  const tenant = named?.externalId ?? integration.homeTenant ?? answering?.externalId;
  if (!tenant) return;
  const { result, listed } = await lookAround(repeatable, integration, rows, tenant);
  const current = await integrationOf(scope, integrationId);
  const passed = 'found' in result;
  const after = passed
    ? afterTest(scope, current, true, sentenceOf(result.found, listed))
    : afterTest(scope, current, false, `${result.trouble.cause} ${result.trouble.fix}`, result.trouble);
  const facts =
    current.state === after.state || after.state !== 'connected'
      ? []
      : [(current.state === 'new' ? integrationConnected : integrationRecovered).of({ integrationId })];
  await commit(scope, [change(IntegrationEntity, current, after, unaudited)], facts);
}

async function lookAround(
  scope: Scope,
  integration: IntegrationRow,
  rows: readonly OrganisationRow[],
  tenant: string,
): Promise<{ result: Result; listed?: number | undefined }> {
  let open: OpenConnector;
  try {
    open = await openConnections(scope, integration);
  } catch (error) {
    if (!(error instanceof VendorRefused)) throw error;
    const vendor = VENDORS[integration.vendor].name;
    return { result: { trouble: troubleOf(error.code, { vendor }, scope.now().toISOString()) } };
  }
  const result = await ask(scope, integration, open, tenant);
  if ('trouble' in result && stopsEverything(result.trouble.code)) return { result };
  const checked = rows.filter((row) => row.externalId === tenant);
  const unchecked = rows.filter((row) => row.state === 'unchecked' && row.externalId !== tenant).slice(0, MOST_CHECKS);
  const companies = checked.length + unchecked.length > 0 ? await guessable(scope) : [];
  for (const row of checked) await learn(scope, row, result, companies);
  for (const row of unchecked) await learn(scope, row, await ask(scope, integration, open, row.externalId), companies);
  const listed = 'found' in result ? await discover(scope, integration, open).catch(silent) : undefined;
  return { result, listed };
}

/** The partner listing is a convenience: a vendor too busy to give it does not make the test fail. */
function silent(error: unknown): undefined {
  if (error instanceof VendorBusy || error instanceof VendorRefused) return undefined;
  throw error;
}
