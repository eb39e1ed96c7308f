import { expect, it } from 'vitest';
import { z } from 'zod';
import { CalendarDate } from '../kernel/date.ts';
import { line } from '../kernel/text.ts';
import { importRows } from './import-rows.ts';
import { readCsv } from './read.ts';

const Device = z.strictObject({ name: line('a name', 20), warrantyEnd: CalendarDate.optional() });

it('makes records of lines, and tells by line and column what keeps one from it', () => {
  const reading = readCsv(
    [
      'Host,Ends',
      ' pc-1 ,2027-03-31',
      'pc-2,',
      ',2027-01-01',
      'pc-4,soon',
      'pc-5,2027-01-01,x',
      'pc-6,2027-06-30',
    ].join('\n'),
  );
  if ('fault' in reading) throw new Error(reading.fault);
  expect(importRows(reading.table, { name: 0, warrantyEnd: 1 }, Device)).toEqual([
    { line: 2, record: { name: 'pc-1', warrantyEnd: '2027-03-31' } },
    { line: 3, record: { name: 'pc-2' } },
    { line: 4, problems: [{ line: 4, column: 'Host', sentence: 'Enter a name.' }] },
    { line: 5, problems: [{ line: 5, column: 'Ends', sentence: 'Enter a date as YYYY-MM-DD.' }] },
    { line: 6, problems: [{ line: 6, sentence: expect.stringContaining('3 cells') }] },
    { line: 7, record: { name: 'pc-6', warrantyEnd: '2027-06-30' } },
  ]);
});

it('tells a problem without a column where none was chosen for the field', () => {
  const reading = readCsv('Ends\n2027-01-01');
  if ('fault' in reading) throw new Error(reading.fault);
  expect(importRows(reading.table, { warrantyEnd: 0 }, Device)).toEqual([
    { line: 2, problems: [{ line: 2, sentence: 'Enter a name.' }] },
  ]);
});
