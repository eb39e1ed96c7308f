import type { EntityItem } from 'electrodb';
import { KeySecretEntity } from './key-secret.entity.ts';
import { sha256 } from './new-id.ts';
import type { Units } from './units.ts';
import { vaultRow } from './vault-row.ts';

export type ApiKeySecret = EntityItem<typeof KeySecretEntity>;

/**
 * The live API key of a secret, or undefined when it is unknown, revoked or over. One GetItem whatever was sent: who tries
 * secrets learns nothing from the time it takes either.
 */
export async function findKey(secret: string, now: Date, units: Units): Promise<ApiKeySecret | undefined> {
  const row = await vaultRow(KeySecretEntity, KeySecretEntity.get({ secretHash: sha256(secret) }), units);
  if (!row) return undefined;
  return row.expiresAt === undefined || row.expiresAt > now.toISOString() ? row : undefined;
}
