import { AppError } from '../../shared/kernel/error.ts';
import { pieces } from '../../shared/kernel/pieces.ts';
import { GuardEntity } from './guard.entity.ts';
import { sha256 } from './new-id.ts';
import { erase, type Op, put } from './operations.ts';
import type { Scope } from './scope.ts';
import { findMany, MOST_GETS } from './store.ts';

/** Holds a unique value for a record; the commit fails with `message` on `field` when another record holds it. */
export function hold(scope: Scope, kind: string, value: string, holderId: string, field: string, message: string): Op {
  const row = { mspId: scope.mspId, kind, hash: sha256(value), holderId };
  const taken = () => new AppError(409, `${kind}.taken`, message, { errors: [{ path: field, message }] });
  return put(GuardEntity, row, { taken, audit: false });
}

/** Which record holds each of these values, by value; those that nobody holds are absent. */
export async function holdersOf(scope: Scope, kind: string, values: readonly string[]): Promise<Map<string, string>> {
  const { mspId } = scope;
  const byHash = new Map(values.map((value) => [sha256(value), value]));
  const gets = [...byHash.keys()].map((hash) => GuardEntity.get({ mspId, kind, hash }));
  const rows = (await Promise.all(pieces(gets, MOST_GETS).map((some) => findMany(scope, GuardEntity, some)))).flat();
  return new Map(rows.map(({ hash, holderId }) => [byHash.get(hash) ?? '', holderId]));
}

/** Gives a unique value free. */
export function release(scope: Scope, kind: string, value: string): Op {
  return erase(GuardEntity, { mspId: scope.mspId, kind, hash: sha256(value) });
}
