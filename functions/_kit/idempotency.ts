import { refused } from '../../shared/kernel/error.ts';
import { IdempotencyEntity } from './ledger.entity.ts';
import type { Scope } from './scope.ts';
import { find } from './store.ts';

/** Whose keys they are: an API key's requests and its maker's own are told apart. */
export function requester({ actor }: Pick<Scope, 'actor'>): string {
  return actor.kind === 'staff' && actor.key ? actor.key.keyId : actor.userId;
}

/**
 * The answer that this actor already got under the same `Idempotency-Key`, if any. The same key with another request is
 * refused: it would hide a mistake of the caller.
 */
export async function answerGiven(scope: Scope): Promise<{ answer: unknown } | undefined> {
  if (!scope.idempotency) return undefined;
  const { key, requestHash } = scope.idempotency;
  const get = IdempotencyEntity.get({ mspId: scope.mspId, userId: requester(scope), key });
  const row = await find(scope, IdempotencyEntity, get, { consistent: true });
  if (!row) return undefined;
  if (row.requestHash !== requestHash) {
    throw refused('idempotency.reused', 'This Idempotency-Key was used for another request. Use a new one.');
  }
  return { answer: row.answer === undefined ? undefined : JSON.parse(row.answer) };
}
