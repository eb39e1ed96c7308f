import { companyChanged } from '../../events/companies.ts';
import { nameKey } from '../../shared/companies/company.ts';
import {
  type Location,
  type LocationChange,
  type LocationFilter,
  MOST_LOCATIONS,
  type NewLocation,
} from '../../shared/companies/location.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, remove as removed } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { mustFind, page } from '../_kit/store.ts';
import { current as currentCompany } from './companies.service.ts';
import { LocationEntity, type LocationRow } from './location.entity.ts';

const FULL = `A client has at most ${MOST_LOCATIONS} locations. Remove one that is no longer used.`;

type One = { companyId: string; locationId: string };

const told = (companyId: string) => [companyChanged.of({ companyId, fields: ['locations'] })];

/** The company's sites by name. */
export async function list(scope: Scope, { companyId, limit, cursor }: LocationFilter): Promise<Page<Location>> {
  const query = LocationEntity.query.inCompany({ mspId: scope.mspId, companyId });
  return page(scope, LocationEntity, query, { limit, cursor, filter: companyId });
}

function current(scope: Scope, { companyId, locationId }: One): Promise<LocationRow> {
  return mustFind(scope, LocationEntity, LocationEntity.get({ mspId: scope.mspId, companyId, locationId }), 'location');
}

/** Refuses one location more than a client has. Who adds the last ones at once passes: what reads them all leaves room. */
async function checkRoom(scope: Scope, companyId: string): Promise<void> {
  const query = LocationEntity.query.record({ mspId: scope.mspId, companyId });
  const { items } = await page(scope, LocationEntity, query, { limit: MOST_LOCATIONS });
  if (items.length >= MOST_LOCATIONS) throw refused('location.too-many', FULL);
}

/** Adds a location to a company that exists and has room for it. */
export async function create(scope: Scope, input: NewLocation): Promise<Location> {
  await Promise.all([currentCompany(scope, input.companyId), checkRoom(scope, input.companyId)]);
  const location = stamped(scope, { ...input, locationId: newId(scope.now()), nameKey: nameKey(input.name) });
  return commit(scope, [put(LocationEntity, location)], told(input.companyId), location);
}

/** Changes the named fields. 409 when someone else was first. */
export async function edit(scope: Scope, { v, companyId, locationId, ...set }: LocationChange): Promise<Location> {
  const before = basedOn(await current(scope, { companyId, locationId }), v, 'location');
  const after = revised(scope, before, { ...set, ...(set.name ? { nameKey: nameKey(set.name) } : {}) });
  return commit(scope, [change(LocationEntity, before, after)], told(companyId), after);
}

export async function remove(scope: Scope, { v, ...one }: One & { v: number }): Promise<Gone> {
  const before = basedOn(await current(scope, one), v, 'location');
  return commit(scope, [removed(LocationEntity, before)], told(one.companyId), {});
}
