import { actorOfKey, KEY_PREFIX, type Maker } from '../../shared/identity/api-key.ts';
import type { ApiKeySecret } from '../_kit/api-key.ts';
import { KeySecretEntity } from '../_kit/key-secret.entity.ts';
import { newSecret, newToken, sha256 } from '../_kit/new-id.ts';
import { change, erase, type Op, put } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import { ApiKeyEntity, type ApiKeyRow } from './api-key.entity.ts';

/** Keys that one MSP ever had; ended ones stay for the list. */
const MOST_EVER = 5_000;
const unaudited = { audit: false } as const;

/** A fresh secret, and what of it is kept to know it by. */
export function freshSecret() {
  const secret = `${KEY_PREFIX}${newSecret()}`;
  return { secret, kept: { secretHash: sha256(secret), prefix: secret.slice(0, 8), last4: secret.slice(-4) } };
}

/** All keys of the MSP, ended ones included, as they stand now. */
export function allKeys(scope: Scope): Promise<ApiKeyRow[]> {
  const query = ApiKeyEntity.query.inMsp({ mspId: scope.mspId });
  return all(scope, ApiKeyEntity, query, { most: MOST_EVER, consistent: true });
}

/** A secret's row in the vault, or undefined when it has ended. */
export function secretOf(scope: Scope, secretHash: string): Promise<ApiKeySecret | undefined> {
  return find(scope, KeySecretEntity, KeySecretEntity.get({ secretHash }), { consistent: true });
}

function endOf(expiresAt: string | undefined) {
  return expiresAt === undefined ? {} : { expiresAt, ttl: Math.ceil(Date.parse(expiresAt) / 1_000) };
}

/** The write that lets a key's present secret in, on behalf of its maker. Its cursors outlive a renewal. */
export function opening(key: ApiKeyRow, maker: Maker, cursorKey = newToken()): Op {
  const actor = actorOfKey(key, maker);
  if (!actor) throw new Error('A key was made for somebody who may make none.');
  const { secretHash, expiresAt } = key;
  return put(KeySecretEntity, { secretHash, v: 1, actor, cursorKey, ...endOf(expiresAt) }, unaudited);
}

/** The write that lets a secret in until then and no longer. */
export function lastingUntil(secret: ApiKeySecret, until: string): Op {
  return change(KeySecretEntity, secret, { ...secret, v: secret.v + 1, ...endOf(until) }, unaudited);
}

/** The writes that let no secret of a key in any more: the very next request is refused. */
export function closing({ secretHash, oldHash }: Pick<ApiKeyRow, 'secretHash' | 'oldHash'>): Op[] {
  return [secretHash, ...(oldHash ? [oldHash] : [])].map((hash) => erase(KeySecretEntity, { secretHash: hash }));
}

/** The writes that end a key for good. */
export function ending(scope: Scope, key: ApiKeyRow, revokedFor: 'hand' | 'maker'): { after: ApiKeyRow; ops: Op[] } {
  const revokedAt = scope.now().toISOString();
  const gone = { oldHash: undefined, oldUntil: undefined };
  const after = revised(scope, key, { ...gone, revokedAt, revokedBy: scope.actor.userId, revokedFor });
  return { after, ops: [change(ApiKeyEntity, key, after, { what: 'API key' }), ...closing(key)] };
}
