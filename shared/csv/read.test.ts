import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvTable, readCsv, type Separator } from './read.ts';

function table(text: string): CsvTable {
  const reading = readCsv(text);
  if ('fault' in reading) throw new Error(reading.fault);
  return reading.table;
}
const cellsOf = (text: string) => table(text).rows.map(({ cells }) => cells);
const faultOf = (text: string, limits?: Parameters<typeof readCsv>[1]) => {
  const reading = readCsv(text, limits);
  return 'fault' in reading ? reading.fault : 'no fault';
};

interface Style {
  separator: Separator;
  end: string;
  /** Every cell in quotation marks, or only those that need them. */
  always: boolean;
  bom: boolean;
  lastEnd: boolean;
}

/** Writes as RFC 4180 says, in one of its styles. */
function written(rows: string[][], { separator, end, always, bom, lastEnd }: Style): string {
  const cell = (text: string) =>
    always || /[",;\t\r\n]/.test(text) || text === '' ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = rows.map((cells) => cells.map(cell).join(separator));
  return `${bom ? '\uFEFF' : ''}${lines.join(end)}${lastEnd ? end : ''}`;
}

const style: fc.Arbitrary<Style> = fc.record({
  separator: fc.constantFrom<Separator>(',', ';', '\t'),
  end: fc.constantFrom('\r\n', '\n', '\r'),
  always: fc.boolean(),
  bom: fc.boolean(),
  lastEnd: fc.boolean(),
});
/** Anything but a NUL and what begins like a cell that was guarded. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.string(),
    fc.constantFrom('"', '""', 'a,b', 'x;y', '\t', 'line\r\nline', '\n', "it's"),
  )
  .filter((given) => !given.includes('\0') && !/^'+[=+\-@\t\r]/.test(given) && given.length < 200);

describe('a file', () => {
  it('is read as it was written, whatever its cells, separator, line ends and quotation marks', () => {
    const sheet = fc.integer({ min: 2, max: 6 }).chain((width) =>
      fc.array(
        fc.array(text, { minLength: width - 1, maxLength: width - 1 }).map((cells) => ['row', ...cells]),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
    );
    fc.assert(
      fc.property(sheet, style, (rows, how) => {
        const header = (rows[0] ?? []).map((_, index) => `Field ${index}`);
        const { columns, separator, rows: read, problems } = table(written([header, ...rows], how));
        expect(problems).toEqual([]);
        expect(separator).toBe(how.separator);
        expect(columns.map(({ name }) => name)).toEqual(header);
        expect(read.map(({ cells }) => cells)).toEqual(rows);
      }),
    );
  });

  it('never fails otherwise than with a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', 'a', '\t', ' ', '\0') }), (given) => {
        const reading = readCsv(given);
        expect('fault' in reading ? reading.fault : reading.table.columns[0]?.name).toMatch(/./);
      }),
    );
  });

  it('has its separator told by Excel, or by its header; one column needs none', () => {
    expect(table('sep=;\r\na;b,c\r\n1;2').columns.map(({ name }) => name)).toEqual(['a', 'b,c']);
    expect(table('sep=;\na;b\n1;2').rows).toEqual([{ line: 3, cells: ['1', '2'] }]);
    expect(table('"a, b; c";d\n1;2').separator).toBe(';');
    expect(table('a "b;c",d\n1,2').separator).toBe(',');
    expect(table('Name\nAnna').rows).toEqual([{ line: 2, cells: ['Anna'] }]);
  });

  it('counts lines as an editor does, also behind cells of several lines', () => {
    const { rows } = table('a,b\n"one\ntwo",x\n\n,\n3,4\r\n"5\r\n",6');
    expect(rows.map(({ line }) => line)).toEqual([2, 6, 7]);
  });

  it('may lack cells at the end, and have empty ones behind the last column', () => {
    expect(cellsOf('a,b,c\n1\n1,2,3,,\n')).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ]);
  });

  it('calls columns without a name by their place, and numbers equal ones', () => {
    const { columns } = table('Name,,name,Name ,,\n1,2,3,4');
    expect(columns.map(({ name }) => name)).toEqual(['Name', 'Column 2', 'name (2)', 'Name (3)']);
  });

  it('takes off the apostrophe that keeps a spreadsheet from running a cell, and no other', () => {
    expect(cellsOf("a,b,c\n'=1+1,'-5,it's\n''@x,'n,")).toEqual([
      ['=1+1', '-5', "it's"],
      ["'@x", "'n", ''],
    ]);
  });

  it('keeps quotation marks inside a cell that does not begin with one', () => {
    expect(cellsOf('a,b\n24" screen,x')).toEqual([['24" screen', 'x']]);
  });
});

describe('a line that cannot be taken', () => {
  it('is told and leaves the others', () => {
    const { rows, problems } = table('a,b\n1,2\n1,2,3\n"x"y,2\n5,6');
    expect(rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(problems).toEqual([
      {
        line: 3,
        sentence:
          'It has 3 cells, but the first line names 2 columns. Put cells that hold the separator into quotation marks.',
      },
      {
        line: 4,
        sentence: 'There is text behind a closing quotation mark. Double the marks that belong to the text.',
      },
    ]);
  });

  it('has a cell that is too long', () => {
    const reading = readCsv('a,b\n123456,1\n12345,1', { rows: 9, columns: 9, cell: 5 });
    expect(reading).toMatchObject({
      table: { rows: [{ line: 3 }], problems: [{ line: 2, sentence: '"a" holds 6 characters. The most is 5.' }] },
    });
  });
});

describe('a file that is none', () => {
  it.each([
    ['', 'The file is empty. Choose a file whose first line names the columns.'],
    ['\r\n ,\n', 'The file is empty. Choose a file whose first line names the columns.'],
    ['a,b\n', 'Below the line that names the columns there is nothing. Add at least one line.'],
    ['a,b\n,\n', 'Below the line that names the columns there is nothing. Add at least one line.'],
    ['PK\u0003\0', 'This is not a text file. Save the table as CSV (UTF-8) and choose that file.'],
    [
      'a,b\n1,2\n3,"4\n5,6',
      'Line 3: a quotation mark is opened and never closed. Close it, or double it if it belongs to the text.',
    ],
    [
      'sep=,\na,b\n"1,2',
      'Line 3: a quotation mark is opened and never closed. Close it, or double it if it belongs to the text.',
    ],
    ['"a"x,b\n1,2', 'Line 1: There is text behind a closing quotation mark. Double the marks that belong to the text.'],
  ])('%j', (given, sentence) => {
    expect(faultOf(given)).toBe(sentence);
  });

  it('has more columns or lines than can be taken', () => {
    const limits = { rows: 2, columns: 2, cell: 9 };
    expect(faultOf('a,b,c\n1,2,3', limits)).toBe(
      'The file has 3 columns. The most is 2: take out those you do not need.',
    );
    expect(faultOf('a\n1\n2\n3', limits)).toBe('The file has more than 2 lines. Split it into smaller files.');
    expect(faultOf('a\n1\n2', limits)).toBe('no fault');
    expect(faultOf(`a\n${'1\n'.repeat(10_001)}`)).toContain('more than 10,000 lines');
  });
});
