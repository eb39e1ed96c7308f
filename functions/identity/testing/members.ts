import { Secret, TOTP } from 'otpauth';
import { type ApiKeyWithSecret, NewApiKey } from '../../../shared/identity/api-key.ts';
import type { Invitation } from '../../../shared/identity/invitation.ts';
import type { Msp } from '../../../shared/identity/msp.ts';
import type { RecoveryCodes, TotpSeed } from '../../../shared/identity/profile.ts';
import type { SessionInfo } from '../../../shared/identity/session.ts';
import type { Problem } from '../../../shared/kernel/error.ts';
import { type CompanyRole, KEY_SCOPES, type StaffRole } from '../../../shared/kernel/permissions.ts';
import type { Call } from '../../_kit/call.ts';
import type { Scope } from '../../_kit/scope.ts';
import type { Session } from '../../_kit/session.ts';
import { type Answer, as, cookieOf, http, idle, mailsTo } from '../../_kit/testing/world.ts';
import { Units } from '../../_kit/units.ts';
import { create as createKey } from '../api-keys.service.ts';
import { actingAs } from '../scopes.ts';

export const PASSWORD = 'plum-kettle-orbit-42';

/** Somebody who is signed in. */
export interface Member {
  userId: string;
  mspId: string;
  email: string;
  cookie: string;
}

export interface Owner extends Member {
  slug: string;
  /** Base32 seed of the owner's authenticator. */
  seed: string;
  codes: string[];
}

let made = 0;
/** A word that no other test uses. */
export function unique(word: string): string {
  made += 1;
  return `${word}-${Date.now().toString(36)}-${process.pid.toString(36)}${made.toString(36)}`;
}

export const emailOf = (name: string) => `${unique(name)}@example.com`;

/** What an authenticator shows `ahead` steps from now. */
export function codeOf(seed: string, ahead = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(seed), algorithm: 'SHA1', digits: 6, period: 30 });
  return totp.generate({ timestamp: Date.now() + ahead * 30_000 });
}

/** The answer's body, provided that all went well. */
export function ok<T>(answer: Answer<T>): T {
  const { code, detail } = answer.body as Partial<Problem>;
  if (answer.status >= 300) throw new Error(`${answer.status} ${code}: ${detail}`);
  return answer.body;
}

export const ask = <T>(who: { cookie: string }, method: string, path: string, body?: unknown) =>
  http<T>(method, `/api${path}`, { cookie: who.cookie, ...(body === undefined ? {} : { body }) });

/** Signs up an MSP whose owner has set up a second factor. */
export async function newMsp(name = 'northlight'): Promise<Owner> {
  const slug = unique(name);
  const email = emailOf('owner');
  const body = { mspName: `MSP ${slug}`, slug, name: 'Olga Owner', email, password: PASSWORD };
  const half = await http<SessionInfo>('POST', '/api/msps', { body });
  const { actor } = ok(half);
  const cookie = cookieOf(half);
  const { secret } = ok(await ask<TotpSeed>({ cookie }, 'POST', '/me/totp', {}));
  const full = await ask<RecoveryCodes>({ cookie }, 'POST', '/me/totp/confirm', { code: codeOf(secret) });
  const { codes } = ok(full);
  return { userId: actor.userId, mspId: actor.mspId, email, slug, seed: secret, codes, cookie: cookieOf(full) };
}

/** An MSP that asks nobody for a second factor: its members sign in with a password alone. */
export async function easyMsp(name?: string): Promise<Owner> {
  const owner = await newMsp(name);
  const { v } = ok(await ask<Msp>(owner, 'GET', '/msp'));
  ok(await ask<Msp>(owner, 'PATCH', '/msp', { v, mfaRequired: false }));
  return owner;
}

/** The token in the link of the newest mail to an address. */
export async function mailedToken(email: string): Promise<string> {
  await idle();
  const mail = (await mailsTo(email)).at(-1);
  const token = /#([\w-]{43})/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`No mail with a link went to ${email}.`);
  return token;
}

/** A new client of the MSP. */
export async function newCompany(owner: Member, name = unique('client')): Promise<string> {
  const body = { name, timeZone: 'America/Denver' };
  return ok(await ask<{ companyId: string }>(owner, 'POST', '/companies', body)).companyId;
}

export const inviteStaff = (owner: Member, email: string, role: StaffRole, companies?: 'all' | string[]) =>
  ask<Invitation>(owner, 'POST', '/staff-invitations', { email, role, ...(companies ? { companies } : {}) });

export const inviteClient = (owner: Member, companyId: string, email: string, role: CompanyRole) =>
  ask<Invitation>(owner, 'POST', `/companies/${companyId}/user-invitations`, { email, role });

/** Uses the link in the newest mail to this address up. */
export async function accepted(email: string, name = 'Mia Member'): Promise<Member> {
  const body = { token: await mailedToken(email), name, password: PASSWORD };
  const answer = await http<SessionInfo>('POST', '/api/invitations/accept', { body });
  const { actor } = ok(answer);
  return { userId: actor.userId, mspId: actor.mspId, email, cookie: cookieOf(answer) };
}

/** Invites a staff member and accepts in their name. */
export async function newStaff(owner: Member, role: StaffRole, companies?: 'all' | string[]): Promise<Member> {
  const email = emailOf(role);
  ok(await inviteStaff(owner, email, role, companies));
  return accepted(email);
}

/** Invites a client user and accepts in their name. */
export async function newClientUser(owner: Member, companyId: string, role: CompanyRole): Promise<Member> {
  const email = emailOf(role);
  ok(await inviteClient(owner, companyId, email, role));
  return accepted(email);
}

/** Makes an API key. */
export const makeKey = (owner: Member, key: Partial<NewApiKey>) =>
  ask<ApiKeyWithSecret>(owner, 'POST', '/api-keys', { name: unique('key'), scopes: ['companies:read'], ...key });

/** Asks as a key does. */
export const askBy = <T>(key: { secret: string }, method: string, path: string, body?: unknown) =>
  http<T>(method, `/api${path}`, { key: key.secret, ...(body === undefined ? {} : { body }) });

/** A key that was made so long ago that it has ended. */
export async function endedKey({ mspId, userId }: Owner): Promise<ApiKeyWithSecret> {
  const past = new Date(Date.now() - 2 * 86_400_000);
  const actor = { kind: 'staff', mspId, userId, role: 'owner', companies: 'all' } as const;
  const call = { ...callAt(past), session: { confirmedAt: past.toISOString() } as Session };
  const input = NewApiKey.parse({ name: unique('ended'), scopes: KEY_SCOPES, days: 1 });
  return as('identity-api', () => createKey(actingAs(anonymousAt(past), actor), input, call));
}

/** An MSP of its own with a client and somebody there who answers budgets. */
export interface ClientAtWork {
  mspId: string;
  owner: Owner;
  approver: Member;
  companyId: string;
}

export async function clientAtWork(): Promise<ClientAtWork> {
  const owner = await easyMsp();
  const companyId = await newCompany(owner);
  return { mspId: owner.mspId, owner, companyId, approver: await newClientUser(owner, companyId, 'approver') };
}

export const signIn = (email: string, password = PASSWORD, mspSlug?: string) =>
  http<SessionInfo>('POST', '/api/sign-in', { body: { email, password, ...(mspSlug ? { mspSlug } : {}) } });

/** A call of nobody at another time, for services called in process: sessions and links end while no test waits. */
export function anonymousAt(now: Date): Scope {
  return {
    mspId: '',
    actor: { kind: 'anonymous', mspId: '', userId: 'anonymous' },
    now: () => now,
    requestId: 'test',
    operation: 'identity.test',
    access: 'identity',
    ip: '203.0.113.9',
    causes: [],
    cursorKey: 'test',
    units: new Units(),
  };
}

/** The HTTP side of such a call. */
export function callAt(now: Date): Call {
  const event = { headers: {}, requestContext: { http: {} } } as Call['event'];
  return { event, requestId: 'test', now: () => now, cookies: [] };
}
