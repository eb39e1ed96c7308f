import { z } from 'zod';
import { Id } from '../kernel/id.ts';
import { Version } from '../kernel/record.ts';

/** Lines of a file that one request looks at. */
export const MOST_CHECKED = 500;

const Value = z.union([z.string(), z.number(), z.null()]);

const Change = z.object({ field: z.string(), from: Value, to: Value });

/** What would become of a line. */
export const ImportVerdict = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('new') }),
  z.object({
    outcome: z.literal('changed'),
    id: Id,
    v: Version,
    /** Name that the record has now. */
    name: z.string(),
    changes: z.array(Change),
  }),
  z.object({ outcome: z.literal('same'), id: Id, name: z.string() }),
  /** `field` is the one that the sentence is about, where it is about one. */
  z.object({ outcome: z.literal('refused'), field: z.string().optional(), sentence: z.string() }),
]);
export type ImportVerdict = z.infer<typeof ImportVerdict>;
export const ImportVerdicts = z.object({ rows: z.array(ImportVerdict) });

/** Lines to look at, each as the facts it says. */
export const checked = <Facts extends z.ZodType>(facts: Facts) =>
  z.array(facts).min(1, 'Send at least one line.').max(MOST_CHECKED, `Send at most ${MOST_CHECKED} lines at once.`);

/** Lines to write in one transaction: each over a record at the version that was checked, or as a new one. */
export const written = <Facts extends z.ZodType>(facts: Facts, most: number) =>
  z
    .array(z.strictObject({ facts, over: z.strictObject({ id: Id, v: Version }).optional() }))
    .min(1, 'Send at least one line.')
    .max(most, `Send at most ${most} lines at once.`);

/** A line to write. */
export interface WrittenRow<Facts> {
  facts: Facts;
  over?: { id: string; v: number } | undefined;
}

export const Imported = z.object({ created: z.int(), changed: z.int() });
export type Imported = z.infer<typeof Imported>;

/** How many lines made something new, and how many changed what was there. */
export function importedOf(rows: readonly WrittenRow<unknown>[]): Imported {
  const changed = rows.filter(({ over }) => over).length;
  return { created: rows.length - changed, changed };
}

/** True when two of the lines are about one record: by what they name it with, or by its id. */
export function isTwice<Facts>(rows: readonly WrittenRow<Facts>[], markOf: (facts: Facts) => string): boolean {
  const marks = new Set(rows.map(({ facts }) => markOf(facts)));
  const ids = rows.flatMap(({ over }) => over?.id ?? []);
  return marks.size < rows.length || new Set(ids).size < ids.length;
}

/** What a line says otherwise than the record; a field that it does not say stays as it is. */
export function changesOf<Field extends string>(
  record: Partial<Record<Field, unknown>>,
  facts: Partial<Record<Field, unknown>>,
  fields: readonly Field[],
): { field: Field; from: z.infer<typeof Value>; to: z.infer<typeof Value> }[] {
  return fields.flatMap((field) => {
    const [from, to] = [shown(record[field]), shown(facts[field])];
    return to === null || to === from ? [] : [{ field, from, to }];
  });
}

/** A value as a person compares it: several words stand in one cell, and an empty text is none. */
function shown(value: unknown): z.infer<typeof Value> {
  if (value === undefined || value === '') return null;
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? [...value].sort().join(', ') || null : String(value);
}

/** The verdict on a line that means this record. */
export function verdictOn(record: { id: string; v: number; name: string }, changes: z.infer<typeof Change>[]) {
  const { id, v, name } = record;
  return changes.length > 0
    ? { outcome: 'changed' as const, id, v, name, changes }
    : { outcome: 'same' as const, id, name };
}
