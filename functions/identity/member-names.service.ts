import { nameKey } from '../../shared/kernel/text.ts';
import { CompanyCardEntity } from '../_kit/company-card.entity.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import type { MembershipRow, PersonRow } from './login.entity.ts';
import { ClientUserEntity, StaffEntity, StaffNameEntity } from './member.entity.ts';

/**
 * What brings a member's row in step with the name in the person's own profile. A person belongs to several MSPs and no call
 * sees two of them, so each MSP learns of a new name when the person next signs in there.
 *
 * @param scope stands in the MSP of the membership
 */
export async function namesInStep(scope: Scope, membership: MembershipRow, { name }: PersonRow): Promise<Op[]> {
  const { mspId, personId: userId, companyId } = membership;
  const named = { name, nameKey: nameKey(name) };
  if (companyId === undefined) {
    const row = await find(scope, StaffEntity, StaffEntity.get({ mspId, userId }), { consistent: true });
    if (!row || row.name === name) return [];
    return [change(StaffEntity, row, revised(scope, row, named)), replace(StaffNameEntity, { mspId, userId, name })];
  }
  const key = { mspId, companyId, userId };
  const row = await find(scope, ClientUserEntity, ClientUserEntity.get(key), { consistent: true });
  return row && row.name !== name ? [change(ClientUserEntity, row, revised(scope, row, named))] : [];
}

/** The name of a client that is still served, or undefined. */
export async function companyName(scope: Scope, companyId: string): Promise<string | undefined> {
  const card = await find(scope, CompanyCardEntity, CompanyCardEntity.get({ mspId: scope.mspId, companyId }));
  return card && card.status !== 'archived' ? card.name : undefined;
}
