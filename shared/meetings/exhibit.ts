import { z } from 'zod';
import { CalendarDate } from '../kernel/date.ts';

/** Something to read beside a label, formatted where it is shown. */
export const Value = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string() }),
  z.object({ kind: z.literal('money'), minor: z.int(), currency: z.string() }),
  z.object({ kind: z.literal('date'), date: CalendarDate }),
  z.object({ kind: z.literal('period'), from: CalendarDate, to: CalendarDate }),
  z.object({ kind: z.literal('percent'), percent: z.number() }),
  z.object({ kind: z.literal('number'), number: z.number() }),
]);
export type Value = z.infer<typeof Value>;

export const ExhibitFact = z.object({ label: z.string(), value: Value, hint: z.string().optional() });
export type ExhibitFact = z.infer<typeof ExhibitFact>;

/** Rows shown of a table; the rest is a number. */
export const MOST_ROWS = 12;

/**
 * What the client sees of an item's records: a few figures and at most one table, as they were when it was taken. Made by an
 * allow-list for each kind of record: notes, margins and rates have no place in it.
 */
export const Exhibit = z.object({
  facts: z.array(ExhibitFact),
  table: z.object({ columns: z.array(z.string()), rows: z.array(z.array(Value)), more: z.int() }).optional(),
});
export type Exhibit = z.infer<typeof Exhibit>;

export const text = (words: string): Value => ({ kind: 'text', text: words });
export const money = (minor: number, currency: string): Value => ({ kind: 'money', minor, currency });

/** A table of at most `MOST_ROWS` rows; without rows there is none. */
export function tableOf(columns: string[], rows: Value[][]): Pick<Exhibit, 'table'> {
  if (rows.length === 0) return {};
  return { table: { columns, rows: rows.slice(0, MOST_ROWS), more: Math.max(0, rows.length - MOST_ROWS) } };
}
