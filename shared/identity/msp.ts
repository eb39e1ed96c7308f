import { z } from 'zod';
import { TimeZone } from '../kernel/date.ts';
import { Currency } from '../kernel/money.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { Email, line, prose } from '../kernel/text.ts';
import { Accent, Logo } from './branding.ts';
import { Locale } from './locale.ts';
import { NewPassword } from './password.ts';

/** Addresses of ours that no portal may look like. */
const RESERVED = new Set(
  'admin api app assets billing brand console docs fairlead help login mail msp portal root status support system www'.split(
    ' ',
  ),
);

/** The MSP's part of portal addresses. Given once: links in mails already sent must keep working. */
export const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .min(3, 'Use at least 3 characters.')
  .max(40, 'Use at most 40 characters.')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'Use letters, digits and single hyphens, such as northlight-it.')
  .refine((slug) => !RESERVED.has(slug), 'This address is kept for us. Choose another.');

const MspSettings = {
  name: line('the name of your company', 80),
  legalName: prose('the legal name', 120),
  locale: Locale,
  timeZone: TimeZone,
  currency: Currency,
  /** Month in which the MSP's fiscal year begins, 1-12. */
  fiscalYearStart: z.int('Choose a month.').min(1).max(12),
  /** Staff must have a second factor; who has none can do nothing but set one up. Takes effect at the next sign-in. */
  mfaRequired: z.boolean(),
  /** The same for client users in the portal. */
  portalMfaRequired: z.boolean(),
  supportEmail: z.union([z.literal(''), Email]),
  supportPhone: prose('the support phone number', 40),
  logo: Logo,
  accent: Accent,
};

/** Settings that decide how people prove who they are: changing them asks for a fresh proof. */
export const SECURITY_SETTINGS = ['mfaRequired', 'portalMfaRequired'] as const;

export const Msp = z.object({ ...RecordFields, ...MspSettings, slug: z.string() });
export type Msp = z.infer<typeof Msp>;

/** A change: only the named fields move. */
export const MspChange = z.strictObject(MspSettings).partial().extend({ v: Version });
export type MspChange = z.infer<typeof MspChange>;

/** Opens a new MSP with its first owner. */
export const NewMsp = z.strictObject({
  mspName: MspSettings.name,
  slug: Slug,
  name: line('your name'),
  email: Email,
  password: NewPassword,
  locale: Locale.default('en-US'),
  timeZone: TimeZone.default('America/New_York'),
  currency: Currency.default('USD'),
});
export type NewMsp = z.infer<typeof NewMsp>;

/** What anybody may see of an MSP: the face of its portal. */
export const Brand = z.object({
  name: z.string(),
  slug: z.string(),
  logo: z.string(),
  accent: z.string(),
  accentDark: z.string(),
  supportEmail: z.string(),
  supportPhone: z.string(),
});
export type Brand = z.infer<typeof Brand>;

/** Any text: a slug that cannot exist is not found like one that does not. */
export const PortalAddress = z.strictObject({ mspSlug: z.string().max(200) });

/** The colour of an MSP that has chosen none. */
export const PLAIN_ACCENT = '#1f5fbf';
