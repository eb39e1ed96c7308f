import { seesCompany } from '../kernel/actor.ts';
import type { CompanyRole, StaffRole } from '../kernel/permissions.ts';

/** What of a staff member decides whether something is their business. */
export interface StaffReader {
  userId: string;
  mspId: string;
  status: 'active' | 'inactive';
  role: StaffRole;
  companies: 'all' | readonly string[];
}

/** What of a client user decides it. */
export interface ClientReader {
  userId: string;
  status: 'active' | 'inactive';
  role: CompanyRole;
}

const LEADS: readonly StaffRole[] = ['owner', 'manager'];
const OPERATORS: readonly StaffRole[] = ['owner', 'admin', 'manager'];
const ANSWER: readonly CompanyRole[] = ['admin', 'approver'];

const ids = (people: readonly { userId: string }[]) => people.map(({ userId }) => userId);

function seeing(staff: readonly StaffReader[], companyId: string): StaffReader[] {
  return staff.filter((one) => one.status === 'active' && seesCompany({ kind: 'staff', ...one }, companyId));
}

/**
 * Staff who care about a client's answers: whoever owns the relationship, or, without an active owner who sees the client,
 * all owners and managers who see it.
 */
export function whoCares(staff: readonly StaffReader[], companyId: string, ownerId: string | undefined): string[] {
  const sees = seeing(staff, companyId);
  const owner = sees.filter(({ userId }) => userId === ownerId);
  return ids(owner.length > 0 ? owner : sees.filter(({ role }) => LEADS.includes(role)));
}

/** Staff who see a client. */
export function whoSees(staff: readonly StaffReader[], companyId: string): string[] {
  return ids(seeing(staff, companyId));
}

/** Staff who can put an integration right. */
export function whoOperates(staff: readonly StaffReader[]): string[] {
  return ids(staff.filter(({ status, role }) => status === 'active' && OPERATORS.includes(role)));
}

/** The MSP's owners. */
export function whoOwns(staff: readonly StaffReader[]): string[] {
  return ids(staff.filter(({ status, role }) => status === 'active' && role === 'owner'));
}

/** Client users who may answer budgets. */
export function whoAnswers(people: readonly ClientReader[]): string[] {
  return ids(people.filter(({ status, role }) => status === 'active' && ANSWER.includes(role)));
}
