import { BatchGetCommand, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Entity, EntityItem } from 'electrodb';
import { notFound } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { openCursor, sealCursor } from './cursor.ts';
import { detailOf, type Listed } from './detail.ts';
import { env } from './env.ts';
import type { Scope } from './scope.ts';
import { recordOf } from './stored-row.ts';
import { walled } from './walled.ts';

// biome-ignore lint/suspicious/noExplicitAny: electrodb's own constraint on an entity of any schema
export type AnyEntity = Entity<any, any, any, any, any>;

/** An ElectroDB operation before it is sent: the store sends it, nobody calls `.go()`. */
interface Readable {
  params(options?: object): object;
}

interface Key {
  [attribute: string]: unknown;
}

interface ReadParams {
  Key?: Key;
  [parameter: string]: unknown;
}

/** Which of the two tables an entity lives in: its model's `service` says so. */
export function tableOf(entity: AnyEntity): string {
  return entity.schema.model.service === 'vault' ? env('VAULT_TABLE') : env('APP_TABLE');
}

function paramsOf(entity: AnyEntity, operation: Readable): ReadParams & { TableName: string } {
  return {
    ...operation.params({ table: tableOf(entity) }),
    TableName: tableOf(entity),
    ReturnConsumedCapacity: 'INDEXES',
  } as ReadParams & {
    TableName: string;
  };
}

/**
 * A record's row and what stands beside it. For a change the row, which has the version, is read ahead of all else: what is
 * read after it is at least as new as the version that the commit depends on, or the commit is refused. Read side by side, a
 * new version could come with parts from before it.
 */
export async function rowFirst<Row, Beside>(
  row: Promise<Row>,
  beside: () => Promise<Beside>,
  { consistent }: { consistent: boolean },
): Promise<[Row, Beside]> {
  if (consistent) await row;
  return Promise.all([row, beside()]);
}

/** Rows of other entities and expired ones are absent. */
function parse<E extends AnyEntity>(entity: E, item: Key | undefined, scope: Scope): EntityItem<E> | undefined {
  if (!item) return undefined;
  if (typeof item.ttl === 'number' && item.ttl * 1000 <= scope.now().getTime()) return undefined;
  return recordOf(entity, item);
}

/**
 * One record, or undefined.
 *
 * @example const goal = await find(scope, GoalEntity, GoalEntity.get({ mspId, companyId, goalId }))
 */
export async function find<E extends AnyEntity>(
  scope: Scope,
  entity: E,
  get: Readable,
  options: { consistent?: boolean } = {},
): Promise<EntityItem<E> | undefined> {
  const { dynamo } = await walled(scope);
  const input = { ...paramsOf(entity, get), ConsistentRead: options.consistent ?? false };
  const output = await scope.units.count('read', () => dynamo.send(new GetCommand(input as never)));
  return parse(entity, output.Item, scope);
}

/** One record, read consistently: what a change is based on. 404 named `what` when there is none. */
export async function mustFind<E extends AnyEntity>(
  scope: Scope,
  entity: E,
  get: Readable,
  what: string,
): Promise<EntityItem<E>> {
  const found = await find(scope, entity, get, { consistent: true });
  if (!found) throw notFound(what);
  return found;
}

interface PageOptions {
  limit: number;
  cursor?: string | undefined;
  /** What else the list was filtered by: a cursor of another filter is refused. */
  filter?: unknown;
  newestFirst?: boolean;
  /** Also what was committed a moment ago; not on an index. */
  consistent?: boolean;
  /** Rows that the list keeps, for what keys and filter expressions cannot say. What still reads is waited for beside the query. */
  keep?: Keep | Promise<Keep>;
}
type Keep = (row: never) => boolean;

/** How many queries one page may take when filters thin the rows out. */
const MOST_QUERIES = 12;
/** Rows that one of them looks at for each looked at before it, while nothing was found. */
const WIDER = 4;
/** What is looked at beyond the rows that those found so far promise. */
const SPARE = 1.25;
/** The most: DynamoDB answers a megabyte at once. */
const WIDEST = 2_000;

/** How many rows the next query looks at for `room` more of them, when `found` of `seen` were kept. */
function ahead(room: number, seen: number, found: number): number {
  if (seen === 0) return room;
  const promised = found === 0 ? seen * WIDER : Math.ceil((room * seen * SPARE) / found);
  // No less than before: where they lie thinner than they began, small steps would never end.
  return Math.min(Math.max(promised, seen), WIDEST);
}

/** The place in an index just behind a row, as DynamoDB itself names it. */
function placeOf({ IndexName }: ReadParams, row: Key): Key {
  const names = ['pk', 'sk', ...(IndexName ? [`${IndexName}pk`, `${IndexName}sk`] : [])];
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}

/**
 * One page of an index, in its order. What `keep` thins out is looked for as far on as the rows found so far promise: rows
 * that are frequent cost little more than those shown, and one among ten thousand is found by the same request. A page that
 * still is not full has a cursor to go on from.
 */
export async function page<E extends AnyEntity>(
  scope: Scope,
  entity: E,
  query: Readable,
  { limit, cursor, filter, newestFirst, consistent = false, keep }: PageOptions,
): Promise<Page<Listed<E>>> {
  const { dynamo } = await walled(scope);
  const base = { ...paramsOf(entity, query), ConsistentRead: consistent, ScanIndexForward: !newestFirst };
  const binding = `${scope.operation}|${JSON.stringify(filter ?? null)}`;
  const items: Listed<E>[] = [];
  let start = cursor === undefined ? undefined : openCursor(scope.cursorKey, binding, cursor);
  let seen = 0;
  for (let queries = 0; queries < MOST_QUERIES; queries += 1) {
    const room = limit - items.length;
    const looked = keep ? ahead(room, seen, items.length) : room;
    const input = { ...base, Limit: looked, ExclusiveStartKey: start };
    const [output, keeps] = await Promise.all([
      scope.units.count('read', () => dynamo.send(new QueryCommand(input as never))),
      keep,
    ]);
    const rows = output.Items ?? [];
    seen += rows.length;
    start = output.LastEvaluatedKey;
    for (const [at, raw] of rows.entries()) {
      const row = parse(entity, raw, scope);
      if (row && (keeps?.(row as never) ?? true)) items.push(row as Listed<E>);
      if (items.length < limit) continue;
      if (at < rows.length - 1) start = placeOf(base, raw);
      break;
    }
    if (!start || items.length >= limit) break;
  }
  return start ? { items, cursor: sealCursor(scope.cursorKey, binding, start) } : { items };
}

/**
 * Every row of a query, whole, that is bounded by the product's own limits (`most` names it); more is a mistake and says
 * so, never a silently short list.
 */
export async function all<E extends AnyEntity>(
  scope: Scope,
  entity: E,
  query: Readable,
  options: { most: number; consistent?: boolean; newestFirst?: boolean },
): Promise<EntityItem<E>[]> {
  const { dynamo } = await walled(scope);
  const params = paramsOf(entity, query);
  const base = { ...params, ConsistentRead: options.consistent ?? false, ScanIndexForward: !options.newestFirst };
  if (params.IndexName && detailOf(entity).size > 0)
    throw new Error(
      `${params.IndexName} does not hold ${entity.schema.model.entity} whole: page it, or query the table.`,
    );
  const items: EntityItem<E>[] = [];
  let start: Key | undefined;
  do {
    const input = { ...base, ExclusiveStartKey: start };
    const output = await scope.units.count('read', () => dynamo.send(new QueryCommand(input as never)));
    for (const raw of output.Items ?? []) {
      const row = parse(entity, raw, scope);
      if (row) items.push(row);
    }
    start = output.LastEvaluatedKey;
    if (items.length > options.most)
      throw new Error(`More than ${options.most} ${entity.schema.model.entity} rows: page them.`);
  } while (start);
  return items;
}

/** Records that one call of `findMany` takes: DynamoDB's limit. */
export const MOST_GETS = 100;

/** Up to 100 records by key, in the order asked; those that do not exist are left out. */
export async function findMany<E extends AnyEntity>(
  scope: Scope,
  entity: E,
  gets: readonly Readable[],
): Promise<EntityItem<E>[]> {
  if (gets.length === 0) return [];
  const { dynamo } = await walled(scope);
  const table = tableOf(entity);
  const keys = gets.map((get) => paramsOf(entity, get).Key as Key);
  const found = new Map<string, Key>();
  const nameOf = (key: Key) => `${key.pk}|${key.sk}`;
  let waiting = [...new Map(keys.map((key) => [nameOf(key), key])).values()];
  for (let round = 0; waiting.length > 0; round += 1) {
    if (round === 8) throw new Error('DynamoDB left keys unprocessed eight times.');
    const input = { RequestItems: { [table]: { Keys: waiting } }, ReturnConsumedCapacity: 'INDEXES' as const };
    const output = await scope.units.count('read', () => dynamo.send(new BatchGetCommand(input)));
    for (const row of output.Responses?.[table] ?? []) found.set(nameOf(row), row);
    waiting = (output.UnprocessedKeys?.[table]?.Keys as Key[] | undefined) ?? [];
  }
  return keys.map((key) => parse(entity, found.get(nameOf(key)), scope)).filter((row) => row !== undefined);
}

/** Bounds of all sort keys that begin with this text, wherever its attribute ends. */
export function beginningWith(text: string): [string, string] {
  return [text, `${text}\u{10ffff}`];
}

/** Bounds of a date window on a sort key that starts with a calendar date: both days included. */
export function dateWindow(from: string, to: string): [string, string] {
  return [from, `${to}~`];
}
