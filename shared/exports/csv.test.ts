import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../csv/read.ts';
import { BOM, type Cell, csvLine, decimal } from './csv.ts';

/** Reads one record as RFC 4180 says. */
function read(line: string): string[] {
  const cells: string[] = [];
  let at = 0;
  do {
    const quoted = line[at] === '"';
    const found = (quoted ? /"((?:[^"]|"")*)"(,|\r\n)/y : /([^,\r\n]*)(,|\r\n)/y) as RegExp;
    found.lastIndex = at;
    const [whole = '', text = '', end] = found.exec(line) ?? [];
    cells.push(quoted ? text.replaceAll('""', '"') : text);
    at += whole.length;
    if (end === '\r\n') break;
  } while (at < line.length);
  return cells;
}

/** Text that another separator parts before a formula. */
const PARTED = /[;\t\r\n]['"]*[=+\-@]/;
/** Text made of little else than what readers stumble over. */
const trouble = fc
  .array(fc.constantFrom(';', '\t', '\r', '\n', '=', '-', '@', "'", '"', ',', 'a', '1'), { maxLength: 8 })
  .map((signs) => signs.join(''));

/** Cells as Excel has them by another separator: quotation marks count where a cell begins, and what follows them is its too. */
function partedBy(separator: string, text: string): string[] {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)(?:"|$))?([^${separator}\\r\\n]*)(?:${separator}|\\r|\\n|$)`, 'y');
  const cells: string[] = [];
  while (cell.lastIndex < text.length) {
    const [, quoted = '', rest = ''] = cell.exec(text) ?? [];
    cells.push(quoted.replaceAll('""', '"') + rest);
  }
  return cells;
}

describe('a record', () => {
  it('is one line, and reads back as it was written', () => {
    const text = fc.string().filter((given) => !/^'*[=+\-@\t\r]/.test(given) && !PARTED.test(given));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        expect(read(csvLine(cells))).toEqual(cells);
      }),
    );
  });

  it('never begins a cell of text with what a spreadsheet runs', () => {
    const risky = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'=", "''@"), fc.string())
      .map(([sign, rest]) => sign + rest)
      .filter((given) => !PARTED.test(given));
    fc.assert(
      fc.property(risky, (text) => {
        expect(read(csvLine([text]))).toEqual([`'${text}`]);
      }),
    );
    expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
  });

  it('has no formula either where lists are parted by semicolons or tabs', () => {
    const records = fc.array(fc.array(trouble, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(records, fc.constantFrom(';', '\t'), (given, separator) => {
        const cells = partedBy(separator, given.map(csvLine).join(''));
        expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
      }),
      { numRuns: 500 },
    );
    expect(csvLine(['x;=HYPERLINK(A1);y'])).toBe(`"x;'=HYPERLINK(A1);y"\r\n`);
    expect(csvLine(['a; b', 'one\t"@two'])).toBe(`"a; b","one\t'""@two"\r\n`);
  });

  it('keeps numbers as numbers, says yes and no, and leaves empty what is not there', () => {
    const cells: Cell[] = [-12.5, 0, true, false, undefined, ''];
    expect(csvLine(cells)).toBe('-12.5,0,yes,no,,\r\n');
  });
});

it('writes money as a decimal of its currency, exactly', () => {
  expect(decimal(1_490_050, 'USD')).toBe(14_900.5);
  expect(decimal(-5, 'EUR')).toBe(-0.05);
  expect(decimal(1_200, 'JPY')).toBe(1_200);
  expect(decimal(undefined, 'USD')).toBeUndefined();
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), (minor) => {
      expect(Math.round((decimal(minor, 'USD') ?? Number.NaN) * 100)).toBe(minor);
    }),
  );
});

it('what is exported is read back by an import as it was, formulas among it', () => {
  const text = fc
    .oneof(fc.string(), trouble, fc.constantFrom('=1+1', "'=1", "it's", '-5', ''))
    .map((given) => given.trim());
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
      fc.pre(cells.some((cell) => cell !== '') && cells.every((cell) => !cell.includes('\0')));
      const heads = cells.map((_, at) => `Column ${at}`);
      const reading = readCsv(BOM + csvLine(heads) + csvLine(cells));
      expect('table' in reading && reading.table.rows.map((row) => row.cells)).toEqual([cells]);
    }),
  );
});
