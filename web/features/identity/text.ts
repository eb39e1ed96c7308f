import type { Invitation } from '../../../shared/identity/invitation.ts';
import type { CompanyRole, StaffRole } from '../../../shared/kernel/permissions.ts';
import type { Tone } from '../../ui/status-icon.tsx';

export interface RoleWords {
  word: string;
  detail: string;
}

export const STAFF_ROLE: Record<StaffRole, RoleWords> = {
  owner: { word: 'Owner', detail: 'Everything, and the only one who makes or changes owners' },
  admin: { word: 'Administrator', detail: 'Everything but changing owners' },
  manager: { word: 'vCIO / account manager', detail: 'Findings, plans, budgets and reports; invites portal users' },
  technician: { word: 'Technician', detail: 'Findings and planner; sees no budgets' },
  finance: { word: 'Finance', detail: 'Budgets and reports; reads the rest' },
  viewer: { word: 'Viewer', detail: 'Reads, changes nothing' },
};

export const COMPANY_ROLE: Record<CompanyRole, RoleWords> = {
  admin: { word: 'Administrator', detail: 'Sees all of the company, approves, and speaks for it' },
  approver: { word: 'Approver', detail: 'Sees plans and budgets, and approves them' },
  finance: { word: 'Finance', detail: 'Sees plans and budgets; approves nothing' },
  member: { word: 'Member', detail: 'Sees the plan; approves nothing' },
  'member-own': { word: 'Member, own matters', detail: 'Sees only what concerns them' },
};

/** A role of either side in words; a role that this page does not know yet stays as it is. */
export function roleWord(kind: 'staff' | 'client', role: string): string {
  const words: Record<string, RoleWords> = kind === 'staff' ? STAFF_ROLE : COMPANY_ROLE;
  return words[role]?.word ?? role;
}

export const INVITATION_STATE: Record<Invitation['state'], { word: string; tone: Tone }> = {
  pending: { word: 'Waiting', tone: 'proposed' },
  expired: { word: 'Expired', tone: 'warn' },
  used: { word: 'Accepted', tone: 'ok' },
  revoked: { word: 'Revoked', tone: 'idle' },
};

export const MAIL_STATE: Record<Invitation['mail'], string> = {
  planned: 'Mail on its way',
  sending: 'Mail on its way',
  sent: 'Mail sent',
  failed: 'Mail could not be delivered',
  unclear: 'Mail: outcome unknown',
};

export const MEMBER_STATUS: Record<'active' | 'inactive', { word: string; tone: Tone }> = {
  active: { word: 'Active', tone: 'ok' },
  inactive: { word: 'Deactivated', tone: 'idle' },
};

export const THEME = { system: 'As the system', light: 'Light', dark: 'Dark' } as const;

/** `true` counts as set up. */
export const FACTOR = { true: { word: 'On', tone: 'ok' }, false: { word: 'Not set up', tone: 'warn' } } as const;

export const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** Which clients somebody of the staff sees, in few words. */
export function clientsWord(companies: 'all' | readonly string[]): string {
  if (companies === 'all') return 'All clients';
  return companies.length === 1 ? '1 client' : `${companies.length} clients`;
}

/** What the field says before anything is typed: length, and what is refused. */
export const PASSWORD_HELP =
  'At least 12 characters; a few unrelated words work well. Much-used passwords, repeats, and your name, address or company are refused.';
