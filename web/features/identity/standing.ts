import type { VisibleCompanies } from '../../../shared/identity/membership.ts';
import { mayManage } from '../../../shared/identity/standing.ts';
import type { StaffActor } from '../../../shared/kernel/actor.ts';
import { STAFF_ROLES, type StaffRole } from '../../../shared/kernel/permissions.ts';
import type { SessionInfo } from '../../lib/session.ts';

const actorOf = ({ userId, mspId, role, companies = [] }: SessionInfo['actor']): StaffActor => ({
  kind: 'staff',
  userId,
  mspId,
  role: role as StaffRole,
  companies,
});

/** Whether the person at the page may manage a staff member of this standing; the API decides anyway. */
export const managesOf =
  ({ actor }: SessionInfo) =>
  (standing: { role: StaffRole; companies: VisibleCompanies }): boolean =>
    actor.kind === 'staff' && mayManage(actorOf(actor), standing);

/** Roles that the person may give. */
export const rolesToGive = ({ actor }: SessionInfo): readonly StaffRole[] =>
  actor.role === 'owner' ? STAFF_ROLES : STAFF_ROLES.filter((role) => role !== 'owner');
