import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { TimeZone } from '../kernel/date.ts';
import { CompanyId, UserId } from '../kernel/id.ts';
import { Currency } from '../kernel/money.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';

/** `onboarding` until the first review; `archived` keeps everything and shows nowhere but in its own filter. */
export const CompanyStatus = z.enum(['active', 'onboarding', 'archived']);
export type CompanyStatus = z.infer<typeof CompanyStatus>;

const CompanyFacts = {
  name: line('the name of the company', 120),
  industry: prose('the industry', 80).default(''),
  website: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'Enter a web address such as https://example.com.' })])
    .default(''),
  phone: prose('the phone number', 40).default(''),
  /** What is agreed, in the MSP's words: "All-in, $150 a seat". */
  agreement: prose('the agreement', 120).default(''),
  seats: z.int('Enter whole seats.').min(0, 'Seats cannot be negative.').max(1_000_000).default(0),
  /** Month in which the company's fiscal year begins, 1-12: quarters of plan and budget follow it. */
  fiscalYearStart: z.int('Choose a month.').min(1).max(12).default(1),
  timeZone: TimeZone,
  currency: Currency.default('USD'),
  /** The vCIO or account manager who owns the relationship. */
  ownerId: UserId.optional(),
  /** Staff only; never serialized to the portal. */
  privateNotes: prose('the notes', 8_000).default(''),
};

export const Company = z.object({
  ...RecordFields,
  ...CompanyFacts,
  companyId: CompanyId,
  status: CompanyStatus,
  archivedAt: z.string().optional(),
});
export type Company = z.infer<typeof Company>;

export const NewCompany = z.strictObject({
  ...CompanyFacts,
  status: z.enum(['active', 'onboarding']).default('active'),
});
export type NewCompany = z.infer<typeof NewCompany>;

/** A change: only the named fields move. */
export const CompanyChange = changeOf({ ...CompanyFacts, status: z.enum(['active', 'onboarding']) }).extend({
  companyId: CompanyId,
  v: Version,
});
export type CompanyChange = z.infer<typeof CompanyChange>;

export const CompanyFilter = z.strictObject({
  ...PageInput,
  /** Part of the name, any case. */
  q: z.string().trim().max(80).optional(),
  status: CompanyStatus.optional(),
});
export type CompanyFilter = z.infer<typeof CompanyFilter>;

export const CompanyPage = pageOf(Company);

export { nameKey } from '../kernel/text.ts';
