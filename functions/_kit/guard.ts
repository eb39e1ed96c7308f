import { AppError } from '../../shared/kernel/error.ts';
import { GuardEntity } from './guard.entity.ts';
import { sha256 } from './new-id.ts';
import { erase, type Op, put } from './operations.ts';
import type { Scope } from './scope.ts';

/** Holds a unique value for a record; the commit fails with `message` on `field` when another record holds it. */
export function hold(scope: Scope, kind: string, value: string, holderId: string, field: string, message: string): Op {
  const row = { mspId: scope.mspId, kind, hash: sha256(value), holderId };
  const taken = () => new AppError(409, `${kind}.taken`, message, { errors: [{ path: field, message }] });
  return put(GuardEntity, row, { taken, audit: false });
}

/** Gives a unique value free. */
export function release(scope: Scope, kind: string, value: string): Op {
  return erase(GuardEntity, { mspId: scope.mspId, kind, hash: sha256(value) });
}
