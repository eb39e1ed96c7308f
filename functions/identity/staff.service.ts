import { memberChanged, memberDeactivated, memberReactivated } from '../../events/identity.ts';
import type { StaffChange, StaffFilter, StaffListed, StaffMember } from '../../shared/identity/member.ts';
import type { VisibleCompanies } from '../../shared/identity/membership.ts';
import type { Ended } from '../../shared/identity/session.ts';
import { mayManage } from '../../shared/identity/standing.ts';
import { forbidden, invalid, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Call } from '../_kit/call.ts';
import { commit } from '../_kit/commit.ts';
import { CompanyCardEntity } from '../_kit/company-card.entity.ts';
import { change, type Op, unchanged } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { requireFreshProof } from '../_kit/step-up.ts';
import { findMany, page } from '../_kit/store.ts';
import { allStaff, currentStaff } from './directory.service.ts';
import { STAFF_PLACE } from './invitation.entity.ts';
import { StaffEntity, type StaffRow } from './member.entity.ts';
import { endingsHere, restanding, standings } from './standing.service.ts';

const WHAT = 'staff member';
const LAST_OWNER = 'This is the last owner of all clients. Make somebody else an owner with all clients first.';
const ABOVE = 'Only an owner may change owners, and only for clients that you see yourself. Ask an owner.';

/** The MSP's staff by name. */
export async function list(scope: Scope, { limit, cursor, status }: StaffFilter): Promise<Page<StaffListed>> {
  const query = StaffEntity.query.inMsp({ mspId: scope.mspId });
  const keep = (row: StaffRow) => !status || row.status === status;
  const found = await page(scope, StaffEntity, query, { limit, cursor, filter: status, keep });
  const ids = found.items.map(({ userId }) => userId);
  const beside = await standings(scope, ids, STAFF_PLACE);
  return {
    ...found,
    items: found.items.map((row) => ({ ...row, ...(beside.get(row.userId) ?? { secondFactor: false }) })),
  };
}

export function get(scope: Scope, { userId }: { userId: string }): Promise<StaffMember> {
  return currentStaff(scope, userId);
}

/** Refuses names of clients that do not exist in this MSP, or are archived. */
export async function refuseUnknownCompanies(scope: Scope, companies: VisibleCompanies | undefined): Promise<void> {
  if (companies === undefined || companies === 'all') return;
  const { mspId } = scope;
  const gets = companies.map((companyId) => CompanyCardEntity.get({ mspId, companyId }));
  const known = new Set((await findMany(scope, CompanyCardEntity, gets)).map(({ companyId }) => companyId));
  const unknown = companies.findIndex((companyId) => !known.has(companyId));
  if (unknown >= 0) throw invalid(`companies.${unknown}`, 'This client does not exist or is not yours to see.');
}

/** Owns the MSP as a whole. An owner who sees some clients only cannot widen that, neither their own view nor another's. */
const ownsNow = ({ role, status, companies }: StaffRow) =>
  role === 'owner' && status === 'active' && companies === 'all';

/**
 * Somebody must be able to let others in. The check names another such owner and holds on to them: two owners who demote
 * each other at the same moment cannot both succeed.
 */
async function anotherOwner(scope: Scope, leaving: StaffRow): Promise<Op> {
  const staff = await allStaff(scope);
  const other = staff.find((row) => ownsNow(row) && row.userId !== leaving.userId);
  if (!other) throw refused('staff.last-owner', LAST_OWNER);
  return unchanged(StaffEntity, other, WHAT);
}

/** Changes the named fields. A new role or other clients end the person's sessions here. */
export async function edit(scope: Scope, { userId, v, ...set }: StaffChange, call: Call): Promise<StaffMember> {
  const before = basedOn(await currentStaff(scope, userId), v, WHAT);
  const after = revised(scope, before, set);
  if (!mayManage(scope.actor, before) || !mayManage(scope.actor, after)) throw forbidden(ABOVE);
  const ops: Op[] = [change(StaffEntity, before, after, { what: WHAT })];
  if (set.role !== undefined || set.companies !== undefined) {
    requireFreshProof(call);
    await refuseUnknownCompanies(scope, set.companies);
    const { role, companies } = after;
    ops.push(...(await restanding(scope, { userId }, { role, companies })));
  }
  if (ownsNow(before) && !ownsNow(after)) ops.push(await anotherOwner(scope, before));
  return commit(scope, ops, [memberChanged.of({ userId, fields: Object.keys(set) })], after);
}

/** Takes a person's access to this MSP away; what they did stays theirs. */
export async function deactivate(
  scope: Scope,
  { userId, v }: { userId: string; v: number },
  call: Call,
): Promise<StaffMember> {
  requireFreshProof(call);
  const before = basedOn(await currentStaff(scope, userId), v, WHAT);
  if (!mayManage(scope.actor, before)) throw forbidden(ABOVE);
  if (userId === scope.actor.userId)
    throw refused('staff.self', 'You cannot deactivate yourself. Ask another owner or administrator.');
  if (before.status === 'inactive') throw refused('staff.inactive', 'This person is deactivated already.');
  const after = revised(scope, before, { status: 'inactive' });
  const ops = [
    change(StaffEntity, before, after, { what: WHAT }),
    ...(await restanding(scope, { userId }, { status: 'inactive' })),
    ...(ownsNow(before) ? [await anotherOwner(scope, before)] : []),
  ];
  return commit(scope, ops, [memberDeactivated.of({ userId })], after);
}

/** Gives the access back, as it was. */
export async function reactivate(
  scope: Scope,
  { userId, v }: { userId: string; v: number },
  call: Call,
): Promise<StaffMember> {
  requireFreshProof(call);
  const before = basedOn(await currentStaff(scope, userId), v, WHAT);
  if (!mayManage(scope.actor, before)) throw forbidden(ABOVE);
  if (before.status === 'active') throw refused('staff.active', 'This person is active already.');
  const after = revised(scope, before, { status: 'active' });
  const ops = [
    change(StaffEntity, before, after, { what: WHAT }),
    ...(await restanding(scope, { userId }, { status: 'active' })),
  ];
  return commit(scope, ops, [memberReactivated.of({ userId })], after);
}

/** Ends the person's sessions in this MSP: a lost laptop, a doubt. */
export async function endSessions(scope: Scope, { userId }: { userId: string }): Promise<Ended> {
  const row = await currentStaff(scope, userId);
  if (!mayManage(scope.actor, row)) throw forbidden(ABOVE);
  const { ops, ended } = await endingsHere(scope, userId, STAFF_PLACE);
  return ended > 0 ? commit(scope, ops, [], { ended }) : { ended };
}
