import type { Maker } from '../../shared/identity/api-key.ts';
import type { StaffRole } from '../../shared/kernel/permissions.ts';
import type { Op } from '../_kit/operations.ts';
import { change } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { findMany } from '../_kit/store.ts';
import { keysFollowing } from './keys-following.service.ts';
import { CredentialsEntity, MembershipEntity, type MembershipRow } from './login.entity.ts';
import { findMembership } from './people.service.ts';
import { endings, pointersOf } from './sessions.service.ts';

/** Sessions of a person that stand for one membership; those for other MSPs are none of this MSP's business. */
async function sessionsHere(
  scope: Scope,
  { personId, mspId, place }: Pick<MembershipRow, 'personId' | 'mspId' | 'place'>,
) {
  const pointers = await pointersOf(scope, personId);
  return pointers.filter((pointer) => pointer.mspId === mspId && pointer.place === place);
}

/** What of a membership decides what its person's API keys may do. */
export const standingOf = ({ role, companies = [], status }: MembershipRow): Maker => ({
  role: role as StaffRole,
  companies,
  status,
});

/**
 * The writes that change what a member may do here: the vault's membership follows, every session that stands for the old
 * one ends in the same commit, and the API keys that the member made go with it or end too.
 */
export async function restanding(
  scope: Scope,
  member: { userId: string; companyId?: string | undefined },
  set: Partial<MembershipRow>,
): Promise<Op[]> {
  const membership = await findMembership(scope, member.userId, member.companyId);
  if (!membership) throw new Error('A member without a membership in the vault.');
  const after = { ...membership, ...set, v: membership.v + 1 };
  const [sessions, keys] = await Promise.all([
    sessionsHere(scope, membership),
    membership.kind === 'staff' ? keysFollowing(scope, member.userId, standingOf(after)) : [],
  ]);
  return [change(MembershipEntity, membership, after, { audit: false }), ...endings(sessions), ...keys];
}

/** The writes that end all sessions of a member here, and how many they are. */
export async function endingsHere(scope: Scope, userId: string, place: string): Promise<{ ops: Op[]; ended: number }> {
  const pointers = await sessionsHere(scope, { personId: userId, mspId: scope.mspId, place });
  return { ops: endings(pointers), ended: pointers.length };
}

interface Standing {
  lastSignInAt?: string;
  secondFactor: boolean;
}

/** What lists show beside members: when they last signed in here, and whether they have a second factor. */
export async function standings(
  scope: Scope,
  userIds: readonly string[],
  place: string,
): Promise<Map<string, Standing>> {
  const { mspId } = scope;
  const [memberships, credentials] = await Promise.all([
    findMany(
      scope,
      MembershipEntity,
      userIds.map((personId) => MembershipEntity.get({ personId, mspId, place })),
    ),
    findMany(
      scope,
      CredentialsEntity,
      userIds.map((personId) => CredentialsEntity.get({ personId })),
    ),
  ]);
  const secured = new Set(credentials.filter(({ totp }) => totp).map(({ personId }) => personId));
  return new Map(
    memberships.map(({ personId, lastSignInAt }) => [
      personId,
      { secondFactor: secured.has(personId), ...(lastSignInAt ? { lastSignInAt } : {}) },
    ]),
  );
}
