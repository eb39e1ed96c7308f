import type { ContactRole } from './contact.ts';

/** What a contact does for the company, as pages call it. */
export const CONTACT_ROLES: Record<ContactRole, string> = {
  'decision-maker': 'Decides',
  approver: 'Approves',
  finance: 'Finance',
  'it-liaison': 'IT liaison',
  champion: 'Champion',
  user: 'User',
};
