import type { ClientUserListed } from '../../../shared/identity/member.ts';

const MAY_APPROVE = ['admin', 'approver'];

/** Those of the client's people who can answer a budget. */
export function approversOf(users: readonly ClientUserListed[]): ClientUserListed[] {
  return users.filter(({ role, status }) => status === 'active' && MAY_APPROVE.includes(role));
}
