import { memberChanged, memberDeactivated, memberReactivated } from '../../events/identity.ts';
import type { ClientUser, ClientUserChange, ClientUserFilter, ClientUserListed } from '../../shared/identity/member.ts';
import type { Ended } from '../../shared/identity/session.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { currentClientUser } from './directory.service.ts';
import { ClientUserEntity, type ClientUserRow } from './member.entity.ts';
import { endingsHere, restanding, standings } from './standing.service.ts';

const WHAT = 'portal user';

interface One {
  companyId: string;
  userId: string;
}

/** The company's portal users by name. */
export async function list(scope: Scope, input: ClientUserFilter): Promise<Page<ClientUserListed>> {
  const { companyId, limit, cursor, status } = input;
  const query = ClientUserEntity.query.inCompany({ mspId: scope.mspId, companyId });
  const keep = (row: ClientUserRow) => !status || row.status === status;
  const found = await page(scope, ClientUserEntity, query, { limit, cursor, filter: { companyId, status }, keep });
  const ids = found.items.map(({ userId }) => userId);
  const beside = await standings(scope, ids, companyId);
  return {
    ...found,
    items: found.items.map((row) => ({ ...row, ...(beside.get(row.userId) ?? { secondFactor: false }) })),
  };
}

/** Changes role or linked contact. A new role ends the person's sessions in this portal. */
export async function edit(scope: Scope, { companyId, userId, v, ...set }: ClientUserChange): Promise<ClientUser> {
  const before = basedOn(await currentClientUser(scope, companyId, userId), v, WHAT);
  const contactId = set.contactId === undefined ? before.contactId : (set.contactId ?? undefined);
  const after = revised(scope, before, { role: set.role ?? before.role, contactId });
  const ops = [
    change(ClientUserEntity, before, after, { what: WHAT }),
    ...(after.role === before.role ? [] : await restanding(scope, { companyId, userId }, { role: after.role })),
  ];
  return commit(scope, ops, [memberChanged.of({ companyId, userId, fields: Object.keys(set) })], after);
}

async function turned(scope: Scope, { companyId, userId, v }: One & { v: number }, status: ClientUserRow['status']) {
  const before = basedOn(await currentClientUser(scope, companyId, userId), v, WHAT);
  if (before.status === status) throw refused(`portal-user.${status}`, `This person is ${status} already.`);
  const after = revised(scope, before, { status });
  const ops = [
    change(ClientUserEntity, before, after, { what: WHAT }),
    ...(await restanding(scope, { companyId, userId }, { status })),
  ];
  const fact = status === 'active' ? memberReactivated : memberDeactivated;
  return commit(scope, ops, [fact.of({ companyId, userId })], after);
}

/** Takes a person's access to this portal away. */
export function deactivate(scope: Scope, input: One & { v: number }): Promise<ClientUser> {
  return turned(scope, input, 'inactive');
}

/** Gives the access back, as it was. */
export function reactivate(scope: Scope, input: One & { v: number }): Promise<ClientUser> {
  return turned(scope, input, 'active');
}

/** Ends the person's sessions in this portal. */
export async function endSessions(scope: Scope, { companyId, userId }: One): Promise<Ended> {
  await currentClientUser(scope, companyId, userId);
  const { ops, ended } = await endingsHere(scope, userId, companyId);
  return ended > 0 ? commit(scope, ops, [], { ended }) : { ended };
}
