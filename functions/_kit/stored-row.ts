import type { EntityItem } from 'electrodb';
import { brief, spelledOut } from './brief-time.ts';
import { isSame } from './same.ts';
import type { AnyEntity } from './store.ts';

/**
 * How rows lie in the table. Reads are paid by the kilobyte, and half of a plain row would be what its keys say already
 * and the names of fields that every row has. So what can be told without loss is left out on the way in and put back on
 * the way out: what keys say, and an entity's defaults. Times are numbers meanwhile. Nobody but this file sees the
 * difference. ElectroDB checks and builds what is written; its own way of reading a row back costs more time than the call
 * to the table, so that is done here.
 */

type Row = Record<string, unknown>;

/** Name under which a row says which entity it is of. */
const KIND = 'e';
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
  /** Makes the entity's default: a row that has it says nothing of it. */
  usual?: () => unknown;
}

interface Layout {
  kind: string;
  attributes: Place[];
  /** The same by the names under which they lie. */
  places: ReadonlyMap<string, Place>;
  keys: KeyReader[];
}

interface KeyPart {
  field: string;
  template?: string;
}

/** What of an entity's own definition is looked at here. */
interface Definition {
  model: { entity: string; version: string };
  attributes: Record<string, { type: unknown; field?: string; default?: unknown }>;
  indexes: Record<string, { pk: KeyPart; sk?: KeyPart }>;
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
  const { model, indexes } = definition;
  const attributes = Object.entries(definition.attributes).map(([name, { type, field = name, default: usual }]) => ({
    name,
    field: SHORT_NAMES.get(name) ?? field,
    isText: type === 'string',
    ...(usual === undefined ? {} : { usual: typeof usual === 'function' ? (usual as () => unknown) : () => usual }),
  }));
  const taken = new Set([KIND]);
  for (const { name, field } of attributes) {
    if (taken.has(field))
      throw new Error(`"${name}" of ${model.entity} would lie in the table as "${field}", which is taken.`);
    taken.add(field);
  }
  const layout = {
    kind: kindOf(entity),
    attributes,
    places: new Map(attributes.map((place) => [place.field, place])),
    keys: Object.values(indexes)
      .flatMap(({ pk, sk }) => (sk ? [pk, sk] : [pk]))
      .flatMap((key) => readerOf(definition, key)),
  };
  layouts.set(entity, layout);
  return layout;
}

/** Puts what the row's keys say into a record, where it says nothing else. */
function addSaidByKeys({ keys }: Layout, row: Row, record: Row): void {
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

/** An item as ElectroDB writes it, made ready for the table. */
export function stored(entity: AnyEntity, item: Row): Row {
  const layout = layoutOf(entity);
  const said: Row = {};
  addSaidByKeys(layout, item, said);
  for (const [name, first] of SAME_UNTIL_CHANGED) said[name] ??= item[first];
  const { __edb_e__, __edb_v__, ...rest } = item;
  const row: Row = { [KIND]: layout.kind };
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || said[name] === value) continue;
    const field = SHORT_NAMES.get(name) ?? name;
    const place = layout.places.get(field);
    if (place?.usual && isSame(place.usual(), value)) continue;
    row[field] = place?.isText ? brief(value) : value;
  }
  return row;
}

/** The record in a row of the table; undefined when the row is of another entity. */
export function recordOf<E extends AnyEntity>(entity: E, row: Row): EntityItem<E> | undefined {
  const layout = layoutOf(entity);
  if (row[KIND] !== layout.kind) return undefined;
  const record: Row = {};
  for (const { name, field, isText } of layout.attributes) {
    const value = row[field];
    if (value !== undefined) record[name] = isText && typeof value === 'number' ? spelledOut(value) : value;
  }
  addSaidByKeys(layout, row, record);
  for (const [name, first] of SAME_UNTIL_CHANGED) {
    if (record[name] === undefined && record[first] !== undefined) record[name] = record[first];
  }
  for (const { name, usual } of layout.attributes) {
    if (usual && record[name] === undefined) record[name] = usual();
  }
  return record as EntityItem<E>;
}
