import type { EntityItem } from 'electrodb';
import type { AnyEntity } from './store.ts';

/**
 * How rows lie in the table. Reads are paid by the kilobyte, and half of a plain row would be what its keys say already
 * and the names of fields that every row has. So what can be told without loss is left out on the way in and put back on
 * the way out; nobody but this file sees the difference.
 */

type Row = Record<string, unknown>;

/** Names that every row carries, as they lie in the table. */
const SHORT_NAMES = {
  createdAt: 'ca',
  createdBy: 'cb',
  updatedAt: 'ua',
  updatedBy: 'ub',
  source: 'src',
  __edb_e__: 'e',
  __edb_v__: 'ev',
} as const;
const LONG_NAMES = new Map<string, string>(Object.entries(SHORT_NAMES).map(([long, short]) => [short, long]));

/** A row that was never changed says when and by whom once. */
const SAME_UNTIL_CHANGED = { updatedAt: 'createdAt', updatedBy: 'createdBy' } as const;

/** Reads the attributes out of a key that its template wrote. */
interface KeyReader {
  field: string;
  pattern: RegExp;
  attributes: { name: string; isNumber: boolean }[];
}

interface KeyPart {
  field: string;
  template?: string;
}

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function readerOf(entity: AnyEntity, { field, template = '' }: KeyPart): KeyReader[] {
  const parts = template.split(/\$\{(\w+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  if (names.length === 0) return [];
  const last = parts.length - 2;
  // Only the last one may hold the separator; should another one hold it, the row keeps the attribute (see `stored`).
  const pattern = parts.map((part, index) => (index % 2 === 0 ? literal(part) : index === last ? '(.*)' : '([^#]*)'));
  const { attributes } = entity.schema as { attributes: Record<string, { type: unknown }> };
  return [
    {
      field,
      pattern: new RegExp(`^${pattern.join('')}$`, 's'),
      attributes: names.map((name) => ({ name, isNumber: attributes[name]?.type === 'number' })),
    },
  ];
}

const readers = new WeakMap<AnyEntity, KeyReader[]>();

function readersOf(entity: AnyEntity): KeyReader[] {
  const known = readers.get(entity);
  if (known) return known;
  const { indexes, attributes } = entity.schema as {
    indexes: Record<string, { pk: KeyPart; sk?: KeyPart }>;
    attributes: object;
  };
  const taken = Object.keys(attributes).find((name) => LONG_NAMES.has(name));
  if (taken) throw new Error(`"${taken}" is a name of the table's own: call the attribute otherwise.`);
  const fresh = Object.values(indexes)
    .flatMap(({ pk, sk }) => (sk ? [pk, sk] : [pk]))
    .flatMap((key) => readerOf(entity, key));
  readers.set(entity, fresh);
  return fresh;
}

/** What the row's keys say. */
function saidByKeys(entity: AnyEntity, row: Row): Map<string, string | number> {
  const said = new Map<string, string | number>();
  for (const { field, pattern, attributes } of readersOf(entity)) {
    const key = row[field];
    const values = typeof key === 'string' ? pattern.exec(key) : null;
    for (const [index, { name, isNumber }] of attributes.entries()) {
      const value = values?.[index + 1];
      if (value && !said.has(name)) said.set(name, isNumber ? Number(value) : value);
    }
  }
  return said;
}

/** An item as ElectroDB writes it, made ready for the table. */
export function stored(entity: AnyEntity, item: Row): Row {
  const said = saidByKeys(entity, item);
  const row: Row = {};
  for (const [name, value] of Object.entries(item)) {
    const first = SAME_UNTIL_CHANGED[name as keyof typeof SAME_UNTIL_CHANGED];
    if (said.get(name) === value || (first && item[first] === value)) continue;
    row[SHORT_NAMES[name as keyof typeof SHORT_NAMES] ?? name] = value;
  }
  return row;
}

/** A row of the table as ElectroDB wrote it. */
function asWritten(entity: AnyEntity, row: Row): Row {
  const item: Row = Object.fromEntries(saidByKeys(entity, row));
  for (const [name, value] of Object.entries(row)) item[LONG_NAMES.get(name) ?? name] = value;
  for (const [name, first] of Object.entries(SAME_UNTIL_CHANGED)) {
    if (item[name] === undefined && item[first] !== undefined) item[name] = item[first];
  }
  return item;
}

/** The record in a row of the table; undefined when the row is of another entity. ElectroDB hides what is no attribute. */
export function recordOf<E extends AnyEntity>(entity: E, row: Row): EntityItem<E> | undefined {
  return (entity.parse({ Item: asWritten(entity, row) } as never).data as EntityItem<E> | null) ?? undefined;
}
