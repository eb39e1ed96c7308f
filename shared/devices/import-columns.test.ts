import { expect, test } from 'vitest';
import { importRows } from '../csv/import-rows.ts';
import { guessMapping } from '../csv/mapping.ts';
import { readCsv } from '../csv/read.ts';
import { DEVICE_FIELDS, deviceCells, typeNamed } from './import-columns.ts';

function imported(text: string) {
  const reading = readCsv(text);
  if ('fault' in reading) throw new Error(reading.fault);
  const mapping = guessMapping(reading.table.columns, DEVICE_FIELDS);
  return importRows(reading.table, mapping, deviceCells('month-first', 'USD'));
}

test('a list of an RMM becomes devices without anybody naming a column', () => {
  const text = [
    'Device Name,Make,Model,Service Tag,Device Type,Purchase Date,Warranty Expiration,Purchase Price,Last User',
    'CRD-WS-01,Dell Inc.,OptiPlex 3060,8XK2,Desktop,3/15/2019,3/14/2022,"$1,049.00",CRD\\ana',
  ].join('\r\n');
  expect(imported(text)).toEqual([
    {
      line: 2,
      record: {
        name: 'CRD-WS-01',
        manufacturer: 'Dell Inc.',
        model: 'OptiPlex 3060',
        serial: '8XK2',
        type: 'workstation',
        purchased: '2019-03-15',
        warrantyEnd: '2022-03-14',
        costMinor: 104_900,
        user: 'CRD\\ana',
      },
    },
  ]);
});

test('a cell that cannot be read is told with its column and what would do', () => {
  expect(imported('Hostname,Type,Bought\nPC-1,spaceship,yesterday')).toEqual([
    {
      line: 2,
      problems: [
        { line: 2, column: 'Type', sentence: 'Use a kind of device such as laptop, server, firewall or printer.' },
        { line: 2, column: 'Bought', sentence: expect.stringContaining('2027-03-31') },
      ],
    },
  ]);
});

test('a warranty that ends before it starts keeps its line, and no other, from being imported', () => {
  expect(imported('Name,Warranty start,Warranty end\nA,2026-02-01,2026-01-01\nB,2026-02-01,')).toMatchObject([
    { problems: [{ column: 'Warranty end', sentence: 'The warranty cannot end before it starts.' }] },
    { record: { name: 'B' } },
  ]);
});

test.each([
  ['Access Point', 'access-point'],
  ['VIRTUAL MACHINE', 'virtual-machine'],
  ['Notebook', 'laptop'],
  ['toaster', undefined],
])('"%s" is %s', (word, type) => {
  expect(typeNamed(word)).toBe(type);
});
