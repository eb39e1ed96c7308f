import { minorDigits } from '../kernel/minor.ts';

/** A cell's raw value: numbers and yes or no stand as they are, everything else is text. */
export type Cell = string | number | boolean | undefined;

/** What spreadsheets take for the start of a formula (OWASP, "CSV Injection"). */
const FORMULA = /^'*[=+\-@\t\r]/;
/**
 * Where one begins within a cell: Excel parts a line at semicolons where the system's lists are parted by them, and heeds no
 * quotation mark that stands within a cell of its own reading.
 */
const FORMULA_WITHIN = /(?<=[;\t\r\n])(?=['"]*[=+\-@])/g;

/**
 * Text that a spreadsheet shows and never runs: an apostrophe before a formula tells it so, and an import takes it off again
 * (`readCsv`). Numbers are no text and stay numbers.
 */
function harmless(text: string): string {
  const within = text.replaceAll(FORMULA_WITHIN, "'");
  return FORMULA.test(text) ? `'${within}` : within;
}

function field(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const text = harmless(cell);
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of a CSV file with its line end (RFC 4180: commas, CRLF, quotes doubled inside quotes). */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

/** What the file begins with, so that Excel reads it as UTF-8; every other reader skips it. */
export const BOM = '\uFEFF';

/**
 * An amount as a plain decimal number of its currency's digits: no sign of the currency, no grouping. Text in the file, and a
 * number to whoever reads it; `undefined` stays empty.
 */
export function decimal(minor: number | undefined, currency: string): number | undefined {
  return minor === undefined ? undefined : Number((minor / 10 ** minorDigits(currency)).toFixed(minorDigits(currency)));
}
