import { z } from 'zod';
import { CompanyId, Id, MspId, UserId } from '../kernel/id.ts';
import { PERMISSIONS } from '../kernel/permissions.ts';
import { Email } from '../kernel/text.ts';
import { MembershipChoice, VisibleCompanies } from './membership.ts';
import { Brand } from './msp.ts';
import { GivenPassword } from './password.ts';
import { Theme } from './profile.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A session lives so long, however much it is used. */
export const ABSOLUTE_LIFE = 24 * HOUR;
/** ... and so long without use. */
export const IDLE_LIFE = 8 * HOUR;
/** Time to give the second factor, or to set one up. */
export const HALF_LIFE = 15 * MINUTE;
/** Live sessions of one login; the oldest gives way. */
export const MOST_SESSIONS = 10;

/** What a half-open session still needs before it opens anything. */
export type Need = 'second-factor' | 'enrolment';

/**
 * What a right password opens. A second factor, once set up, is always asked for; without one, the MSP's setting decides
 * whether the person must set one up first.
 */
export function needAfterPassword(hasSecondFactor: boolean, required: boolean): Need | undefined {
  if (hasSecondFactor) return 'second-factor';
  return required ? 'enrolment' : undefined;
}

/** When a session that starts now ends. ISO instants; `ttl` in epoch seconds, for the table. */
export function lifeOf(state: 'half' | 'full', now: Date): { expiresAt: string; idleUntil: string; ttl: number } {
  const at = now.getTime();
  const expires = at + (state === 'full' ? ABSOLUTE_LIFE : HALF_LIFE);
  const idle = Math.min(expires, at + IDLE_LIFE);
  return {
    expiresAt: new Date(expires).toISOString(),
    idleUntil: new Date(idle).toISOString(),
    ttl: Math.ceil(expires / 1_000),
  };
}

export const SignIn = z.strictObject({
  email: Email,
  password: GivenPassword,
  /** On a portal's page: the MSP whose client user signs in. */
  mspSlug: z.string().max(200).optional(),
});
export type SignIn = z.infer<typeof SignIn>;

/** Six digits of the authenticator, or one of the recovery codes. */
export const Code = z
  .string('Enter the code.')
  .trim()
  .min(6, 'Enter the whole code.')
  .max(64, 'This code is too long.');
export const GiveCode = z.strictObject({ code: Code });
/** Proof that the person at the keyboard is the one who signed in; the code where a second factor is set up. */
export const Proof = z.strictObject({ password: GivenPassword, code: Code.optional() });
export type Proof = z.infer<typeof Proof>;

export const SwitchMembership = z.strictObject({
  to: z.strictObject({ mspId: MspId, companyId: CompanyId.optional() }),
});
export type SwitchMembership = z.infer<typeof SwitchMembership>;

const ActorInfo = z.object({
  kind: z.enum(['staff', 'client']),
  userId: UserId,
  mspId: MspId,
  role: z.string(),
  companies: VisibleCompanies.optional(),
  companyId: CompanyId.optional(),
});

/** Everything a page needs to know about who is there. Half sessions hold no memberships and no permissions. */
export const SessionInfo = z.object({
  sessionId: Id,
  state: z.enum(['half', 'full']),
  needs: z.enum(['second-factor', 'enrolment']).optional(),
  expiresAt: z.string(),
  idleUntil: z.string(),
  actor: ActorInfo,
  person: z.object({
    name: z.string(),
    email: z.string(),
    locale: z.string(),
    timeZone: z.string(),
    theme: Theme,
    singleKeys: z.boolean(),
    secondFactor: z.boolean(),
  }),
  msp: Brand.extend({
    mspId: MspId,
    locale: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    fiscalYearStart: z.int(),
  }),
  memberships: z.array(MembershipChoice),
  permissions: z.array(z.enum(PERMISSIONS as [string, ...string[]])),
});
export type SessionInfo = z.infer<typeof SessionInfo>;

export const SessionTimes = z.object({ expiresAt: z.string(), idleUntil: z.string() });
export type SessionTimes = z.infer<typeof SessionTimes>;

/** One of a login's sessions, as its owner sees it. */
export const OwnSession = z.object({
  sessionId: Id,
  current: z.boolean(),
  state: z.enum(['half', 'full']),
  createdAt: z.string(),
  idleUntil: z.string(),
  expiresAt: z.string(),
  userAgent: z.string().optional(),
  ip: z.string().optional(),
});
export type OwnSession = z.infer<typeof OwnSession>;
export const OwnSessions = z.object({ items: z.array(OwnSession) });
export const OneSession = z.strictObject({ sessionId: Id });
/** How many sessions were ended. */
export const Ended = z.object({ ended: z.int() });
export type Ended = z.infer<typeof Ended>;
