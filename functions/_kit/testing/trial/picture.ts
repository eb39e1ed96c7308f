import { canonical } from '../../same.ts';
import { control } from '../world.ts';

type Row = Record<string, unknown>;

/** What differs between two runs of the same story and means nothing: keys repeat ids, ids and times are drawn anew. */
const MEANINGLESS =
  /^(pk|sk|gsi\d[ps]k|__edb_v__|ttl|day|shard|hash|sequence|lastStep|slug|nameKey|sealed|token|passwordHash|totp|recoveryCodes)$/;
/** The traces of deliveries and repeats themselves, and sealed secrets, which are put into the vault ahead of their commit. */
const TRACES = new Set(['idempotency', 'outbox', 'inbox', 'credential']);

/** Fields to leave out of a picture, by entity; `answer` stands for what requests are told. */
export type Blind = Readonly<Record<string, readonly string[]>>;

const entityOf = (row: Row) => String(row.__edb_e__);

/** A text without what is drawn anew in each run: ids, hashes, tokens, instants and the words of `unique`. */
function plain(text: string): string {
  return text
    .replace(/^system:.*/, 'system')
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

/** Every row that an MSP has in both tables. */
export const rowsOf = (mspId: string) => control<Row[]>('rows', { about: mspId });

/**
 * All that an MSP has, audit trail included, as sorted lines: equal exactly when two MSPs stand alike. What only tells how
 * often something was delivered or asked is left out.
 */
export async function pictureOf(mspId: string, blind: Blind = {}): Promise<string[]> {
  const rows = (await rowsOf(mspId)).filter((row) => !TRACES.has(entityOf(row)) && (row.mspId ?? mspId) === mspId);
  return rows.map((row) => `${entityOf(row)} ${canonical(comparable(without(row, blind[entityOf(row)])))}`).sort();
}

/** A row or an answer without the fields that a scenario is blind to. */
export function without(row: object, hidden: readonly string[] = []): object {
  return Object.fromEntries(Object.entries(row).filter(([field]) => !hidden.includes(field)));
}

/** How many facts of an MSP are committed but not on the bus yet. */
export async function unpublished(mspId: string): Promise<number> {
  return (await rowsOf(mspId)).filter((row) => entityOf(row) === 'outbox').length;
}
