import type { EntityItem } from 'electrodb';
import { sha256 } from './new-id.ts';
import { SessionEntity } from './session.entity.ts';
import type { Units } from './units.ts';
import { vaultRow } from './vault-row.ts';

export type Session = EntityItem<typeof SessionEntity>;

/** The live session of a cookie's token, or undefined when it is unknown, revoked or over. One GetItem. */
export async function findSession(token: string | undefined, now: Date, units: Units): Promise<Session | undefined> {
  if (!token) return undefined;
  const session = await vaultRow(SessionEntity, SessionEntity.get({ tokenHash: sha256(token) }), units);
  if (!session) return undefined;
  const at = now.toISOString();
  return session.expiresAt > at && session.idleUntil > at ? session : undefined;
}
