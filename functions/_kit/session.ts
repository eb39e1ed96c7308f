import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { EntityItem } from 'electrodb';
import { ownDynamo } from './clients/aws.ts';
import { env } from './env.ts';
import { sha256 } from './new-id.ts';
import { SessionEntity } from './session.entity.ts';
import { recordOf } from './stored-row.ts';
import type { Units } from './units.ts';

export type Session = EntityItem<typeof SessionEntity>;

/**
 * The live session of a cookie's token, or undefined when it is unknown, revoked or over. One consistent GetItem under
 * the function's own role, which may read `s#*` in `vault` and nothing else there: a revoked session is gone for the
 * very next request.
 */
export async function findSession(token: string | undefined, now: Date, units: Units): Promise<Session | undefined> {
  if (!token) return undefined;
  const key = SessionEntity.get({ tokenHash: sha256(token) }).params({ table: env('VAULT_TABLE') });
  const output = await units.count('read', () =>
    ownDynamo().send(
      new GetCommand({
        ...(key as { TableName: string; Key: Record<string, string> }),
        ConsistentRead: true,
        ReturnConsumedCapacity: 'INDEXES',
      }),
    ),
  );
  if (!output.Item) return undefined;
  const session = recordOf(SessionEntity, output.Item);
  if (!session) return undefined;
  const at = now.toISOString();
  return session.expiresAt > at && session.idleUntil > at ? session : undefined;
}
