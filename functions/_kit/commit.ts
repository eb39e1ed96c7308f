import { setTimeout as wait } from 'node:timers/promises';
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { NewFact } from '../../events/define.ts';
import { AppError } from '../../shared/kernel/error.ts';
import { requester } from './idempotency.ts';
import { AuditEntity, IdempotencyEntity, InboxEntity, OutboxEntity } from './ledger.entity.ts';
import { newId, sha256 } from './new-id.ts';
import { type Op, put } from './operations.ts';
import type { Scope } from './scope.ts';
import { walled } from './walled.ts';

const DAY_SECONDS = 86_400;
const OUTBOX_SHARDS = 4;
/** A fact of a fact of a fact ...: beyond this, handlers are feeding each other. */
const DEEPEST = 8;
const ATTEMPTS = 5;
/** DynamoDB's limit for one transaction. */
const MOST_OPS = 100;

/** This subscriber handled this event before; nothing was written. */
export class AlreadyHandled extends Error {
  override name = 'AlreadyHandled';
}

/** A request with this `Idempotency-Key` was answered before; nothing was written. */
class AlreadyAnswered extends Error {
  override name = 'AlreadyAnswered';
}

const unaudited = { audit: false } as const;
const spent = new WeakSet<Scope>();

/** Whether a call has changed anything under this scope. */
export const hasCommitted = (scope: Scope): boolean => spent.has(scope);

function outboxRow(scope: Scope, fact: NewFact): Op {
  const eventId = newId(scope.now());
  return put(
    OutboxEntity,
    {
      mspId: scope.mspId,
      shard: Number.parseInt(sha256(eventId).slice(0, 2), 16) % OUTBOX_SHARDS,
      eventId,
      entity: 'outbox',
      name: fact.name,
      version: fact.version,
      detail: fact.detail as Record<string, unknown>,
      at: scope.now().toISOString(),
      actorId: scope.actor.userId,
      causes: [...scope.causes],
      ttl: seconds(scope, 7 * DAY_SECONDS),
    },
    unaudited,
  );
}

/** One row for each company concerned, so that each finds what was done at it, and one for what concerns the MSP itself. */
function auditRows(scope: Scope, ops: readonly Op[]): Op[] {
  const at = scope.now().toISOString();
  const changes = Map.groupBy(
    ops.flatMap((op) => op.change ?? []),
    (change) => change.companyId ?? 'msp',
  );
  return [...changes].map(([companyId, own]) => {
    const row = {
      mspId: scope.mspId,
      day: at.slice(0, 10),
      auditId: newId(scope.now()),
      companyId,
      at,
      actorId: scope.actor.userId,
      actorKind: scope.actor.kind,
      sessionId: scope.actor.sessionId,
      keyId: scope.actor.kind === 'staff' ? scope.actor.key?.keyId : undefined,
      operation: scope.operation,
      requestId: scope.requestId,
      ip: scope.ip,
      causes: [...scope.causes],
      changes: own,
    };
    return put(AuditEntity, row, unaudited);
  });
}

/** Rows that make this commit happen once: only the first commit of a call carries them. */
function onceRows(scope: Scope, answer: unknown): { op: Op; repeated: () => Error }[] {
  if (spent.has(scope)) {
    if (scope.inbox)
      throw new Error(`${scope.inbox.subscriber} committed twice for one event: its effect must be one commit.`);
    return [];
  }
  const { inbox, idempotency, mspId } = scope;
  if (inbox) {
    const row = { mspId, ...inbox, ttl: seconds(scope, 30 * DAY_SECONDS) };
    return [{ op: put(InboxEntity, row, unaudited), repeated: () => new AlreadyHandled(inbox.subscriber) }];
  }
  if (!idempotency) return [];
  const row = {
    mspId,
    userId: requester(scope),
    ...idempotency,
    answer: answer === undefined ? undefined : JSON.stringify(answer),
    ttl: seconds(scope, DAY_SECONDS),
  };
  return [{ op: put(IdempotencyEntity, row, unaudited), repeated: () => new AlreadyAnswered(idempotency.key) }];
}

const seconds = (scope: Scope, later: number) => Math.floor(scope.now().getTime() / 1000) + later;

/**
 * The one way to change the product's data: one transaction that holds the change with its version condition, guards
 * and links, the audit row, the facts' outbox rows, and the row that makes a repeated request or event harmless. It
 * happens whole or not at all.
 *
 * @param ops writes and checks, each with its own refusal
 * @param facts what has happened, published after the commit by the outbox
 * @param answer what a repeated request with the same `Idempotency-Key` is told; returned as it is
 * @throws AppError of the op whose condition failed (409, 422), 503 when the table stays contended,
 *   AlreadyHandled / AlreadyAnswered for repeats
 */
export async function commit<T = void>(
  scope: Scope,
  ops: readonly Op[],
  facts: readonly NewFact[] = [],
  answer?: T,
): Promise<T> {
  if (facts.length > 0 && scope.causes.length >= DEEPEST) {
    throw new Error(`Facts feed each other: ${scope.causes.join(' > ')} > ${facts.map((f) => f.name).join(', ')}`);
  }
  const once = onceRows(scope, answer);
  const rows = [
    ...ops,
    ...auditRows(scope, ops),
    ...facts.map((fact) => outboxRow(scope, fact)),
    ...once.map((o) => o.op),
  ];
  if (rows.length > MOST_OPS)
    throw new Error(`${scope.operation} commits ${rows.length} rows; DynamoDB takes ${MOST_OPS}.`);
  const { dynamo } = await walled(scope);
  const command = new TransactWriteCommand({
    TransactItems: rows.map((row) => row.build()) as never,
    ReturnConsumedCapacity: 'INDEXES',
    ClientRequestToken: newId(),
  });
  for (let attempt = 1; ; attempt += 1) {
    try {
      await scope.units.count('write', () => dynamo.send(command));
      spent.add(scope);
      return answer as T;
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code);
      for (const { op, repeated } of once) {
        if (codes[rows.indexOf(op)] === 'ConditionalCheckFailed') throw repeated();
      }
      const failed = rows[codes.indexOf('ConditionalCheckFailed')];
      if (failed) throw failed.refusal();
      const busy = codes.some(
        (code) =>
          code === 'TransactionConflict' || code === 'ThrottlingError' || code === 'ProvisionedThroughputExceeded',
      );
      if (!busy) throw error;
      if (attempt === ATTEMPTS) {
        throw new AppError(
          503,
          'table.busy',
          'Others are changing the same records right now. Try again in a moment.',
          { retryAfter: 2 },
        );
      }
      await wait(Math.random() * 2 ** attempt * 10);
    }
  }
}
