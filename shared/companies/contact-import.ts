import { z } from 'zod';
import { checked, written } from '../csv/importing.ts';
import type { ImportField } from '../csv/mapping.ts';
import { changeOf } from '../kernel/change.ts';
import { Email, line, nameKey } from '../kernel/text.ts';
import { type ContactRole, NewContact } from './contact.ts';
import { CONTACT_ROLES } from './words.ts';

/** Lines that one request writes: a contact, the fact and the audit of its client each, and DynamoDB takes 100 rows. */
export const MOST_CONTACTS_WRITTEN = 25;

const { companyId, ...facts } = NewContact.shape;

/** A line of a file: what it says of a person at the client of this name. What it does not say stays as it is. */
export const ImportedContact = changeOf(facts).extend({
  client: line('the name of the client', 120),
  name: facts.name,
});
export type ImportedContact = z.infer<typeof ImportedContact>;

export const CONTACT_FIELD_NAMES = [
  'name',
  'email',
  'phone',
  'title',
  'roles',
] as const satisfies (keyof ImportedContact)[];

export const ContactImportCheck = z.strictObject({ rows: checked(ImportedContact) });
export type ContactImportCheck = z.infer<typeof ContactImportCheck>;
export const ContactImport = z.strictObject({ rows: written(ImportedContact, MOST_CONTACTS_WRITTEN) });
export type ContactImport = z.infer<typeof ContactImport>;

/** What a line names its contact by, within one file: the address, else the name, at the client. */
export const contactMark = ({ client, email, name }: ImportedContact): string =>
  `${nameKey(client)}: ${email ?? nameKey(name)}`;

/** What a file of contacts can fill, with the names that PSAs, directories and spreadsheets have for it. */
export const CONTACT_FIELDS: readonly ImportField[] = [
  {
    name: 'client',
    title: 'Client',
    synonyms: ['client name', 'company', 'company name', 'customer', 'account', 'account name', 'organisation'],
    required: true,
  },
  { name: 'name', title: 'Name', synonyms: ['contact', 'contact name', 'full name', 'display name', 'person'] },
  { name: 'firstName', title: 'First name', synonyms: ['given name', 'forename'] },
  { name: 'lastName', title: 'Last name', synonyms: ['surname', 'family name'] },
  {
    name: 'email',
    title: 'Email',
    synonyms: ['email address', 'mail', 'primary email', 'work email', 'default email'],
  },
  {
    name: 'phone',
    title: 'Phone',
    synonyms: ['phone number', 'telephone', 'work phone', 'direct phone', 'business phone', 'default phone', 'mobile'],
  },
  { name: 'title', title: 'Job title', synonyms: ['title', 'position'] },
  { name: 'roles', title: 'Role here', synonyms: ['role', 'roles', 'contact type'] },
];
/** The same for a file about one client. */
export const OWN_CONTACT_FIELDS = CONTACT_FIELDS.filter(({ name }) => name !== 'client');

const ROLES = new Map(
  Object.entries(CONTACT_ROLES).flatMap(([role, word]) => [
    [nameKey(role), role as ContactRole],
    [nameKey(word), role as ContactRole],
  ]),
);

/** What a person does for the client: several words in one cell, as the page shows them. */
const rolesCell = z.string().transform((text, context): ContactRole[] => {
  const words = text.split(/[,;/\n]/).filter((word) => word.trim() !== '');
  const roles = words.flatMap((word) => ROLES.get(nameKey(word)) ?? []);
  if (roles.length === words.length) return [...new Set(roles)];
  const known = Object.values(CONTACT_ROLES).join(', ');
  context.addIssue({ code: 'custom', message: `Use one or more of these, parted by commas: ${known}.` });
  return z.NEVER;
});

/**
 * How the cells of a file become the facts of a contact. A name may stand in two columns.
 *
 * @param client of a file about one client: its name
 */
export function contactCells(client?: string) {
  const cells = z.strictObject({
    client: z.string().optional(),
    name: z.string().optional(),
    firstName: z.string().optional(),
    lastName: z.string().optional(),
    email: Email.optional(),
    phone: facts.phone.unwrap().optional(),
    title: facts.title.unwrap().optional(),
    roles: rolesCell.optional(),
  });
  return cells
    .transform(({ name, firstName, lastName, ...told }) => ({
      ...told,
      client: client ?? told.client,
      name: name ?? [firstName, lastName].filter(Boolean).join(' '),
    }))
    .pipe(ImportedContact);
}
