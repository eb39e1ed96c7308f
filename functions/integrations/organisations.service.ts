import { companyMapped, companyUnmapped, testRequested } from '../../events/integrations.ts';
import type {
  NewOrganisation,
  OneOrganisation,
  Organisation,
  OrganisationFilter,
} from '../../shared/integrations/organisation.ts';
import { VENDORS, type VendorId, vendorOf } from '../../shared/integrations/vendor.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { AppError, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { commit } from '../_kit/commit.ts';
import { hold, release } from '../_kit/guard.ts';
import { sha256 } from '../_kit/new-id.ts';
import { change, type Op, put, remove as removed } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { find, mustFind, page } from '../_kit/store.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { IntegrationEntity, type IntegrationRow } from './integration.entity.ts';
import { ListingEntity } from './manifest.entity.ts';
import { CompanySourceEntity, OrganisationEntity, type OrganisationRow } from './organisation.entity.ts';
import { integrationOf } from './plan.service.ts';

type Versioned = OneOrganisation & { v: number };

const unaudited = { audit: false } as const;
const ATTEMPTS = 5;

/** Organisations of an integration that the actor may know of: those that feed companies he sees, and, seeing all, the rest. */
export async function list(
  scope: Scope,
  { integrationId, limit, cursor }: OrganisationFilter,
): Promise<Page<Organisation>> {
  const query = OrganisationEntity.query.ofIntegration({ mspId: scope.mspId, integrationId });
  const { actor } = scope;
  const seesAll = actor.kind === 'staff' && actor.companies === 'all';
  const keep = ({ companyId }: OrganisationRow) => (companyId ? seesCompany(actor, companyId) : seesAll);
  const rows = await page(scope, OrganisationEntity, query, { limit, cursor, keep, filter: integrationId });
  if (rows.items.length === 0) await integrationOf(scope, integrationId);
  return rows;
}

export function organisationOf(
  scope: Scope,
  { integrationId, organisationId }: OneOrganisation,
): Promise<OrganisationRow> {
  const get = OrganisationEntity.get({ mspId: scope.mspId, integrationId, organisationId });
  return mustFind(scope, OrganisationEntity, get, 'organisation');
}

/** Holds a tenant for one row of an integration: it could be added by its id and by a domain. */
export function holdTenant(scope: Scope, { integrationId, organisationId }: OneOrganisation, externalId: string): Op {
  const message = 'This organisation is in the list already.';
  return hold(scope, 'organisation', `${integrationId}|${externalId}`, organisationId, 'tenant', message);
}

export function freshOrganisation(
  scope: Scope,
  integrationId: string,
  externalId: string,
  name: string,
  domains: string[],
) {
  const organisationId = sha256(externalId);
  return stamped(scope, { integrationId, organisationId, externalId, name, domains, state: 'unchecked' as const });
}

/** Tests and syncs change an integration too, which whoever counts its organisations has not opened: they count anew. */
const counting = <T>(work: () => Promise<T>): Promise<T> => startingOver(ATTEMPTS, work, 'integration.changed');

/** The integration with other counts of organisations, as part of another commit. */
export function counted(scope: Scope, integration: IntegrationRow, organisations: number, mapped: number): Op {
  const after = revised(scope, integration, {
    organisations: integration.organisations + organisations,
    mapped: integration.mapped + mapped,
  });
  return change(IntegrationEntity, integration, after, unaudited);
}

/** Adds a tenant by id or domain. Its name comes with the check that follows by itself. */
export function add(scope: Scope, organisation: NewOrganisation): Promise<Organisation> {
  return counting(() => added(scope, organisation));
}

async function added(scope: Scope, { integrationId, tenant }: NewOrganisation): Promise<Organisation> {
  const integration = await integrationOf(scope, integrationId);
  if (integration.state === 'leaving') throw refused('integration.leaving', 'This integration is being disconnected.');
  const { name, organisationsAre } = vendorOf(integration.vendor);
  if (organisationsAre === 'listed') {
    const sentence = `${name} lists its organisations itself. Test the connection to read the list again.`;
    throw refused('integration.listed', sentence);
  }
  const isDomain = tenant.includes('.');
  const fresh = freshOrganisation(scope, integrationId, tenant, tenant, isDomain ? [tenant] : []);
  const message = 'This organisation is in the list already.';
  const taken = () => new AppError(409, 'organisation.taken', message, { errors: [{ path: 'tenant', message }] });
  return commit(
    scope,
    [put(OrganisationEntity, fresh, { taken }), holdTenant(scope, fresh, tenant), counted(scope, integration, 1, 0)],
    [testRequested.of({ integrationId, organisationId: fresh.organisationId })],
    fresh,
  );
}

/** Takes an organisation that feeds nobody out of the list. */
export function remove(scope: Scope, one: Versioned): Promise<Gone> {
  return counting(() => takenOut(scope, one));
}

async function takenOut(scope: Scope, { v, ...one }: Versioned): Promise<Gone> {
  const before = basedOn(await organisationOf(scope, one), v, 'organisation');
  if (before.companyId) throw refused('organisation.mapped', 'This organisation feeds a client. Unmap it first.');
  const integration = await integrationOf(scope, one.integrationId);
  const free = release(scope, 'organisation', `${one.integrationId}|${before.externalId}`);
  return commit(scope, [removed(OrganisationEntity, before), free, counted(scope, integration, -1, 0)], [], {});
}

/** Lets an organisation feed a company. A company takes one organisation of each vendor. */
export function map(scope: Scope, mapping: Versioned & { companyId: string }): Promise<Organisation> {
  return counting(() => mapped(scope, mapping));
}

async function mapped(
  scope: Scope,
  { v, companyId, ...one }: Versioned & { companyId: string },
): Promise<Organisation> {
  const before = basedOn(await organisationOf(scope, one), v, 'organisation');
  if (before.leaving)
    throw refused('organisation.leaving', 'What this organisation brought is still being removed. Wait a minute.');
  if (before.companyId === companyId) return before;
  if (before.companyId)
    throw refused('organisation.mapped', `This organisation feeds ${before.companyName}. Unmap it first.`);
  const [integration, company] = await Promise.all([
    integrationOf(scope, one.integrationId),
    currentCompany(scope, companyId),
  ]);
  if (integration.state === 'leaving') throw refused('integration.leaving', 'This integration is being disconnected.');
  if (company.status === 'archived') throw refused('company.archived', 'This client is archived. Restore it first.');
  const { vendor } = integration;
  const source = stamped(scope, { ...one, companyId, vendor, externalId: before.externalId, name: before.name });
  const message = `Another ${VENDORS[vendor].organisation} feeds this client, or is just being removed. Unmap it first.`;
  const taken = () => new AppError(409, 'company-source.taken', message, { errors: [{ path: 'companyId', message }] });
  const after = revised(scope, before, { companyId, companyName: company.name });
  return commit(
    scope,
    [
      change(OrganisationEntity, before, after),
      put(CompanySourceEntity, source, { taken, audit: false }),
      counted(scope, integration, 0, 1),
    ],
    [companyMapped.of({ ...one, vendor, companyId })],
    after,
  );
}

/** Ends a mapping. What was synced for the company is removed; when it is gone the company may take another. */
export async function unmap(scope: Scope, { v, ...one }: Versioned): Promise<Organisation> {
  const before = basedOn(await organisationOf(scope, one), v, 'organisation');
  if (!before.companyId || before.leaving)
    throw refused('organisation.not-mapped', 'This organisation feeds no client.');
  return leave(scope, before, before.companyId);
}

/** The commit that ends a mapping, for a person or for a disconnect. */
export function leave(scope: Scope, before: OrganisationRow, companyId: string): Promise<OrganisationRow> {
  return counting(() => left(scope, before, companyId));
}

async function left(scope: Scope, before: OrganisationRow, companyId: string): Promise<OrganisationRow> {
  const { integrationId, organisationId } = before;
  const integration = await integrationOf(scope, integrationId);
  const { vendor } = integration;
  const get = CompanySourceEntity.get({ mspId: scope.mspId, companyId, vendor });
  const source = await mustFind(scope, CompanySourceEntity, get, 'mapping');
  const after = revised(scope, before, { leaving: true });
  return commit(
    scope,
    [
      change(OrganisationEntity, before, after),
      change(CompanySourceEntity, source, revised(scope, source, { leaving: true }), unaudited),
      counted(scope, integration, 0, -1),
    ],
    [companyUnmapped.of({ integrationId, organisationId, vendor, companyId })],
    after,
  );
}

/** A person has looked at what vanished: the next complete listing may remove it. */
export async function acceptRemoval(
  scope: Scope,
  { dataSet, ...one }: OneOrganisation & { dataSet: string },
): Promise<Gone> {
  await organisationOf(scope, one);
  const get = ListingEntity.get({ mspId: scope.mspId, ...one, dataSet });
  const before = await mustFind(scope, ListingEntity, get, 'listing');
  // A link to later changes would hide what is missing: the next listing has to be complete.
  const after = revised(scope, before, { removalAccepted: true, delta: undefined });
  return commit(scope, [change(ListingEntity, before, after)], [], {});
}

/** Which organisation feeds a company, for the features that show its data. */
export function sourceOf(scope: Scope, companyId: string, vendor: VendorId, options?: { consistent: boolean }) {
  return find(scope, CompanySourceEntity, CompanySourceEntity.get({ mspId: scope.mspId, companyId, vendor }), options);
}
