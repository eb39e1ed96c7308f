import type { EntityItem } from 'electrodb';
import { type AppError, changedMeanwhile, refused } from '../../shared/kernel/error.ts';
import type { Versioned } from './record.ts';
import { isSame } from './same.ts';
import { type AnyEntity, tableOf } from './store.ts';
import { stored } from './stored-row.ts';

/** What the audit row says of one change. */
export interface Change {
  entity: string;
  id: string;
  companyId?: string;
  action: 'created' | 'changed' | 'removed';
  fields?: string[];
}

/** One write of a commit: built when the commit runs, judged by `refusal` when DynamoDB's condition fails. */
export interface Op {
  /** Absent for rows that are no record of the product (guards, checks). */
  change?: Change;
  build(): { Put: object } | { Update: object } | { Delete: object } | { ConditionCheck: object };
  refusal(): AppError;
}

const STAMPS = new Set(['v', 'updatedAt', 'updatedBy']);

function describe(
  entity: AnyEntity,
  record: Record<string, unknown>,
  action: Change['action'],
  fields?: string[],
): Change {
  const name: string = entity.schema.model.entity;
  const own = record[`${name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Id`];
  return {
    entity: name,
    id: String(own ?? record.userId ?? record.personId ?? ''),
    action,
    ...(typeof record.companyId === 'string' ? { companyId: record.companyId } : {}),
    ...(fields ? { fields } : {}),
  };
}

function itemOf(entity: AnyEntity, record: object): object {
  const { Item } = entity.put(record as never).params({ table: tableOf(entity) }) as { Item: Record<string, unknown> };
  return stored(entity, Item);
}

function keyOf(entity: AnyEntity, record: object): object {
  const { Key } = entity.get(record as never).params({ table: tableOf(entity) }) as { Key: object };
  return Key;
}

/**
 * A new record; `taken` is the refusal when its key exists already. `over` (now) is for rows that end: one whose `ttl` has
 * passed counts as gone, although DynamoDB clears it only days later.
 */
export function put<E extends AnyEntity>(
  entity: E,
  record: EntityItem<E>,
  options: { taken?: () => AppError; audit?: boolean; over?: Date } = {},
): Op {
  const { over } = options;
  return {
    ...(options.audit === false ? {} : { change: describe(entity, record, 'created') }),
    build: () => ({
      Put: {
        TableName: tableOf(entity),
        Item: itemOf(entity, record),
        ...(over
          ? {
              ConditionExpression: 'attribute_not_exists(pk) OR #ttl <= :now',
              ExpressionAttributeNames: { '#ttl': 'ttl' },
              ExpressionAttributeValues: { ':now': Math.floor(over.getTime() / 1000) },
            }
          : { ConditionExpression: 'attribute_not_exists(pk)' }),
      },
    }),
    refusal: options.taken ?? (() => refused(`${entity.schema.model.entity}.exists`, 'This already exists.')),
  };
}

/** Names of the fields in which two versions of a record differ. */
function movedFields(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((field) => !STAMPS.has(field) && !isSame(before[field], after[field]));
}

/**
 * The next version of a record just read: the whole row is written anew, so every index key follows from the record, on
 * the condition that nobody changed it meanwhile. `beside` names fields of the record that stand in rows beside this one
 * and change with it: the audit tells them too.
 */
export function change<E extends AnyEntity>(
  entity: E,
  current: EntityItem<E> & Versioned,
  next: EntityItem<E> & Versioned,
  options: { what?: string; audit?: boolean; beside?: readonly string[] } = {},
): Op {
  const audited =
    options.audit === false
      ? {}
      : {
          change: describe(entity, next, 'changed', [...movedFields(current, next), ...(options.beside ?? [])].sort()),
        };
  return {
    ...audited,
    build: () => ({
      Put: {
        TableName: tableOf(entity),
        Item: itemOf(entity, next),
        ConditionExpression: '#v = :v',
        ExpressionAttributeNames: { '#v': 'v' },
        ExpressionAttributeValues: { ':v': current.v },
      },
    }),
    refusal: () => changedMeanwhile(options.what ?? entity.schema.model.entity),
  };
}

/** Removes a record just read, unless it was changed meanwhile. */
export function remove<E extends AnyEntity>(
  entity: E,
  current: EntityItem<E>,
  options: { what?: string; audit?: boolean } = {},
): Op {
  const version = (current as Partial<Versioned>).v;
  return {
    ...(options.audit === false ? {} : { change: describe(entity, current, 'removed') }),
    build: () => ({
      Delete: {
        TableName: tableOf(entity),
        Key: keyOf(entity, current),
        ...(version === undefined
          ? { ConditionExpression: 'attribute_exists(pk)' }
          : {
              ConditionExpression: '#v = :v',
              ExpressionAttributeNames: { '#v': 'v' },
              ExpressionAttributeValues: { ':v': version },
            }),
      },
    }),
    refusal: () => changedMeanwhile(options.what ?? entity.schema.model.entity),
  };
}

/**
 * Writes a row that belongs to a record of the same commit (its notes, its published form), whatever stood there: the
 * record's own version condition guards both.
 */
export function replace<E extends AnyEntity>(entity: E, row: EntityItem<E>): Op {
  return {
    build: () => ({ Put: { TableName: tableOf(entity), Item: itemOf(entity, row) } }),
    refusal: () => refused(`${entity.schema.model.entity}.busy`, 'This row could not be written.'),
  };
}

/**
 * Deletes a row that is no record of the product (a published fact, a session), whether or not it is still there. `row`
 * needs its key attributes only.
 */
export function erase<E extends AnyEntity>(entity: E, row: Partial<EntityItem<E>>): Op {
  return {
    build: () => ({ Delete: { TableName: tableOf(entity), Key: keyOf(entity, row) } }),
    refusal: () => refused(`${entity.schema.model.entity}.busy`, 'This row could not be deleted.'),
  };
}

/** Lets the commit through only while a record still stands at the version just read. */
export function unchanged<E extends AnyEntity>(entity: E, current: EntityItem<E> & Versioned, what?: string): Op {
  return {
    build: () => ({
      ConditionCheck: {
        TableName: tableOf(entity),
        Key: keyOf(entity, current),
        ConditionExpression: '#v = :v',
        ExpressionAttributeNames: { '#v': 'v' },
        ExpressionAttributeValues: { ':v': current.v },
      },
    }),
    refusal: () => changedMeanwhile(what ?? entity.schema.model.entity),
  };
}
