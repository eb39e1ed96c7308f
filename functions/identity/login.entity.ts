import { CustomAttributeType, Entity, type EntityItem } from 'electrodb';
import type { Theme } from '../../shared/identity/profile.ts';
import type { Sealed } from '../_kit/envelope.ts';

/** From an email address, as its hash, to the one login that has it. */
export const LocatorEntity = new Entity({
  model: { entity: 'locator', version: '1', service: 'vault' },
  attributes: {
    emailHash: { type: 'string', required: true },
    personId: { type: 'string', required: true },
  },
  indexes: {
    byEmail: {
      pk: { field: 'pk', composite: ['emailHash'], template: 'l#${emailHash}', casing: 'none' },
      sk: { field: 'sk', composite: [], template: 'l', casing: 'none' },
    },
  },
});

const ofPerson = { field: 'pk', composite: ['personId'], template: 'u#${personId}', casing: 'none' } as const;

/** A person who can sign in, whatever they belong to. */
export const PersonEntity = new Entity({
  model: { entity: 'person', version: '1', service: 'vault' },
  attributes: {
    personId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    email: { type: 'string', required: true },
    name: { type: 'string', required: true },
    locale: { type: 'string', required: true },
    timeZone: { type: 'string', required: true },
    theme: { type: CustomAttributeType<Theme>('string'), required: true },
    /** On where nothing is stored. */
    singleKeys: { type: 'boolean' },
    createdAt: { type: 'string', required: true },
  },
  indexes: {
    record: { pk: ofPerson, sk: { field: 'sk', composite: [], template: 'p', casing: 'none' } },
  },
});

/** The seed of an authenticator, sealed. */
export interface TotpSecret {
  sealed: Sealed;
  at: string;
}

/**
 * How a person proves who they are. Every sign-in and every change of these moves `v`: what reads it and commits on it
 * happens once, also when two requests race (a recovery code, a TOTP step, a password change against a sign-in).
 */
export const CredentialsEntity = new Entity({
  model: { entity: 'credentials', version: '1', service: 'vault' },
  attributes: {
    personId: { type: 'string', required: true },
    v: { type: 'number', required: true },
    /** PHC string. */
    passwordHash: { type: 'string', required: true },
    totp: { type: CustomAttributeType<TotpSecret>('any') },
    /** A seed that waits for its first code. */
    newTotp: { type: CustomAttributeType<TotpSecret>('any') },
    /** The last TOTP step taken: neither it nor an earlier one is taken again. */
    lastStep: { type: 'number' },
    /** SHA-256 of the recovery codes not used yet. */
    recoveryCodes: { type: 'list', items: { type: 'string' }, required: true },
    /** SHA-256 of the one reset link that works. */
    resetHash: { type: 'string' },
    /** Made by a sign-up, with an address that nobody has proved yet; goes when a link mailed there is used. */
    unproven: { type: 'boolean' },
  },
  indexes: {
    record: { pk: ofPerson, sk: { field: 'sk', composite: [], template: 'cr', casing: 'none' } },
  },
});

/** That a login belongs to the staff of an MSP (`place` is `staff`) or to one of its companies (its id). */
export const MembershipEntity = new Entity({
  model: { entity: 'membership', version: '1', service: 'vault' },
  attributes: {
    personId: { type: 'string', required: true },
    mspId: { type: 'string', required: true },
    place: { type: 'string', required: true },
    v: { type: 'number', required: true },
    mspSlug: { type: 'string', required: true },
    kind: { type: ['staff', 'client'] as const, required: true },
    role: { type: 'string', required: true },
    companies: { type: CustomAttributeType<'all' | string[]>('any') },
    companyId: { type: 'string' },
    companyName: { type: 'string' },
    status: { type: ['active', 'inactive'] as const, required: true },
    lastSignInAt: { type: 'string' },
    createdAt: { type: 'string', required: true },
  },
  indexes: {
    ofPerson: {
      pk: ofPerson,
      sk: { field: 'sk', composite: ['mspId', 'place'], template: 'm#${mspId}#${place}', casing: 'none' },
    },
  },
});

/** From a person to the sessions that stand for them: to list them and to end them. */
export const SessionPointerEntity = new Entity({
  model: { entity: 'session-pointer', version: '1', service: 'vault' },
  attributes: {
    personId: { type: 'string', required: true },
    sessionId: { type: 'string', required: true },
    tokenHash: { type: 'string', required: true },
    mspId: { type: 'string', required: true },
    place: { type: 'string', required: true },
    ttl: { type: 'number', required: true },
  },
  indexes: {
    ofPerson: {
      pk: ofPerson,
      sk: { field: 'sk', composite: ['sessionId'], template: 's#${sessionId}', casing: 'none' },
    },
  },
});

export type PersonRow = EntityItem<typeof PersonEntity>;
export type CredentialsRow = EntityItem<typeof CredentialsEntity>;
export type MembershipRow = EntityItem<typeof MembershipEntity>;
export type SessionPointerRow = EntityItem<typeof SessionPointerEntity>;
