import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping, type ImportField, mappingFaults } from './mapping.ts';

const FIELDS: ImportField[] = [
  { name: 'name', title: 'Name', synonyms: ['device', 'device name', 'hostname'], required: true },
  { name: 'serialNumber', title: 'Serial number', synonyms: ['serial', 'service tag', 'S/N'] },
  { name: 'warrantyEnd', title: 'Warranty end', synonyms: ['warranty expires', 'warranty expiry date', 'numéro'] },
  { name: 'site', title: 'Site', synonyms: ['location', 'office'] },
];
const columns = (...names: string[]) => names.map((name, index) => ({ index, name }));

describe('the guess', () => {
  it.each([
    [['SERIAL_NUMBER'], { serialNumber: 0 }],
    [['serialNumber', 'Host-Name'], { serialNumber: 0, name: 1 }],
    [['s/n'], { serialNumber: 0 }],
    [['NUMERO'], { warrantyEnd: 0 }],
    [['Warranty End Date', 'Device Name'], { warrantyEnd: 0, name: 1 }],
    [['Location', 'Site'], { site: 1 }],
    [['Colour', 'User name'], {}],
    [['Warranty expiry'], {}],
    [['The Warranty Expires'], { warrantyEnd: 0 }],
    [['Serial number of the docking station'], {}],
    [['Device', 'Name'], { name: 1 }],
    [['', '!?'], {}],
  ])('%j', (headers, expected) => {
    expect(guessMapping(columns(...headers), FIELDS)).toEqual(expected);
  });

  it('takes no column twice, and only such as are there', () => {
    const header = fc.constantFrom('Name', 'Device', 'Serial', 'Serial number', 'Office', 'Warranty', 'Site', 'x');
    fc.assert(
      fc.property(fc.array(header, { maxLength: 8 }), (headers) => {
        const given = columns(...headers);
        const mapping = guessMapping(given, FIELDS);
        expect(mappingFaults({ name: 99, ...mapping }, [...given, { index: 99, name: 'Z' }], FIELDS)).toEqual([]);
      }),
    );
  });
});

describe('a mapping', () => {
  it('says what it lacks, has twice, or does not know', () => {
    const given = columns('A', 'B');
    expect(mappingFaults({ name: 0 }, given, FIELDS)).toEqual([]);
    expect(mappingFaults({ site: 1 }, given, FIELDS)).toEqual(['Choose the column for Name.']);
    expect(mappingFaults({ name: 0, site: 0, serialNumber: 7 }, given, FIELDS)).toEqual([
      '"A" is chosen for Name and Site. Choose one.',
      'The column chosen for Serial number is not in the file.',
    ]);
    expect(mappingFaults({ name: 0, colour: 1 }, given, FIELDS)).toEqual(['There is no field "colour" to fill.']);
  });
});
