/** A record as it stands in the file. */
export interface RawRecord {
  /** Line where it begins, from 1. */
  line: number;
  cells: string[];
  /** What is wrong with its quotation marks, in a sentence without the line. */
  broken?: string;
}

/** A quotation mark that nothing closes: from there on nobody can tell what is text. */
export class UnclosedQuote extends Error {
  override name = 'UnclosedQuote';
  readonly line: number;

  constructor(line: number) {
    super(`Line ${line}: a quotation mark is opened and never closed.`);
    this.line = line;
  }
}

const QUOTE = '"';

/**
 * The records of a text (RFC 4180), one at a time. Lines end with CRLF, LF or CR. A quotation mark inside a cell that does
 * not begin with one is text, as spreadsheets take it. Lines with nothing on them are no records.
 *
 * @throws UnclosedQuote
 */
export function* recordsOf(text: string, separator: string): Generator<RawRecord> {
  const plain = new RegExp(`[^${separator === '\t' ? '\\t' : separator}\\r\\n]*`, 'y');
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const record: RawRecord = { line, cells: [] };
    let quoted = false;
    for (;;) {
      if (text[at] === QUOTE) {
        quoted = true;
        const cell = quotedCell(text, at, line);
        record.cells.push(cell.value);
        at = cell.end;
        line += cell.lines;
        const rest = until(plain, text, at);
        if (rest !== at) {
          record.broken ??= 'There is text behind a closing quotation mark. Double the marks that belong to the text.';
          at = rest;
        }
      } else {
        const end = until(plain, text, at);
        record.cells.push(text.slice(at, end));
        at = end;
      }
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    if (quoted || record.cells.some((cell) => cell !== '')) yield record;
  }
}

function until(plain: RegExp, text: string, at: number): number {
  plain.lastIndex = at;
  plain.test(text);
  return plain.lastIndex;
}

/** The cell whose opening mark stands at `start`: two marks are one of its text, one alone ends it. */
function quotedCell(text: string, start: number, line: number): { value: string; end: number; lines: number } {
  let close = start;
  do {
    close = text.indexOf(QUOTE, close + 1);
    if (close < 0) throw new UnclosedQuote(line);
    if (text[close + 1] !== QUOTE) break;
    close += 1;
  } while (close < text.length);
  const value = text.slice(start + 1, close).replaceAll('""', QUOTE);
  return { value, end: close + 1, lines: (value.match(/\r\n|\r|\n/g) ?? []).length };
}
