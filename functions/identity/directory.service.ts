import { notFound } from '../../shared/kernel/error.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, findMany, mustFind } from '../_kit/store.ts';
import { ClientUserEntity, type ClientUserRow, StaffEntity, StaffNameEntity, type StaffRow } from './member.entity.ts';

/** People of one MSP, or of one company. */
const MOST_PEOPLE = 1_000;

/** The MSP's staff by name, inactive ones included: names, addresses and roles for other features, under any scope. */
export function allStaff(scope: Scope): Promise<StaffRow[]> {
  return all(scope, StaffEntity, StaffEntity.query.inMsp({ mspId: scope.mspId }), { most: MOST_PEOPLE });
}

/** Names of these people of the MSP by id, under a client user's scope too; others are absent. */
export async function staffNames(scope: Scope, userIds: readonly string[]): Promise<Map<string, string>> {
  const { mspId } = scope;
  const gets = [...new Set(userIds)].map((userId) => StaffNameEntity.get({ mspId, userId }));
  const rows = await findMany(scope, StaffNameEntity, gets);
  return new Map(rows.map(({ userId, name }) => [userId, name]));
}

/** The company's portal users by name, inactive ones included. */
export function allClientUsers(scope: Scope, companyId: string): Promise<ClientUserRow[]> {
  const query = ClientUserEntity.query.inCompany({ mspId: scope.mspId, companyId });
  return all(scope, ClientUserEntity, query, { most: MOST_PEOPLE });
}

/** A staff member as they stand now; other features check an owner or an assignee with it. */
export function currentStaff(scope: Scope, userId: string): Promise<StaffRow> {
  return mustFind(scope, StaffEntity, StaffEntity.get({ mspId: scope.mspId, userId }), 'staff member');
}

/** A staff member who can be given work. 404 when there is none, or they are no longer active. */
export async function activeStaff(scope: Scope, userId: string): Promise<StaffRow> {
  const row = await currentStaff(scope, userId);
  if (row.status !== 'active') throw notFound('staff member');
  return row;
}

/** A portal user as they stand now. */
export function currentClientUser(scope: Scope, companyId: string, userId: string): Promise<ClientUserRow> {
  const key = { mspId: scope.mspId, companyId, userId };
  return mustFind(scope, ClientUserEntity, ClientUserEntity.get(key), 'portal user');
}
