import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf, stored } from './stored-row.ts';
import { Clash, Visit } from './testing/visit.entity.ts';

type Item = Record<string, unknown>;
const written = (record: object) =>
  (Visit.put(record as never).params({ table: 'app' }) as unknown as { Item: Item }).Item;

const id = fc.string({ unit: fc.constantFrom(...'0123456789abcdefghjkmnpqrstvwxyz'), minLength: 26, maxLength: 26 });
const instant = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') })
  .map((d) => d.toISOString());
/** Words with everything that confuses a key: separators, line ends, signs of regular expressions. */
const word = fc.string({ unit: fc.constantFrom(...'ab#\n$.*{}()| ü'), maxLength: 12 });
const visit = fc.record(
  {
    mspId: id,
    companyId: id,
    visitId: id,
    rank: fc.integer({ min: 0, max: 99 }),
    status: fc.constantFrom('open', 'over'),
    nameKey: word,
    assigneeId: fc.oneof(id, fc.constant('nobody')),
    note: word,
    v: fc.integer({ min: 1 }),
    createdAt: instant,
    createdBy: id,
    updatedAt: instant,
    updatedBy: id,
    source: fc.constantFrom('manual', 'sync'),
  },
  {
    requiredKeys: [
      'mspId',
      'companyId',
      'visitId',
      'rank',
      'status',
      'nameKey',
      'assigneeId',
      'v',
      'createdAt',
      'createdBy',
      'updatedAt',
      'updatedBy',
      'source',
    ],
  },
);

const MSP = '01hzzzzzzzzzzzzzzzzzzzzzz0';
const fresh = {
  mspId: MSP,
  companyId: '01hzzzzzzzzzzzzzzzzzzzzzz1',
  visitId: '01hzzzzzzzzzzzzzzzzzzzzzz2',
  rank: 2,
  status: 'open',
  nameKey: 'front desk',
  assigneeId: 'nobody',
  v: 1,
  createdAt: '2026-03-02T09:00:00.000Z',
  createdBy: 'system',
  updatedAt: '2026-03-02T09:00:00.000Z',
  updatedBy: 'system',
  source: 'manual',
};

describe('a row of the table', () => {
  it('gives back every record as it was written, whatever its fields hold', () => {
    fc.assert(
      fc.property(visit, (record) => {
        expect(recordOf(Visit, stored(Visit, written(record)))).toEqual(record);
      }),
    );
  });

  it('keeps its keys, so that indexes stay as they are', () => {
    fc.assert(
      fc.property(visit, (record) => {
        const item = written(record);
        for (const key of ['pk', 'sk', 'gsi1pk', 'gsi1sk', 'gsi3pk', 'gsi3sk'])
          expect(stored(Visit, item)[key]).toBe(item[key]);
      }),
    );
  });

  it('leaves out what its keys say, and who changed it while nobody did', () => {
    const row = stored(Visit, written(fresh));
    expect(Object.keys(row).sort()).toEqual(
      ['assigneeId', 'ca', 'cb', 'e', 'gsi1pk', 'gsi1sk', 'pk', 'sk', 'src', 'v'].sort(),
    );
  });

  it('keeps what a key does not say for sure', () => {
    const row = stored(Visit, written({ ...fresh, nameKey: 'a#b', rank: 7 }));
    expect(row).toMatchObject({ nameKey: 'a#b' });
    expect(recordOf(Visit, row)).toMatchObject({ nameKey: 'a#b', rank: 7, visitId: fresh.visitId });
  });

  it('is read as ElectroDB itself reads what it writes', () => {
    fc.assert(
      fc.property(visit, (record) => {
        const { data } = Visit.parse({ Item: written(record) } as never);
        expect(recordOf(Visit, stored(Visit, written(record)))).toEqual(data);
      }),
    );
  });

  it('of another entity is none', () => {
    expect(recordOf(Visit, { ...stored(Visit, written(fresh)), e: 'meeting@1' })).toBeUndefined();
  });

  it('cannot have an attribute by one of the short names', () => {
    expect(() => stored(Clash, {})).toThrow('"src" of clash would lie in the table as "src", which is taken.');
  });
});
