import { z } from 'zod';
import { CompanyId, Id, UserId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { prose } from '../kernel/text.ts';
import { CompanyRoleName, OneClientUser, OneStaff, StaffRoleName, VisibleCompanies } from './membership.ts';

const MemberFacts = {
  ...RecordFields,
  userId: UserId,
  name: z.string(),
  email: z.string(),
  status: z.enum(['active', 'inactive']),
};

/** What stands beside a member in lists. */
const Standing = { lastSignInAt: z.string().optional(), secondFactor: z.boolean() };

/** A person of the MSP. */
export const StaffMember = z.object({
  ...MemberFacts,
  role: StaffRoleName,
  companies: VisibleCompanies,
  phone: z.string(),
  title: z.string(),
});
export type StaffMember = z.infer<typeof StaffMember>;
export const StaffListed = StaffMember.extend(Standing);
export type StaffListed = z.infer<typeof StaffListed>;

export const StaffFilter = z.strictObject({ ...PageInput, status: z.enum(['active', 'inactive']).optional() });
export type StaffFilter = z.infer<typeof StaffFilter>;
export const StaffPage = pageOf(StaffListed);

/** The name is the person's own to change, in the profile. */
export const StaffChange = OneStaff.extend({
  v: Version,
  role: StaffRoleName.optional(),
  companies: VisibleCompanies.optional(),
  phone: prose('the phone number', 40).optional(),
  title: prose('the job title', 80).optional(),
});
export type StaffChange = z.infer<typeof StaffChange>;
export const StaffVersion = OneStaff.extend({ v: Version });

/** A person of a company who signs in to the portal. */
export const ClientUser = z.object({
  ...MemberFacts,
  companyId: CompanyId,
  role: CompanyRoleName,
  /** The contact who is this person, when linked. */
  contactId: Id.optional(),
});
export type ClientUser = z.infer<typeof ClientUser>;
export const ClientUserListed = ClientUser.extend(Standing);
export type ClientUserListed = z.infer<typeof ClientUserListed>;

export const ClientUserFilter = z.strictObject({
  ...PageInput,
  companyId: CompanyId,
  status: z.enum(['active', 'inactive']).optional(),
});
export type ClientUserFilter = z.infer<typeof ClientUserFilter>;
export const ClientUserPage = pageOf(ClientUserListed);

export const ClientUserChange = OneClientUser.extend({
  v: Version,
  role: CompanyRoleName.optional(),
  /** `null` takes the link away. */
  contactId: Id.nullable().optional(),
});
export type ClientUserChange = z.infer<typeof ClientUserChange>;
export const ClientUserVersion = OneClientUser.extend({ v: Version });
