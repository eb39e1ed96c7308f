import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { EntityItem } from 'electrodb';
import { ownDynamo } from './clients/aws.ts';
import { env } from './env.ts';
import type { AnyEntity } from './store.ts';
import { recordOf } from './stored-row.ts';
import type { Units } from './units.ts';

/**
 * One row of `vault` under the function's own role, which its template limits to the rows it needs: read consistently, so
 * that what was revoked is gone for the very next request.
 */
export async function vaultRow<E extends AnyEntity>(
  entity: E,
  get: { params(options: object): object },
  units: Units,
): Promise<EntityItem<E> | undefined> {
  const key = get.params({ table: env('VAULT_TABLE') }) as { TableName: string; Key: Record<string, string> };
  const command = new GetCommand({ ...key, ConsistentRead: true, ReturnConsumedCapacity: 'INDEXES' });
  const { Item } = await units.count('read', () => ownDynamo().send(command));
  return Item && recordOf(entity, Item);
}
