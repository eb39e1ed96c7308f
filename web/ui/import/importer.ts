import type { z } from 'zod';
import { type DayOrder, dayOrderOf } from '../../../shared/csv/dates.ts';
import { decodeText } from '../../../shared/csv/decode.ts';
import { factsOf, type ImportLine, linesOf, withVerdicts, writtenOf } from '../../../shared/csv/import-lines.ts';
import { importRows } from '../../../shared/csv/import-rows.ts';
import { type Imported, type ImportVerdict, MOST_CHECKED, type WrittenRow } from '../../../shared/csv/importing.ts';
import { guessMapping, type ImportField, type Mapping } from '../../../shared/csv/mapping.ts';
import { type CsvTable, readCsv } from '../../../shared/csv/read.ts';
import { pieces } from '../../../shared/kernel/pieces.ts';

/** What a page must know to bring records of one kind in from a file. */
export interface Importer<Facts> {
  /** Such a record, and several, inside a sentence. */
  one: string;
  many: string;
  fields: readonly ImportField[];
  /** Fields that hold dates: the page asks for the order of day and month where a file does not tell. */
  dates: readonly string[];
  /** How the cells of a line become facts. */
  cells: (order: DayOrder) => z.ZodType<Facts>;
  nameOf: (facts: Facts) => string;
  /** What a line names its record with, within one file. */
  markOf: (facts: Facts) => string;
  /** Says what would become of lines; nothing is written. */
  check: (rows: Facts[]) => Promise<{ rows: ImportVerdict[] }>;
  /** Writes lines, all or none. */
  write: (rows: WrittenRow<Facts>[]) => Promise<Imported>;
  mostWritten: number;
}

/** A file that was read: its table, and which column fills what as far as the headers tell. */
export interface OpenedFile {
  table: CsvTable;
  mapping: Mapping;
  /** The order of its dates, where one of them tells. */
  order: DayOrder | undefined;
}

/** The order of dates in the columns chosen; undefined when it could be either. */
function orderOf({ rows }: CsvTable, mapping: Mapping, dates: readonly string[]): DayOrder | undefined {
  const columns = dates.flatMap((field) => mapping[field] ?? []);
  return dayOrderOf(rows.flatMap(({ cells }) => columns.map((index) => cells[index] ?? '')));
}

/** Reads a file. The sentence says what to do when it is no table. */
export async function openFile(
  file: File,
  { fields, dates }: Pick<Importer<never>, 'fields' | 'dates'>,
): Promise<OpenedFile | { fault: string }> {
  const reading = readCsv(decodeText(new Uint8Array(await file.arrayBuffer())));
  if ('fault' in reading) return reading;
  const { table } = reading;
  const mapping = guessMapping(table.columns, fields);
  return { table, mapping, order: orderOf(table, mapping, dates) };
}

/** Reads the lines by the mapping and asks what would become of each. */
export async function checkLines<Facts>(
  { cells, markOf, one, check }: Importer<Facts>,
  table: CsvTable,
  mapping: Mapping,
  order: DayOrder,
): Promise<ImportLine<Facts>[]> {
  const lines = linesOf(importRows(table, mapping, cells(order)), markOf, one);
  const verdicts: ImportVerdict[] = [];
  for (const rows of pieces(factsOf(lines), MOST_CHECKED)) verdicts.push(...(await check(rows)).rows);
  const columnOf = (field: string) => table.columns.find(({ index }) => index === mapping[field])?.name;
  return withVerdicts(lines, verdicts, columnOf, one);
}

/**
 * Writes what is new or changed, piece by piece; each piece is written whole or not at all. Should it break off, the same
 * file goes on where it stopped: what is written already is then the same.
 *
 * @param onProgress hears how many lines are written
 */
export async function writeLines<Facts>(
  { write, mostWritten }: Importer<Facts>,
  lines: readonly ImportLine<Facts>[],
  onProgress: (written: number) => void,
): Promise<Imported> {
  const sum = { created: 0, changed: 0 };
  for (const piece of pieces(writtenOf(lines), mostWritten)) {
    const { created, changed } = await write(piece);
    sum.created += created;
    sum.changed += changed;
    onProgress(sum.created + sum.changed);
  }
  return sum;
}
