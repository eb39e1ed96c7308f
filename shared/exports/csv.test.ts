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

describe('a record', () => {
  it('is one line, and reads back as it was written', () => {
    const text = fc.string().filter((given) => !/^'*[=+\-@\t\r]/.test(given));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1 }), (cells) => {
        expect(read(csvLine(cells))).toEqual(cells);
      }),
    );
  });

  it('never begins a cell of text with what a spreadsheet runs', () => {
    const risky = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'=", "''@"), fc.string())
      .map(([sign, rest]) => sign + rest);
    fc.assert(
      fc.property(risky, (text) => {
        expect(read(csvLine([text]))).toEqual([`'${text}`]);
      }),
    );
    expect(csvLine(['=HYPERLINK("http://x","y")'])).toBe(`"'=HYPERLINK(""http://x"",""y"")"\r\n`);
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
  const text = fc.oneof(fc.string(), fc.constantFrom('=1+1', "'=1", "it's", '-5', '')).map((given) => given.trim());
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
      fc.pre(cells.some((cell) => cell !== '') && cells.every((cell) => !cell.includes('\0')));
      const heads = cells.map((_, at) => `Column ${at}`);
      const reading = readCsv(BOM + csvLine(heads) + csvLine(cells));
      expect('table' in reading && reading.table.rows.map((row) => row.cells)).toEqual([cells]);
    }),
  );
});
