import { invalid } from '../../shared/kernel/error.ts';
import { every } from '../../shared/kernel/every.ts';
import { type Reachable, type Recipient, reaching } from '../../shared/reports/recipient.ts';
import type { Scope } from '../_kit/scope.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { list as contactsOf } from '../companies/contacts.service.ts';
import { allClientUsers } from '../identity/directory.service.ts';

/** Everybody at a client who can be mailed, by name: people of the portal first, then contacts whom they do not stand for. */
async function everybody(scope: Scope, companyId: string): Promise<Reachable[]> {
  const [contacts, users] = await Promise.all([
    every((cursor) => contactsOf(scope, { companyId, limit: 100, cursor })),
    allClientUsers(scope, companyId),
  ]);
  const titles = new Map(contacts.map(({ contactId, title }) => [contactId, title]));
  const active = users.filter(({ status }) => status === 'active');
  const known = new Set(active.map(({ email }) => email));
  return [
    ...active.map(({ userId, name, email, contactId }) => ({
      type: 'client-user' as const,
      id: userId,
      name,
      email,
      title: (contactId && titles.get(contactId)) || '',
      signsIn: true,
      contactIds: contacts
        .filter((contact) => contact.contactId === contactId || contact.email === email)
        .map((contact) => contact.contactId),
    })),
    ...contacts.flatMap(({ contactId, name, email, title }) =>
      email && !known.has(email)
        ? [{ type: 'contact' as const, id: contactId, name, email, title, signsIn: false, contactIds: [] }]
        : [],
    ),
  ];
}

/** Whom reports of a client can be mailed to. */
export async function reachable(scope: Scope, { companyId }: { companyId: string }): Promise<{ items: Reachable[] }> {
  const [items] = await Promise.all([everybody(scope, companyId), companyOf(scope, { companyId })]);
  return { items };
}

/** Those of the chosen people who can be reached as things stand, and how many are left out. */
export async function stillReachable(
  scope: Scope,
  companyId: string,
  chosen: readonly Recipient[],
): Promise<ReturnType<typeof reaching>> {
  return reaching(chosen.length === 0 ? [] : await everybody(scope, companyId), chosen);
}

/** The chosen people. Refused when one of them cannot be reached. */
export async function reached(scope: Scope, companyId: string, chosen: readonly Recipient[]): Promise<Reachable[]> {
  const { reached: people, lost } = await stillReachable(scope, companyId, chosen);
  if (lost > 0)
    throw invalid('recipients', 'One of these people has left or has no email address. Choose the recipients anew.');
  return people;
}
