import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INDEXED_FIELDS } from '../../infra/names.ts';
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
    day: fc.oneof(
      instant.map((at) => at.slice(0, 10)),
      word,
    ),
    mood: fc.oneof(fc.constantFrom('calm', ''), word),
    marks: fc.dictionary(word, word, { maxKeys: 2, noNullPrototype: true }),
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
      'mood',
      'marks',
      'v',
      'createdAt',
      'createdBy',
      'updatedAt',
      'updatedBy',
      'source',
    ],
  },
);

/** What an index holds of a row; undefined when it does not stand there. */
function inIndex(row: Item, index: string): Item | undefined {
  if (row[`${index}pk`] === undefined) return undefined;
  const held = ['pk', 'sk', `${index}pk`, `${index}sk`, ...INDEXED_FIELDS];
  return Object.fromEntries(Object.entries(row).filter(([field]) => held.includes(field)));
}
const DETAIL = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'source', 'nameKey', 'note', 'marks']);

const MSP = '01hzzzzzzzzzzzzzzzzzzzzzz0';
const fresh = {
  mspId: MSP,
  companyId: '01hzzzzzzzzzzzzzzzzzzzzzz1',
  visitId: '01hzzzzzzzzzzzzzzzzzzzzzz2',
  rank: 2,
  status: 'open',
  nameKey: 'front desk',
  assigneeId: 'nobody',
  mood: 'calm',
  marks: {},
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

  it('gives back all but its detail from each index that it stands in', () => {
    fc.assert(
      fc.property(visit, (record) => {
        const row = stored(Visit, written(record));
        const listed = Object.fromEntries(Object.entries(record).filter(([name]) => !DETAIL.has(name)));
        for (const index of ['gsi1', 'gsi3']) {
          const found = inIndex(row, index);
          if (found) expect(recordOf(Visit, found)).toMatchObject(listed);
        }
      }),
    );
  });

  it('cannot be written back by who knows it from an index only', () => {
    const known = recordOf(Visit, inIndex(stored(Visit, written(fresh)), 'gsi1') ?? {}) ?? {};
    expect(Object.keys(known)).not.toContain('marks');
    expect(() => written(known)).toThrow('path: "createdAt". Value is required');
  });

  it('leaves out what its keys say, and who changed it while nobody did', () => {
    const { d, x, ...row } = stored(Visit, written(fresh));
    expect(Object.keys(row).sort()).toEqual(['e', 'gsi1pk', 'gsi1sk', 'pk', 'sk', 'v']);
    expect(d).toEqual({ assigneeId: 'nobody' });
    expect(x).toEqual({ ca: Date.parse(fresh.createdAt), cb: 'system', src: 'manual' });
  });

  it('keeps for its lists what only another of their keys says', () => {
    expect(stored(Visit, written({ ...fresh, assigneeId: 'ada' })).d).toEqual({
      assigneeId: 'ada',
      rank: 2,
      status: 'open',
    });
  });

  it('leaves out defaults, which each record gets anew, and writes times as numbers', () => {
    const usual = stored(Visit, written({ ...fresh, day: '2026-03-02' }));
    expect(usual).toMatchObject({ x: { ca: Date.parse(fresh.createdAt) }, d: { day: 20_260_302 } });
    const [one, other] = [recordOf(Visit, usual), recordOf(Visit, usual)];
    expect(one).toMatchObject({ mood: 'calm', marks: {}, day: '2026-03-02', createdAt: fresh.createdAt });
    expect(one?.marks).not.toBe(other?.marks);
    expect(stored(Visit, written({ ...fresh, mood: '', marks: { a: 'b' } }))).toMatchObject({
      d: { mood: '' },
      x: { marks: { a: 'b' } },
    });
  });

  it('keeps what a key does not say for sure', () => {
    const row = stored(Visit, written({ ...fresh, nameKey: 'a#b', rank: 7 }));
    expect(row).toMatchObject({ x: { nameKey: 'a#b' } });
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
