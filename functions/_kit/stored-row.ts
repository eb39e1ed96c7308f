import type { EntityItem } from 'electrodb';
import { brief, spelledOut } from './brief-time.ts';
import { detailOf } from './detail.ts';
import { isSame } from './same.ts';
import type { AnyEntity } from './store.ts';

/**
 * How rows lie in the table. Reads are paid by the kilobyte, and half of a plain row would be what its keys say already
 * and the names of fields that every row has. So what can be told without loss is left out on the way in and put back on
 * the way out: what keys say, and an entity's defaults. Times are numbers meanwhile. The fields of a row that stands in
 * indexes lie in two maps: one that every index holds, and one of what no list shows. So an index holds nothing of the
 * other indexes' keys. Nobody but this file sees the difference. ElectroDB checks and builds what is written; its own way
 * of reading a row back costs more time than the call to the table, so that is done here.
 */

type Row = Record<string, unknown>;

/** Name under which a row says which entity it is of. */
const KIND = 'e';
/** The map of what indexes hold, and that of what they do not: `INDEXED_FIELDS` of infra/names.ts tells the tables. */
const LISTED = 'd';
const DETAIL = 'x';
/** Fields that lie beside the maps, for conditions and for expiry. */
const BESIDE = new Set(['v', 'ttl']);
/** Names that every record has, as they lie in the table. */
const SHORT_NAMES = new Map([
  ['createdAt', 'ca'],
  ['createdBy', 'cb'],
  ['updatedAt', 'ua'],
  ['updatedBy', 'ub'],
  ['source', 'src'],
]);
/** A row that was never changed says when and by whom once. */
const SAME_UNTIL_CHANGED = [
  ['updatedAt', 'createdAt'],
  ['updatedBy', 'createdBy'],
] as const;

/** Reads attributes out of a key that its template wrote. */
interface KeyReader {
  field: string;
  pattern: RegExp;
  attributes: { name: string; isNumber: boolean }[];
}

interface Place {
  name: string;
  field: string;
  /** Texts that say a time lie as numbers. */
  isText: boolean;
  /** No index holds it. */
  isDetail: boolean;
  /** Makes the entity's default: a row that has it says nothing of it. */
  usual?: () => unknown;
}

interface Layout {
  kind: string;
  attributes: Place[];
  /** The same by the names under which they lie. */
  places: ReadonlyMap<string, Place>;
  keyFields: ReadonlySet<string>;
  /** The keys of the table, those of each index, and all of them. */
  ownKeys: KeyReader[];
  indexes: KeyReader[][];
  keys: KeyReader[];
  hasDetail: boolean;
  /** Pairs of `SAME_UNTIL_CHANGED` that lie in one map: an index that holds the one and not the other could not tell. */
  sameUntilChanged: (typeof SAME_UNTIL_CHANGED)[number][];
}

interface KeyPart {
  field: string;
  template?: string;
}

/** What of an entity's own definition is looked at here. */
interface Definition {
  model: { entity: string; version: string };
  attributes: Record<string, { type: unknown; field?: string; default?: unknown }>;
  indexes: Record<string, { index?: string; pk: KeyPart; sk?: KeyPart }>;
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function readerOf({ attributes }: Definition, { field, template = '' }: KeyPart): KeyReader[] {
  const parts = template.split(/\$\{(\w+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  if (names.length === 0) return [];
  const last = parts.length - 2;
  // Only the last one may hold the separator; should another one hold it, the row keeps the attribute (see `stored`).
  const pattern = parts.map((part, index) => (index % 2 === 0 ? literal(part) : index === last ? '(.*)' : '([^#]*)'));
  return [
    {
      field,
      pattern: new RegExp(`^${pattern.join('')}$`, 's'),
      attributes: names.map((name) => ({ name, isNumber: attributes[name]?.type === 'number' })),
    },
  ];
}

const layouts = new WeakMap<AnyEntity, Layout>();

/** What a row of the entity says it is. */
export function kindOf(entity: AnyEntity): string {
  const { model } = entity.schema as Definition;
  return `${model.entity}@${model.version}`;
}

/** @throws when two attributes would lie under one name */
function layoutOf(entity: AnyEntity): Layout {
  const known = layouts.get(entity);
  if (known) return known;
  const definition = entity.schema as Definition;
  const { model } = definition;
  const detail = detailOf(entity);
  const attributes = Object.entries(definition.attributes).map(([name, { type, field = name, default: usual }]) => ({
    name,
    field: SHORT_NAMES.get(name) ?? field,
    isText: type === 'string',
    isDetail: detail.has(name),
    ...(usual === undefined ? {} : { usual: typeof usual === 'function' ? (usual as () => unknown) : () => usual }),
  }));
  const taken = new Set([KIND, LISTED, DETAIL]);
  for (const { name, field } of attributes) {
    if (taken.has(field))
      throw new Error(`"${name}" of ${model.entity} would lie in the table as "${field}", which is taken.`);
    taken.add(field);
  }
  const indexes = Object.values(definition.indexes).map(({ index, pk, sk }) => ({ index, keys: sk ? [pk, sk] : [pk] }));
  const readers = (keys: KeyPart[]) => keys.flatMap((key) => readerOf(definition, key));
  const ownKeys = indexes.filter(({ index }) => !index).flatMap(({ keys }) => readers(keys));
  const ofIndexes = indexes.filter(({ index }) => index).map(({ keys }) => readers(keys));
  const layout = {
    kind: kindOf(entity),
    attributes,
    places: new Map(attributes.map((place) => [place.field, place])),
    keyFields: new Set(indexes.flatMap(({ keys }) => keys.map(({ field }) => field))),
    ownKeys,
    indexes: ofIndexes,
    keys: [...ownKeys, ...ofIndexes.flat()],
    hasDetail: detail.size > 0,
    sameUntilChanged: SAME_UNTIL_CHANGED.filter(([name, first]) => detail.has(name) === detail.has(first)),
  };
  layouts.set(entity, layout);
  return layout;
}

/** Puts what a row's keys say into a record, where it says nothing else. */
function addSaidByKeys(keys: readonly KeyReader[], row: Row, record: Row): void {
  for (const { field, pattern, attributes } of keys) {
    if (attributes.every(({ name }) => record[name] !== undefined)) continue;
    const key = row[field];
    const values = typeof key === 'string' ? pattern.exec(key) : null;
    if (!values) continue;
    for (const [index, { name, isNumber }] of attributes.entries()) {
      const value = values[index + 1];
      if (value && record[name] === undefined) record[name] = isNumber ? Number(value) : value;
    }
  }
}

/** What is said of a record by the keys that are given, or by another of its attributes. */
function saidBy(keys: readonly KeyReader[], { sameUntilChanged }: Layout, item: Row): Row {
  const said: Row = {};
  addSaidByKeys(keys, item, said);
  for (const [name, first] of sameUntilChanged) said[name] ??= item[first];
  return said;
}

/** An item as ElectroDB writes it, made ready for the table. */
export function stored(entity: AnyEntity, item: Row): Row {
  const layout = layoutOf(entity);
  const { places, ownKeys, indexes, keyFields } = layout;
  const { __edb_e__, __edb_v__, ...rest } = item;
  const standsIn = indexes.filter((keys) => keys.some(({ field }) => item[field] !== undefined));
  const inRow = saidBy([...ownKeys, ...standsIn.flat()], layout, item);
  // What lists show has to be said by each index that is read for it.
  const inEach = standsIn.length > 0 ? standsIn.map((keys) => saidBy([...ownKeys, ...keys], layout, item)) : [inRow];
  const listed: Row = {};
  const detail: Row = {};
  const row: Row = { [KIND]: layout.kind };
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined) continue;
    const field = SHORT_NAMES.get(name) ?? name;
    const place = places.get(field);
    if (keyFields.has(name) || !place) {
      row[name] = value;
      continue;
    }
    const views = place.isDetail ? [inRow] : inEach;
    if (views.every((said) => said[place.name] === value)) continue;
    if (place.usual && isSame(place.usual(), value)) continue;
    const room = indexes.length === 0 || BESIDE.has(field) ? row : place.isDetail ? detail : listed;
    room[field] = place.isText ? brief(value) : value;
  }
  if (indexes.length > 0) row[LISTED] = listed;
  if (layout.hasDetail) row[DETAIL] = detail;
  return row;
}

/**
 * The record in a row of the table; undefined when the row is of another entity. In a row of an index, an entity's detail
 * is absent (`Listed`).
 */
export function recordOf<E extends AnyEntity>(entity: E, row: Row): EntityItem<E> | undefined {
  const layout = layoutOf(entity);
  if (row[KIND] !== layout.kind) return undefined;
  // A row that stands in no index has no maps.
  const listed = (row[LISTED] ?? row) as Row;
  const detail = row[DETAIL] as Row | undefined;
  const isWhole = !layout.hasDetail || detail !== undefined;
  const record: Row = {};
  for (const { name, field, isText, isDetail } of layout.attributes) {
    const room = BESIDE.has(field) ? row : isDetail ? detail : listed;
    const value = room?.[field];
    if (value !== undefined) record[name] = isText && typeof value === 'number' ? spelledOut(value) : value;
  }
  addSaidByKeys(layout.keys, row, record);
  for (const [name, first] of layout.sameUntilChanged) {
    if (record[name] === undefined && record[first] !== undefined) record[name] = record[first];
  }
  for (const { name, usual, isDetail } of layout.attributes) {
    if (usual && record[name] === undefined && (isWhole || !isDetail)) record[name] = usual();
  }
  return record as EntityItem<E>;
}
