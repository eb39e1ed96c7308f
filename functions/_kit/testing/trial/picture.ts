import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Entity } from 'electrodb';
import { root } from '../../../../scripts/build/prepare.ts';
import { OutboxEntity } from '../../ledger.entity.ts';
import { canonical } from '../../same.ts';
import type { AnyEntity } from '../../store.ts';
import { kindOf, recordOf } from '../../stored-row.ts';
import { control } from '../world.ts';

type Row = Record<string, unknown>;

/** A record with the name of its entity. */
export interface Told {
  entity: string;
  record: Row;
}

async function loadEntities(): Promise<Map<string, AnyEntity>> {
  const files = globSync('functions/**/*.entity.ts', { cwd: root }).map((file) => pathToFileURL(join(root, file)).href);
  const modules = (await Promise.all(files.map((file) => import(file)))) as object[];
  const entities = modules.flatMap((module) => Object.values(module)).filter((value) => value instanceof Entity);
  return new Map(entities.map((entity: AnyEntity) => [kindOf(entity), entity]));
}
let entities: Promise<Map<string, AnyEntity>> | undefined;

/** What differs between two runs of the same story and means nothing: ids, secrets and times are drawn anew. */
const MEANINGLESS =
  /^(ttl|day|shard|hash|sequence|lastStep|slug|nameKey|sealed|token|passwordHash|totp|recoveryCodes|prefix|last4|milliseconds)$/;
/** The traces of deliveries and repeats themselves. */
const TRACES = new Set(['idempotency', 'outbox', 'inbox']);
/** The index of search follows the records of all features at its own pace: only a story that delivers its facts looks at it. */
const SEARCH_INDEX = new Set(['indexed', 'token']);

/** Figures are written when they move: how often they did on their way is the order of delivery's matter. */
const HOW_OFTEN: Blind = { summary: ['v'] };

/** Fields to leave out of a picture, by entity; `answer` stands for what requests are told. */
export type Blind = Readonly<Record<string, readonly string[]>>;

/** 256 random bits as base64url, by length and a capital: one in 1,500 has no digit, which the rule for ids asks for. */
const SECRET = /(?<![\w-])(?=[\w-]*[A-Z])[\w-]{43}(?![\w-])/g;

/** A text without what is drawn anew in each run: ids, hashes, tokens, instants and the words of `unique`. */
function plain(text: string): string {
  return text
    .replace(/^system:.*/, 'system')
    .replaceAll(SECRET, '#')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '@')
    .replaceAll(/-[0-9a-z]{8}-[0-9a-z]{2,10}/g, '-*')
    .replaceAll(/(?=[\w+/=-]*\d)[\w+/=-]{22,}/g, '#');
}

/** Any value of an answer or a row, comparable between two runs of the same story. */
export function comparable(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([field]) => !MEANINGLESS.test(field));
  return Object.fromEntries(kept.map(([field, inner]) => [field, comparable(inner)]));
}

/** Every record that an MSP has in both tables, or those in partitions whose key starts with `below`. */
export async function recordsOf(mspId: string, below = ''): Promise<Told[]> {
  entities ??= loadEntities();
  const known = await entities;
  const rows = await control<Row[]>('rows', { about: mspId, below });
  return rows.map((row) => {
    const entity = known.get(String(row.e));
    const record = entity && recordOf(entity, row);
    if (!entity || !record) throw new Error(`A row that no entity knows: ${JSON.stringify(row).slice(0, 300)}`);
    return { entity: entity.schema.model.entity, record };
  });
}

/** What of an MSP's records is drawn. */
interface Frame {
  blind?: Blind | undefined;
  /** Lines to leave out. */
  trail?: RegExp | undefined;
  withIndex?: boolean;
}

/**
 * All that an MSP has, audit trail included, as sorted lines: equal exactly when two MSPs stand alike. What only tells how
 * often something was delivered or asked is left out.
 */
export async function pictureOf(mspId: string): Promise<string[]> {
  return pictureIn(await recordsOf(mspId), mspId);
}

/** The same of records that were read already. */
export function pictureIn(
  records: readonly Told[],
  mspId: string,
  { blind = {}, trail, withIndex = false }: Frame = {},
): string[] {
  const isDrawn = (entity: string) => !TRACES.has(entity) && (withIndex || !SEARCH_INDEX.has(entity));
  const told = records.filter(({ entity, record }) => isDrawn(entity) && (record.mspId ?? mspId) === mspId);
  const hidden = (entity: string) => [...(HOW_OFTEN[entity] ?? []), ...(blind[entity] ?? [])];
  return told
    .map(({ entity, record }) => `${entity} ${canonical(comparable(without(record, hidden(entity))))}`)
    .filter((line) => !trail?.test(line))
    .sort();
}

/** A row or an answer without the fields that a scenario is blind to. */
export function without(row: object, hidden: readonly string[] = []): object {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !hidden.includes(field)));
}

/** How many facts of an MSP are committed but not on the bus yet. */
export async function unpublished(mspId: string): Promise<number> {
  return (await recordsOf(mspId, outboxOf(mspId))).length;
}

/** What the keys of an MSP's outbox begin with, whichever shard. */
function outboxOf(mspId: string): string {
  const get = OutboxEntity.get({ mspId, shard: 0, eventId: 'any' });
  return get.params<{ Key: { pk: string } }>({ table: 'app' }).Key.pk.replace(/0$/, '');
}
