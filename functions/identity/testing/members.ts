import { Secret, TOTP } from 'otpauth';
import { type ApiKeyWithSecret, NewApiKey } from '../../../shared/identity/api-key.ts';
import type { Invitation } from '../../../shared/identity/invitation.ts';
import type { VisibleCompanies } from '../../../shared/identity/membership.ts';
import { NewMsp } from '../../../shared/identity/msp.ts';
import type { RecoveryCodes, TotpSeed } from '../../../shared/identity/profile.ts';
import type { SessionInfo } from '../../../shared/identity/session.ts';
import type { Problem } from '../../../shared/kernel/error.ts';
import { type CompanyRole, KEY_SCOPES, type StaffRole } from '../../../shared/kernel/permissions.ts';
import type { Session } from '../../_kit/session.ts';
import { type Answer, as, cookieOf, http, idle, mailsTo } from '../../_kit/testing/world.ts';
import { create as createKey } from '../api-keys.service.ts';
import { actingAs } from '../scopes.ts';
import { anonymousAt, callAt, openedMsp, seated } from './in-process.ts';

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
}

/** An owner with a second factor. */
export interface GuardedOwner extends Owner {
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

/** Sets up a second factor; somebody who is in already proves who they are by their password. */
export async function enrolled<T extends { cookie: string }>(
  who: T,
  password?: string,
): Promise<T & { seed: string; codes: string[] }> {
  const { secret } = ok(await ask<TotpSeed>(who, 'POST', '/me/totp', password ? { password } : {}));
  const full = await ask<RecoveryCodes>(who, 'POST', '/me/totp/confirm', { code: codeOf(secret) });
  return { ...who, seed: secret, codes: ok(full).codes, cookie: cookieOf(full) };
}

/** Signs up an MSP whose owner has set up a second factor. */
export async function newMsp(name = 'northlight'): Promise<GuardedOwner> {
  const slug = unique(name);
  const email = emailOf('owner');
  const body = { mspName: `MSP ${slug}`, slug, name: 'Olga Owner', email, password: PASSWORD };
  const half = await http<SessionInfo>('POST', '/api/msps', { body });
  const { actor } = ok(half);
  return enrolled({ userId: actor.userId, mspId: actor.mspId, email, slug, cookie: cookieOf(half) });
}

/** An MSP that asks nobody for a second factor: its members sign in with a password alone. */
export async function easyMsp(name = 'northlight'): Promise<Owner> {
  const slug = unique(name);
  const email = emailOf('owner');
  const facts = { mspName: `MSP ${slug}`, slug, name: 'Olga Owner', email, password: PASSWORD };
  return { ...(await openedMsp(NewMsp.parse(facts))), email, slug };
}

/** The token in the newest mail to an address that links to one of these pages. */
export async function mailedToken(email: string, pages = 'invitation|reset-password'): Promise<string> {
  await idle();
  const link = new RegExp(`/(?:${pages})#([\\w-]{43})`);
  const tokens = (await mailsTo(email)).flatMap(({ text }) => link.exec(text)?.[1] ?? []);
  const token = tokens.at(-1);
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

/** A staff member of the owner's MSP. */
export function newStaff({ mspId }: Member, role: StaffRole, companies: VisibleCompanies = 'all'): Promise<Member> {
  const person = { name: 'Mia Member', email: emailOf(role), password: PASSWORD };
  return seated({ kind: 'staff', mspId, role, companies }, person);
}

/** A client user of the owner's MSP. */
export function newClientUser({ mspId }: Member, companyId: string, role: CompanyRole): Promise<Member> {
  const person = { name: 'Mia Member', email: emailOf(role), password: PASSWORD };
  return seated({ kind: 'client', mspId, companyId, role }, person);
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
