import type { z } from 'zod';
import type { Mapping } from './mapping.ts';
import type { CsvProblem, CsvTable } from './read.ts';

/** A line of the file as a record, or what keeps it from being one. */
export type ImportRow<Content> = { line: number; record: Content } | { line: number; problems: ImportProblem[] };

/** A problem of one line; `column` names the cell where it is about one. */
export interface ImportProblem extends CsvProblem {
  column?: string;
}

/**
 * The lines of a table as records of a schema, in the file's order, lines that the reader could not take among them. Cells
 * are trimmed; an empty one is no value at all. The schema's sentences become those of the problems.
 *
 * @param schema of an object with the mapping's fields, each fed with text
 */
export function importRows<S extends z.ZodType>(
  { columns, rows, problems }: CsvTable,
  mapping: Mapping,
  schema: S,
): ImportRow<z.output<S>>[] {
  const fields = Object.entries(mapping);
  const nameOf = (field: unknown) => columns.find(({ index }) => index === mapping[String(field)])?.name;
  const read = rows.map(({ line, cells }): ImportRow<z.output<S>> => {
    const values = fields.flatMap(([name, index]) => {
      const value = cells[index]?.trim() ?? '';
      return value === '' ? [] : [[name, value] as const];
    });
    const parsed = schema.safeParse(Object.fromEntries(values));
    if (parsed.success) return { line, record: parsed.data };
    return {
      line,
      problems: parsed.error.issues.map(({ path: [field], message }) => {
        const column = nameOf(field);
        return { line, sentence: message, ...(column === undefined ? {} : { column }) };
      }),
    };
  });
  const broken = problems.map((problem): ImportRow<z.output<S>> => ({ line: problem.line, problems: [problem] }));
  return [...read, ...broken].sort((a, b) => a.line - b.line);
}
