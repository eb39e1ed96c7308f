import { z } from 'zod';
import { monthCell, wholeCell, wordCell } from '../csv/cells.ts';
import { checked, written } from '../csv/importing.ts';
import type { ImportField } from '../csv/mapping.ts';
import { changeOf } from '../kernel/change.ts';
import { nameKey } from '../kernel/text.ts';
import { CompanyStatus, NewCompany } from './company.ts';

/**
 * Lines that one request writes: a renamed client, its old and its new name, its fact and its audit each, and DynamoDB takes
 * 100 rows.
 */
export const MOST_COMPANIES_WRITTEN = 19;

const { ownerId, privateNotes, status, ...facts } = NewCompany.shape;

/** A line of a file: what it says of a client. What it does not say stays as it is, and a new one has from its MSP. */
export const ImportedCompany = changeOf(facts).extend({ name: facts.name, status: CompanyStatus.optional() });
export type ImportedCompany = z.infer<typeof ImportedCompany>;

export const COMPANY_FIELD_NAMES = [
  'name',
  'industry',
  'agreement',
  'seats',
  'status',
  'website',
  'phone',
  'currency',
  'timeZone',
  'fiscalYearStart',
] as const satisfies (keyof ImportedCompany)[];

export const CompanyImportCheck = z.strictObject({ rows: checked(ImportedCompany) });
export type CompanyImportCheck = z.infer<typeof CompanyImportCheck>;
export const CompanyImport = z.strictObject({ rows: written(ImportedCompany, MOST_COMPANIES_WRITTEN) });
export type CompanyImport = z.infer<typeof CompanyImport>;

/** What a line names its client by, within one file. */
export const companyMark = ({ name }: ImportedCompany): string => nameKey(name);

/** Hosts where many have a page of theirs under one domain, or a shortened address. */
const SHARED_HOSTS = [
  'facebook.com',
  'fb.com',
  'fb.me',
  'g.page',
  'goo.gl',
  'google.com',
  'instagram.com',
  'linkedin.com',
  'linktr.ee',
  'nextdoor.com',
  'pinterest.com',
  'tiktok.com',
  'twitter.com',
  'x.com',
  'yelp.com',
  'youtu.be',
  'youtube.com',
];

/**
 * The domain by which a web address names its client, without its `www`; undefined where there is none, or where others have
 * pages too: an address at a network tells nobody apart.
 */
export function domainOf(website: string | undefined): string | undefined {
  if (!website) return undefined;
  const domain = new URL(website).hostname.replace(/^www\./, '');
  const isShared = SHARED_HOSTS.some((host) => domain === host || domain.endsWith(`.${host}`));
  return isShared ? undefined : domain;
}

/** What a file of clients can fill, with the names that PSAs and spreadsheets have for it. */
export const COMPANY_FIELDS: readonly (ImportField & { name: keyof ImportedCompany })[] = [
  {
    name: 'name',
    title: 'Name',
    synonyms: [
      'client',
      'client name',
      'company',
      'company name',
      'customer',
      'account',
      'account name',
      'organisation',
    ],
    required: true,
  },
  { name: 'industry', title: 'Industry', synonyms: ['vertical', 'sector', 'market'] },
  { name: 'agreement', title: 'Agreement', synonyms: ['agreement name', 'contract', 'contract type'] },
  { name: 'seats', title: 'Seats', synonyms: ['users', 'licences', 'employees', 'headcount', 'number of seats'] },
  { name: 'status', title: 'Status', synonyms: ['client status', 'company status'] },
  { name: 'website', title: 'Website', synonyms: ['web address', 'url', 'homepage', 'domain'] },
  { name: 'phone', title: 'Phone', synonyms: ['phone number', 'telephone', 'main phone', 'office phone'] },
  { name: 'currency', title: 'Currency', synonyms: ['currency code'] },
  { name: 'timeZone', title: 'Time zone', synonyms: ['zone', 'tz'] },
  {
    name: 'fiscalYearStart',
    title: 'Fiscal year starts in',
    synonyms: ['fiscal year starts in month', 'fiscal year start', 'fiscal year begins'],
  },
];

const STATUSES = { active: 'active', onboarding: 'onboarding', archived: 'archived' } as const;

/** A web address; files often leave out how it begins. */
const websiteCell = z
  .string()
  .transform((text) => (/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`))
  .pipe(facts.website.unwrap());

/** How the cells of a file become the facts of a client. */
export const companyCells = z.strictObject({
  name: facts.name,
  industry: facts.industry.unwrap().optional(),
  agreement: facts.agreement.unwrap().optional(),
  seats: wholeCell.pipe(facts.seats.unwrap()).optional(),
  status: wordCell(STATUSES, 'Use active or onboarding.').optional(),
  website: websiteCell.optional(),
  phone: facts.phone.unwrap().optional(),
  currency: z.string().toUpperCase().pipe(facts.currency.unwrap()).optional(),
  timeZone: facts.timeZone.optional(),
  fiscalYearStart: monthCell.optional(),
});
