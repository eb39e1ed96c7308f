import type { Membership } from '../../shared/identity/membership.ts';
import { AppError, notFound } from '../../shared/kernel/error.ts';
import type { CompanyRole, StaffRole } from '../../shared/kernel/permissions.ts';
import { sha256 } from '../_kit/new-id.ts';
import { type Op, put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, findMany } from '../_kit/store.ts';
import {
  CredentialsEntity,
  type CredentialsRow,
  LocatorEntity,
  MembershipEntity,
  type MembershipRow,
  PersonEntity,
  type PersonRow,
} from './login.entity.ts';
import { SlugEntity, type SlugRow } from './msp.entity.ts';
import { hashPassword } from './passwords.ts';

/** A person with what they prove themselves by. */
export interface Login {
  person: PersonRow;
  credentials: CredentialsRow;
}

/** An id that no person has: who looks for an unknown email reads as much as for a known one. */
const NOBODY = '0'.repeat(26);
/** Companies and MSPs that one login belongs to; far above what anybody has. */
const MOST_MEMBERSHIPS = 200;
const STAFF = 'staff';

const consistent = { consistent: true };

/** The login of a person, or undefined. */
export async function findPerson(scope: Scope, personId: string): Promise<Login | undefined> {
  const [person, credentials] = await Promise.all([
    find(scope, PersonEntity, PersonEntity.get({ personId }), consistent),
    find(scope, CredentialsEntity, CredentialsEntity.get({ personId }), consistent),
  ]);
  return person && credentials ? { person, credentials } : undefined;
}

/** The login of a person who is signed in. */
export async function loginOf(scope: Scope, personId: string): Promise<Login> {
  const login = await findPerson(scope, personId);
  if (!login) throw notFound('login');
  return login;
}

/** The login with this email address, or undefined. */
export async function findLogin(scope: Scope, email: string): Promise<Login | undefined> {
  const located = await find(scope, LocatorEntity, LocatorEntity.get({ emailHash: sha256(email) }), consistent);
  return findPerson(scope, located?.personId ?? NOBODY);
}

/** Where the login belongs, active memberships only. */
export async function membershipsOf(scope: Scope, personId: string): Promise<MembershipRow[]> {
  const query = MembershipEntity.query.ofPerson({ personId });
  const rows = await all(scope, MembershipEntity, query, { most: MOST_MEMBERSHIPS, ...consistent });
  return rows.filter(({ status }) => status === 'active');
}

/** The membership of a person in the scope's MSP: of its staff, or of a company; active or not. */
export function findMembership(scope: Scope, personId: string, companyId?: string): Promise<MembershipRow | undefined> {
  const key = { personId, mspId: scope.mspId, place: companyId ?? STAFF };
  return find(scope, MembershipEntity, MembershipEntity.get(key), consistent);
}

/** The vault's row of a membership. */
export function membershipRow(
  scope: Scope,
  membership: Membership,
  { mspSlug, companyName }: { mspSlug: string; companyName?: string },
): MembershipRow {
  const { userId: personId, mspId, kind, role } = membership;
  return {
    personId,
    mspId,
    place: placeOf(membership),
    v: 1,
    mspSlug,
    kind,
    role,
    ...(kind === 'staff' ? { companies: membership.companies } : { companyId: membership.companyId, companyName }),
    status: 'active',
    lastSignInAt: scope.now().toISOString(),
    createdAt: scope.now().toISOString(),
  };
}

/** The membership that a row of the vault tells of. */
export function membershipOf(row: MembershipRow): Membership {
  const { personId: userId, mspId } = row;
  return row.kind === 'client'
    ? { kind: 'client', userId, mspId, role: row.role as CompanyRole, companyId: row.companyId ?? '' }
    : { kind: 'staff', userId, mspId, role: row.role as StaffRole, companies: row.companies ?? [] };
}

/** The last part of a membership's key. */
export function placeOf(membership: { kind: 'staff' } | { kind: 'client'; companyId: string }): string {
  return membership.kind === 'staff' ? STAFF : membership.companyId;
}

/** Names and rules of MSPs, by slug. */
export async function cardsOf(scope: Scope, slugs: readonly string[]): Promise<Map<string, SlugRow>> {
  const gets = [...new Set(slugs)].map((slug) => SlugEntity.get({ slug }));
  const cards = await findMany(scope, SlugEntity, gets.slice(0, 100));
  return new Map(cards.map((card) => [card.slug, card]));
}

/** Whether the MSP asks members of this kind for a second factor. */
export function factorRequired(card: SlugRow | undefined, kind: 'staff' | 'client'): boolean {
  if (!card) return true;
  return kind === 'staff' ? card.mfaRequired : card.portalMfaRequired;
}

interface NewLogin {
  personId: string;
  name: string;
  email: string;
  password: string;
  locale: string;
  timeZone: string;
  /** No mailed link brought the person here. */
  unproven?: boolean;
}

/** A login that does not exist yet, and the writes that make it. Its commit fails when the email has one already. */
export async function newLogin(
  scope: Scope,
  { password, unproven, ...facts }: NewLogin,
): Promise<Login & { ops: Op[] }> {
  const { personId, email } = facts;
  const passwordHash = await hashPassword(password);
  const person: PersonRow = { ...facts, v: 1, theme: 'system', createdAt: scope.now().toISOString() };
  const credentials: CredentialsRow = {
    personId,
    v: 1,
    passwordHash,
    recoveryCodes: [],
    ...(unproven ? { unproven } : {}),
  };
  const message = 'There is a login with this email address already. Sign in with it, or reset its password.';
  const taken = () => new AppError(409, 'email.taken', message, { errors: [{ path: 'email', message }] });
  return {
    person,
    credentials,
    ops: [
      put(LocatorEntity, { emailHash: sha256(email), personId }, { taken, audit: false }),
      put(PersonEntity, person),
      put(CredentialsEntity, credentials, { audit: false }),
    ],
  };
}
