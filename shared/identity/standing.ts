import { type Actor, seesCompany } from '../kernel/actor.ts';
import type { StaffRole } from '../kernel/permissions.ts';
import type { VisibleCompanies } from './membership.ts';

/** What of a staff member decides who may manage them. */
interface StaffStanding {
  role: StaffRole;
  companies: VisibleCompanies | readonly string[];
}

/** True when a staff member sees all of these companies: nobody hands out what he does not see himself. */
export function seesAll(actor: Actor, companies: StaffStanding['companies']): boolean {
  if (actor.kind !== 'staff') return false;
  if (actor.companies === 'all') return true;
  return companies !== 'all' && companies.every((companyId) => seesCompany(actor, companyId));
}

/**
 * True when a staff member may give this standing, or take it away: owners by owners alone.
 */
export function mayManage(actor: Actor, standing: StaffStanding): boolean {
  if (standing.role === 'owner' && !(actor.kind === 'staff' && actor.role === 'owner')) return false;
  return seesAll(actor, standing.companies);
}
