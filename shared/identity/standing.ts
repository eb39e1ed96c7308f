import type { Actor } from '../kernel/actor.ts';
import type { StaffRole } from '../kernel/permissions.ts';
import type { VisibleCompanies } from './membership.ts';

/** What of a staff member decides who may manage them. */
interface StaffStanding {
  role: StaffRole;
  companies: VisibleCompanies | readonly string[];
}

/**
 * True when a staff member may give this standing, or take it away: owners by owners alone, and nobody hands out companies
 * that he does not see himself.
 */
export function mayManage(actor: Actor, standing: StaffStanding): boolean {
  if (actor.kind !== 'staff') return false;
  if (standing.role === 'owner' && actor.role !== 'owner') return false;
  const { companies } = actor;
  if (companies === 'all') return true;
  return standing.companies !== 'all' && standing.companies.every((companyId) => companies.includes(companyId));
}
