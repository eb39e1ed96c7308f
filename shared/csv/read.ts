import { type RawRecord, recordsOf, UnclosedQuote } from './records.ts';

/** A column of a file; unnamed ones are called by their place, equal names are numbered. */
export interface CsvColumn {
  index: number;
  name: string;
}

export interface CsvRow {
  /** Line of the file where it begins, from 1. */
  line: number;
  /** One cell for each column, as written. */
  cells: string[];
}

/** A line that cannot be taken, and why, in a sentence that says what to do. */
export interface CsvProblem {
  line: number;
  sentence: string;
}

export interface CsvTable {
  separator: Separator;
  columns: CsvColumn[];
  rows: CsvRow[];
  /** Lines left out of `rows`. */
  problems: CsvProblem[];
}

/** A table, or why the file as a whole is none. */
export type CsvReading = { table: CsvTable } | { fault: string };

export interface CsvLimits {
  rows: number;
  columns: number;
  /** Characters of one cell. */
  cell: number;
}

export const CSV_LIMITS: CsvLimits = { rows: 10_000, columns: 100, cell: 4_000 };

/** By their names for people. The first of those that part a header equally well is taken. */
export const SEPARATORS = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' } as const;
export type Separator = keyof typeof SEPARATORS;

const inGroups = (count: number) => count.toLocaleString('en-US');

/**
 * Reads a CSV file whose first line names the columns. The separator is the one that parts that line into the most cells.
 * Lines that cannot be taken are told one by one and leave the others as they are; lines of empty cells are passed over.
 * An apostrophe that keeps a spreadsheet from running a cell, or a part of it, is taken off.
 *
 * @param text decoded text; a byte order mark and Excel's `sep=;` line are passed over
 */
export function readCsv(text: string, limits: CsvLimits = CSV_LIMITS): CsvReading {
  if (text.includes('\0'))
    return { fault: 'This is not a text file. Save the table as CSV (UTF-8) and choose that file.' };
  const { body, told, skipped } = withoutPreamble(text);
  try {
    const separator = told ?? separatorOf(body);
    return tableOf(recordsOf(body, separator), separator, skipped, limits);
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    const line = error.line + skipped;
    return {
      fault: `Line ${line}: a quotation mark is opened and never closed. Close it, or double it if it belongs to the text.`,
    };
  }
}

function withoutPreamble(text: string): { body: string; told?: Separator; skipped: number } {
  const body = text.replace(/^\uFEFF/, '');
  const told = /^"?sep=([,;\t])"?(?:\r\n|\r|\n)/i.exec(body);
  if (!told) return { body, skipped: 0 };
  return { body: body.slice(told[0].length), told: told[1] as Separator, skipped: 1 };
}

function separatorOf(text: string): Separator {
  let best: Separator = ',';
  let most = 1;
  for (const separator of Object.keys(SEPARATORS) as Separator[]) {
    const cells = headerCells(text, separator);
    if (cells > most) {
      best = separator;
      most = cells;
    }
  }
  return best;
}

/** Cells of the first record; none where the separator leaves a quotation mark open. */
function headerCells(text: string, separator: Separator): number {
  try {
    const header = headerOf(recordsOf(text, separator));
    return !header || header.broken ? 0 : header.cells.length;
  } catch (error) {
    if (error instanceof UnclosedQuote) return 0;
    throw error;
  }
}

function tableOf(records: Generator<RawRecord>, separator: Separator, skipped: number, limits: CsvLimits): CsvReading {
  const header = headerOf(records);
  if (!header) return { fault: 'The file is empty. Choose a file whose first line names the columns.' };
  if (header.broken) return { fault: `Line ${header.line + skipped}: ${header.broken}` };
  const columns = columnsOf(header.cells);
  if (columns.length > limits.columns) {
    return {
      fault: `The file has ${columns.length} columns. The most is ${limits.columns}: take out those you do not need.`,
    };
  }
  const table: CsvTable = { separator, columns, rows: [], problems: [] };
  for (const record of records) {
    const line = record.line + skipped;
    const sentence = record.broken ?? wrongShape(record.cells, columns, limits);
    if (sentence) table.problems.push({ line, sentence });
    else if (record.cells.some((cell) => cell.trim() !== '')) {
      table.rows.push({ line, cells: columns.map(({ index }) => unguarded(record.cells[index] ?? '')) });
    }
    if (table.rows.length + table.problems.length > limits.rows) {
      return { fault: `The file has more than ${inGroups(limits.rows)} lines. Split it into smaller files.` };
    }
  }
  if (table.rows.length + table.problems.length > 0) return { table };
  return { fault: 'Below the line that names the columns there is nothing. Add at least one line.' };
}

function headerOf(records: Generator<RawRecord>): RawRecord | undefined {
  for (let next = records.next(); !next.done; next = records.next()) {
    if (next.value.cells.some((cell) => cell.trim() !== '')) return next.value;
  }
  return undefined;
}

/** Why the cells do not fit under the columns; undefined when they do. Missing cells at the end are empty ones. */
function wrongShape(cells: string[], columns: CsvColumn[], limits: CsvLimits): string | undefined {
  const long = columns.find(({ index }) => (cells[index]?.length ?? 0) > limits.cell);
  if (long) {
    const length = inGroups(cells[long.index]?.length ?? 0);
    return `"${long.name}" holds ${length} characters. The most is ${inGroups(limits.cell)}.`;
  }
  if (cells.slice(columns.length).every((cell) => cell.trim() === '')) return undefined;
  return `It has ${cells.length} cells, but the first line names ${columns.length} columns. Put cells that hold the separator into quotation marks.`;
}

function columnsOf(header: string[]): CsvColumn[] {
  const last = header.findLastIndex((cell) => cell.trim() !== '');
  const taken = new Map<string, number>();
  return header.slice(0, last + 1).map((cell, index) => {
    const name = unguarded(cell.trim()).slice(0, 120) || `Column ${index + 1}`;
    const times = (taken.get(name.toLowerCase()) ?? 0) + 1;
    taken.set(name.toLowerCase(), times);
    return { index, name: times === 1 ? name : `${name} (${times})` };
  });
}

/**
 * Spreadsheets and careful exporters put an apostrophe before what would be run (OWASP, "CSV Injection"): where a cell
 * begins, and where one would begin for a reader of another separator.
 */
function unguarded(cell: string): string {
  const text = /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
  return text.replaceAll(/(?<=[;\t\r\n])'(?=['"]*[=+\-@])/g, '');
}
