import { z } from 'zod';
import type { KeyActor, StaffActor } from '../kernel/actor.ts';
import { KeyId, UserId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { KEY_SCOPES, type KeyScope, staffGrants } from '../kernel/permissions.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line } from '../kernel/text.ts';
import { VisibleCompanies } from './membership.ts';

/** What a key begins with: who finds one where it should not be (a secret scanner) knows whose it is. */
export const KEY_PREFIX = 'flk_';
/** Live keys of one MSP: a change of their maker's role moves them all in one commit. */
export const MOST_KEYS = 20;
/** How long both secrets of a renewed key may work, at most. */
export const MOST_GRACE_HOURS = 24;
const YEAR = 365;

const reads = (scope: KeyScope) => scope.endsWith(':read') && scope !== 'audit:read';

/** What most keys are for. The audit trail tells who was where, so it is ticked by itself. */
export const KEY_PRESETS = {
  read: KEY_SCOPES.filter(reads),
  write: KEY_SCOPES.filter((scope) => scope !== 'audit:read'),
} as const satisfies Record<string, readonly KeyScope[]>;

const Scopes = z
  .array(z.enum(KEY_SCOPES, 'An API key cannot be given this permission. Choose one of those that are offered.'))
  .min(1, 'Choose at least one permission.')
  .max(KEY_SCOPES.length, 'Name each permission once.')
  .transform((scopes) => KEY_SCOPES.filter((scope) => scopes.includes(scope)));

/** Days until the key ends by itself; `null` for one that does not. */
const Days = z
  .int('Say in how many whole days the key ends.')
  .min(1, 'A key works for at least one day.')
  .max(5 * YEAR, 'A key works for at most five years; leave the end out instead.')
  .nullable()
  .default(YEAR);

export const NewApiKey = z.strictObject({
  name: line('a name for the key', 80),
  scopes: Scopes,
  companies: VisibleCompanies.default('all'),
  days: Days,
});
export type NewApiKey = z.infer<typeof NewApiKey>;

/** An API key as its MSP's administrators see it. The key itself is shown once, when it is made. */
export const ApiKey = z.object({
  ...RecordFields,
  keyId: KeyId,
  name: z.string(),
  scopes: z.array(z.enum(KEY_SCOPES)),
  companies: z.union([z.literal('all'), z.array(z.string())]),
  /** Whose rights it works under. */
  makerId: UserId,
  /** How it begins and ends, to know it by. */
  prefix: z.string(),
  last4: z.string(),
  state: z.enum(['active', 'expired', 'revoked']),
  expiresAt: z.string().optional(),
  /** Until when the secret before the last renewal still works. */
  oldUntil: z.string().optional(),
  revokedAt: z.string().optional(),
  revokedBy: z.string().optional(),
  /** `maker`: who made it may make keys no longer. */
  revokedFor: z.enum(['hand', 'maker']).optional(),
  lastUsedAt: z.string().optional(),
});
export type ApiKey = z.infer<typeof ApiKey>;
export const ApiKeyPage = pageOf(ApiKey);
export const ApiKeyFilter = z.strictObject({ ...PageInput, state: z.enum(['active', 'ended']).optional() });
export type ApiKeyFilter = z.infer<typeof ApiKeyFilter>;

/** A key with its secret, this once. */
export const ApiKeyWithSecret = ApiKey.extend({ secret: z.string() });
export type ApiKeyWithSecret = z.infer<typeof ApiKeyWithSecret>;

export const ApiKeyVersion = z.strictObject({ keyId: KeyId, v: Version });
export type ApiKeyVersion = z.infer<typeof ApiKeyVersion>;
export const RenewApiKey = ApiKeyVersion.extend({
  days: Days,
  graceHours: z
    .int('Say for how many whole hours the old secret goes on working.')
    .min(0, 'Say for how many hours the old secret goes on working; 0 ends it at once.')
    .max(MOST_GRACE_HOURS, `The old secret works for at most ${MOST_GRACE_HOURS} hours more.`)
    .default(MOST_GRACE_HOURS),
});
export type RenewApiKey = z.infer<typeof RenewApiKey>;

/** What of a person decides what their keys may do. */
export type Maker = Pick<StaffActor, 'role' | 'companies'> & { status: 'active' | 'inactive' };

/** Clients that both see. */
function bothSee(a: StaffActor['companies'], b: StaffActor['companies']): StaffActor['companies'] {
  if (a === 'all') return b;
  return b === 'all' ? a : a.filter((companyId) => b.includes(companyId));
}

/**
 * For whom a key speaks: its maker, with no more than the key was given and no more than the maker has. Undefined when it
 * must end, because its maker may make keys no longer or sees none of its clients.
 */
export function actorOfKey(
  key: Pick<ApiKey, 'mspId' | 'keyId' | 'makerId' | 'scopes' | 'companies'>,
  { role, companies, status }: Maker,
): KeyActor | undefined {
  const seen = bothSee(key.companies, companies);
  if (status !== 'active' || !staffGrants(role).includes('keys:manage') || seen.length === 0) return undefined;
  const { mspId, keyId, makerId, scopes } = key;
  return { kind: 'staff', mspId, userId: makerId, role, companies: seen, key: { keyId, scopes } };
}

/** What of a key decides whether it works. */
interface Lasting {
  revokedAt?: string | undefined;
  expiresAt?: string | undefined;
}

/** Where a key stands at an instant. */
export function stateOfKey({ revokedAt, expiresAt }: Lasting, now: Date): ApiKey['state'] {
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt !== undefined && expiresAt <= now.toISOString() ? 'expired' : 'active';
}

/** When a secret made now ends. */
export function endOfKey(days: number | null, now: Date): string | undefined {
  return days === null ? undefined : new Date(now.getTime() + days * 86_400_000).toISOString();
}
