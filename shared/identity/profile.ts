import { z } from 'zod';
import { TimeZone } from '../kernel/date.ts';
import { UserId } from '../kernel/id.ts';
import { Version } from '../kernel/record.ts';
import { Email, line } from '../kernel/text.ts';
import { Locale } from './locale.ts';
import { GivenPassword, NewPassword } from './password.ts';

export const Theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof Theme>;

const ProfileFacts = {
  name: line('your name'),
  locale: Locale,
  timeZone: TimeZone,
  theme: Theme,
  /** Whether letters and signs without a modifier key do something on a page (WCAG 2.1.4). */
  singleKeys: z.boolean(),
};

/** A person's own settings, the same in every MSP and company that the login belongs to. */
export const Profile = z.object({
  ...ProfileFacts,
  userId: UserId,
  email: z.string(),
  /** By a link mailed there. A login that was signed up has yet to; all others came by such a link. */
  addressConfirmed: z.boolean(),
  v: z.int(),
  secondFactor: z.boolean(),
  recoveryCodesLeft: z.int(),
});
export type Profile = z.infer<typeof Profile>;

export const ProfileChange = z.strictObject(ProfileFacts).partial().extend({ v: Version });
export type ProfileChange = z.infer<typeof ProfileChange>;

export const PasswordChange = z.strictObject({ current: GivenPassword, password: NewPassword });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** A one-time token out of a mailed link. */
export const Token = z.string('Open the link from the mail again.').min(20).max(100);

export const ForgotPassword = z.strictObject({ email: Email, mspSlug: z.string().max(200).optional() });
export type ForgotPassword = z.infer<typeof ForgotPassword>;
export const ResetPassword = z.strictObject({ token: Token, password: NewPassword });
export type ResetPassword = z.infer<typeof ResetPassword>;

/** To set up a second factor: nothing while the session can do nothing else; otherwise proof, with a code to replace one. */
export const StartTotp = z.strictObject({
  password: GivenPassword.optional(),
  code: z.string().trim().min(6).max(64).optional(),
});
export type StartTotp = z.infer<typeof StartTotp>;

/** The seed, shown once: as text to type, and as the `otpauth://` address that the page draws as a QR code. */
export const TotpSeed = z.object({ secret: z.string(), uri: z.string() });
export type TotpSeed = z.infer<typeof TotpSeed>;

/** Shown once; only their hashes are kept. */
export const RecoveryCodes = z.object({ codes: z.array(z.string()) });
export type RecoveryCodes = z.infer<typeof RecoveryCodes>;
