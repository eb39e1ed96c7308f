import { integrationConnected, integrationRecovered } from '../../events/integrations.ts';
import { type GuessableCompany, guessCompany } from '../../shared/integrations/company-guess.ts';
import { nextSlot } from '../../shared/integrations/sync-slot.ts';
import { stopsEverything, type Trouble, troubleOf } from '../../shared/integrations/trouble.ts';
import { vendorOf } from '../../shared/integrations/vendor.ts';
import { AppError } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { release } from '../_kit/guard.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import { type OpenConnector, openConnections } from './connections.service.ts';
import { type FoundOrganisation, VendorBusy, VendorRefused } from './connectors/connector.ts';
import { discover, guessable, learnListing } from './discovery.ts';
import { IntegrationEntity, type IntegrationRow } from './integration.entity.ts';
import { OrganisationEntity, type OrganisationRow } from './organisation.entity.ts';
import { holdTenant } from './organisations.service.ts';
import { integrationOf, organisationsOf } from './plan.service.ts';

/** Organisations looked at in one test, beside the one asked for. */
const MOST_CHECKS = 20;
const unaudited = { audit: false } as const;

type Result = { found: FoundOrganisation } | { trouble: Trouble };

/** What the vendor says about one organisation; refusals and silence become troubles, mistakes of ours stay errors. */
async function ask(scope: Scope, integration: IntegrationRow, open: OpenConnector, tenant: string): Promise<Result> {
  const where = { vendor: integration.vendor, organisation: tenant };
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
      : [release(scope, 'organisation', `${row.integrationId}|${row.externalId}`), holdTenant(scope, row, externalId)];
  try {
    await commit(scope, [change(OrganisationEntity, row, next, unaudited), ...moved]);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'organisation.taken') throw error;
    const said = `${name} is in the list already`;
    const { vendor } = await integrationOf(scope, row.integrationId);
    const trouble = troubleOf('unexpected', { vendor, organisation: row.externalId, said }, checkedAt);
    await commit(scope, [
      change(OrganisationEntity, row, revised(scope, row, { state: 'trouble', trouble, checkedAt }), unaudited),
    ]);
  }
}

/** Adds the organisations of the partner listing that are not in the list yet. Returns how many the listing has. */
async function partners(scope: Scope, integration: IntegrationRow, open: OpenConnector): Promise<number | undefined> {
  if (!integration.homeTenant) return undefined;
  const listed = await open(integration.homeTenant).customers();
  if (!listed) return undefined;
  await discover(scope, integration, listed);
  return listed.length;
}

function sentenceOf(found: FoundOrganisation, listed: number | undefined): string {
  const partner = listed === undefined ? '' : ` The partner listing names ${listed} tenants.`;
  return `Connected: ${found.name} answers.${partner}`;
}

function afterTest(scope: Scope, integration: IntegrationRow, { sentence, trouble }: Verdict) {
  const passed = trouble === undefined;
  const at = scope.now().toISOString();
  const test = { state: passed ? ('passed' as const) : ('failed' as const), at, sentence };
  const wasStopped = integration.trouble !== undefined && stopsEverything(integration.trouble.code);
  if (passed && (integration.state === 'new' || (integration.state === 'failed' && wasStopped))) {
    // What had stopped it had taken its slot as well.
    const nextSyncAt = integration.nextSyncAt ?? nextSlot(at, integration.everyHours, scope.now());
    return revised(scope, integration, { test, state: 'connected', trouble: undefined, nextSyncAt });
  }
  // A refused credential is everybody's trouble; a tenant without consent is only its own.
  if (trouble && stopsEverything(trouble.code) && integration.state !== 'paused') {
    return revised(scope, integration, { test, state: 'failed', trouble, nextSyncAt: undefined });
  }
  return revised(scope, integration, { test });
}

/** What a test has found, in one sentence; with the trouble when it failed. */
interface Verdict {
  sentence: string;
  trouble?: Trouble;
}

const failing = (trouble: Trouble): Verdict => ({ sentence: `${trouble.cause} ${trouble.fix}`, trouble });

/** Asks for one organisation: the one named, else the MSP's own, else one that answered before. */
async function testNamed(
  scope: Scope,
  integration: IntegrationRow,
  organisationId: string | undefined,
): Promise<Verdict | undefined> {
  const rows = await organisationsOf(scope, integration.integrationId);
  const named = rows.find((row) => row.organisationId === organisationId);
  const answering = rows.find(({ state }) => state === 'ready') ?? rows[0];
  const tenant = named?.externalId ?? integration.homeTenant ?? answering?.externalId;
  if (!tenant) return undefined;
  const { result, listed } = await lookAround(scope, integration, rows, tenant);
  return 'found' in result ? { sentence: sentenceOf(result.found, listed) } : failing(result.trouble);
}

/** Asks a vendor that lists its organisations for the list, and keeps it. */
async function testListed(scope: Scope, integration: IntegrationRow): Promise<Verdict> {
  const { vendor } = integration;
  const at = scope.now().toISOString();
  try {
    const open = await openConnections(scope, integration);
    const listed = (await open('').customers()) ?? [];
    await discover(scope, integration, listed);
    await learnListing(scope, integration, listed);
    return { sentence: `Connected: ${vendorOf(vendor).name} lists ${listed.length} organisations.` };
  } catch (error) {
    if (error instanceof VendorBusy)
      return failing(troubleOf(error.throttled ? 'throttled' : 'unreachable', { vendor }, at));
    if (!(error instanceof VendorRefused)) throw error;
    return failing(troubleOf(error.code, { vendor, ...(error.said ? { said: error.said } : {}) }, at));
  }
}

/**
 * Tests the connection, and learns of organisations on the way. The last commit writes the result; those before it may be
 * repeated without harm.
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
  const verdict =
    vendorOf(integration.vendor).organisationsAre === 'listed'
      ? await testListed(repeatable, integration)
      : await testNamed(repeatable, integration, organisationId);
  if (!verdict) return;
  const current = await integrationOf(scope, integrationId);
  // A secret that was entered meanwhile has a test of its own: what refused the old one says nothing about it.
  if (verdict.trouble && current.secret.setAt !== integration.secret.setAt) return;
  const after = afterTest(scope, current, verdict);
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
    return { result: { trouble: troubleOf(error.code, { vendor: integration.vendor }, scope.now().toISOString()) } };
  }
  const result = await ask(scope, integration, open, tenant);
  if ('trouble' in result && stopsEverything(result.trouble.code)) return { result };
  const checked = rows.filter((row) => row.externalId === tenant);
  const unchecked = rows.filter((row) => row.state === 'unchecked' && row.externalId !== tenant).slice(0, MOST_CHECKS);
  const companies = checked.length + unchecked.length > 0 ? await guessable(scope) : [];
  for (const row of checked) await learn(scope, row, result, companies);
  for (const row of unchecked) await learn(scope, row, await ask(scope, integration, open, row.externalId), companies);
  const listed = 'found' in result ? await partners(scope, integration, open).catch(silent) : undefined;
  return { result, listed };
}

/** The partner listing is a convenience: a vendor too busy to give it does not make the test fail. */
function silent(error: unknown): undefined {
  if (error instanceof VendorBusy || error instanceof VendorRefused) return undefined;
  throw error;
}
