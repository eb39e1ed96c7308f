import { z } from 'zod';
import type { Actor } from '../kernel/actor.ts';
import { CompanyId, MspId, UserId } from '../kernel/id.ts';
import { COMPANY_ROLES, type CompanyRole, STAFF_ROLES, type StaffRole } from '../kernel/permissions.ts';

export const StaffRoleName = z.enum(STAFF_ROLES, 'Choose one of the staff roles.');
export const CompanyRoleName = z.enum(COMPANY_ROLES, 'Choose one of the portal roles.');

/** Companies that a staff member sees: all of them, or the named ones. */
export const VisibleCompanies = z.union([
  z.literal('all'),
  z
    .array(CompanyId)
    .min(1, 'Name at least one client, or choose all.')
    .max(100, 'Name at most 100 clients, or choose all.'),
]);
export type VisibleCompanies = z.infer<typeof VisibleCompanies>;

/** Where a login belongs: to the staff of an MSP, or to one of its clients. */
export type Membership = { userId: string; mspId: string } & (
  | { kind: 'staff'; role: StaffRole; companies: VisibleCompanies }
  | { kind: 'client'; role: CompanyRole; companyId: string }
);

/** One of a login's memberships, to choose from. */
export const MembershipChoice = z.object({
  mspId: MspId,
  mspName: z.string(),
  mspSlug: z.string(),
  kind: z.enum(['staff', 'client']),
  role: z.string(),
  companyId: CompanyId.optional(),
  companyName: z.string().optional(),
  current: z.boolean(),
});
export type MembershipChoice = z.infer<typeof MembershipChoice>;

/** The actor that a session of this membership stands for. */
export function actorOf(membership: Membership): Actor {
  const { mspId, userId } = membership;
  return membership.kind === 'staff'
    ? { kind: 'staff', mspId, userId, role: membership.role, companies: membership.companies }
    : { kind: 'client', mspId, userId, role: membership.role, companyId: membership.companyId };
}

/** Sorts a login's memberships by who gets the session: the one used last, then staff before client, then the oldest. */
export function preferred<T extends { kind: string; lastSignInAt?: string; createdAt: string }>(
  from: readonly T[],
): T[] {
  const rank = (one: T) => `${one.kind === 'staff' ? 0 : 1}${one.createdAt}`;
  return [...from].sort(
    (a, b) => (b.lastSignInAt ?? '').localeCompare(a.lastSignInAt ?? '') || rank(a).localeCompare(rank(b)),
  );
}

/** Staff and client users are addressed by the person's id. */
export const OneStaff = z.strictObject({ userId: UserId });
export const OneClientUser = z.strictObject({ companyId: CompanyId, userId: UserId });
