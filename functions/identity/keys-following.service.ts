import { actorOfKey, type Maker, stateOfKey } from '../../shared/identity/api-key.ts';
import { KeySecretEntity } from '../_kit/key-secret.entity.ts';
import { change, type Op } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { ApiKeyEntity, type ApiKeyRow } from './api-key.entity.ts';
import { allKeys, ending, secretOf } from './key-secrets.service.ts';

/** The writes by which a key goes on for its maker as they stand now; it ends when they may make keys no longer. */
async function following(scope: Scope, key: ApiKeyRow, maker: Maker): Promise<Op[]> {
  const actor = actorOfKey(key, maker);
  if (!actor) return ending(scope, key, 'maker').ops;
  const hashes = [key.secretHash, ...(key.oldHash ? [key.oldHash] : [])];
  const secrets = await Promise.all(hashes.map((hash) => secretOf(scope, hash)));
  return [
    // Moves the key's version: a renewal that runs beside this one starts anew.
    change(ApiKeyEntity, key, revised(scope, key, {}), { what: 'API key', audit: false }),
    ...secrets
      .filter((secret) => secret !== undefined)
      .map((secret) => change(KeySecretEntity, secret, { ...secret, v: secret.v + 1, actor }, { audit: false })),
  ];
}

/** The writes by which the keys of a staff member follow a change of what they may do, in the commit of that change. */
export async function keysFollowing(scope: Scope, makerId: string, maker: Maker): Promise<Op[]> {
  const keys = await allKeys(scope);
  const live = keys.filter((key) => key.makerId === makerId && stateOfKey(key, scope.now()) === 'active');
  return (await Promise.all(live.map((key) => following(scope, key, maker)))).flat();
}

/** The writes that end all keys of a person in the scope's MSP. */
export function keysEnding(scope: Scope, makerId: string): Promise<Op[]> {
  return keysFollowing(scope, makerId, { role: 'viewer', companies: [], status: 'inactive' });
}
