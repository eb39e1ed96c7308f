import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CompanyId, Id } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { Email, line, prose } from '../kernel/text.ts';

export const ContactId = Id;

/** A client has no more people than this: contacts are whom reviews are aimed at, not a directory. */
export const MOST_CONTACTS = 500;

/** What a person decides or does for the company; the QBR is aimed by these. */
export const ContactRole = z.enum(['decision-maker', 'approver', 'finance', 'it-liaison', 'champion', 'user']);
export type ContactRole = z.infer<typeof ContactRole>;

const ContactFacts = {
  name: line('the name of the contact', 120),
  email: Email.optional(),
  phone: prose('the phone number', 40).default(''),
  title: prose('the job title', 80).default(''),
  roles: z.array(ContactRole).max(6).default([]),
};

/** A person at a company, whether or not they can sign in. */
export const Contact = z.object({ ...RecordFields, ...ContactFacts, companyId: CompanyId, contactId: ContactId });
export type Contact = z.infer<typeof Contact>;

export const NewContact = z.strictObject({ ...ContactFacts, companyId: CompanyId });
export type NewContact = z.infer<typeof NewContact>;

export const ContactChange = changeOf(ContactFacts).extend({ companyId: CompanyId, contactId: ContactId, v: Version });
export type ContactChange = z.infer<typeof ContactChange>;

export const ContactFilter = z.strictObject({ ...PageInput, companyId: CompanyId });
export type ContactFilter = z.infer<typeof ContactFilter>;
export const ContactPage = pageOf(Contact);
