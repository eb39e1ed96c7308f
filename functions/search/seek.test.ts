import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asked, hasAll, lookUps } from '../../shared/search/asked.ts';
import { tokensOf } from '../../shared/search/tokens.ts';
import { seek } from './seek.ts';

interface Row {
  token: string;
  label: string;
  companyId: string;
}

/** The rows of devices of clients, in the order of the index. */
const indexOf = (names: readonly (readonly [label: string, companyId?: string])[]): Row[] =>
  names
    .flatMap(([label, companyId = 'some client']) => tokensOf({ label }).map((token) => ({ token, label, companyId })))
    .sort((a, b) => (a.token < b.token ? -1 : Number(a.token > b.token)));

/** Seeks in an index, and counts the looks and the rows that it takes. */
async function sought(index: readonly Row[], q: string, { client = '', enough = 5 } = {}) {
  const query = asked(q);
  const cost = { looks: 0, read: 0 };
  const { rows, rest } = await seek<Row>(lookUps(query), {
    read: async (word, limit, cursor = '0') => {
      const all = index.filter(({ token }) => token.startsWith(word));
      const items = all.slice(Number(cursor), Number(cursor) + limit);
      cost.looks += 1;
      cost.read += items.length;
      const next = Number(cursor) + items.length;
      return next < all.length ? { items, cursor: String(next) } : { items };
    },
    isMeant: (row) => hasAll(row, query) && (client === '' || row.companyId === client),
    nameOf: ({ label }) => label,
    enough,
  });
  return { labels: rows.map(({ label }) => label), rest, ...cost };
}

/** Names of Windows' own making. */
const many = Array.from({ length: 400 }, (_, i) => [`DESKTOP-${(i * 7_919_777 + 99_999).toString(36)}Z`] as const);
const numbered = (client: string, count: number) =>
  Array.from({ length: count }, (_, i) => [`${client}-DESKTOP-${String(i + 1).padStart(3, '0')}`, client] as const);

describe('among hundreds that are named alike', () => {
  const index = indexOf([
    ...many,
    ['DESKTOP-4F7K2Q1'],
    ...['ABC', 'CRD', 'HFL', 'XYZ'].flatMap((client) => numbered(client, 60)),
  ]);

  it.each(['DESKTOP-4F7K2Q1', 'desktop-4f7k', '4f7k2', '4f7k2q1 desktop'])('%s finds the one', async (query) => {
    const { labels, rest, looks, read } = await sought(index, query);
    expect([labels, rest]).toEqual([['DESKTOP-4F7K2Q1'], false]);
    expect(looks).toBeLessThanOrEqual(3);
    expect(read).toBeLessThanOrEqual(35);
  });

  it.each([
    ['HFL-DESKTOP-012', 'HFL-DESKTOP-012'],
    ['hfl-desktop-01', 'HFL-DESKTOP-010'],
    ['hfl-desktop-0', 'HFL-DESKTOP-001'],
    ['HFL DESKTOP 012', 'HFL-DESKTOP-012'],
    ['hfl 012', 'HFL-DESKTOP-012'],
  ])('%s finds %s first', async (query, first) => {
    expect((await sought(index, query)).labels[0]).toBe(first);
  });

  it('the end of a name finds all that end so, to the last', async () => {
    const { labels, rest } = await sought(index, 'DESKTOP-012');
    expect(labels.sort()).toEqual(['ABC', 'CRD', 'HFL', 'XYZ'].map((client) => `${client}-DESKTOP-012`));
    expect(rest).toBe(false);
  });

  it('one word is looked up once, and tells that there is more', async () => {
    expect(await sought(index, 'desktop')).toMatchObject({ rest: true, looks: 1, read: 30 });
  });

  it('who sees one client finds its devices behind hundreds of others, and as much is read as is said, no more', async () => {
    const fleets = ['ABC', 'CRD', 'HFL', 'XYZ'].flatMap((client) => numbered(client, 60));
    const own = await sought(indexOf([...many, ...fleets]), 'desktop', { client: 'XYZ' });
    expect(own.labels.length).toBeGreaterThan(0);
    const none = await sought(
      indexOf([...many, ...many.map(([label]) => [`${label}B`] as const), ...fleets]),
      'desktop',
      {
        client: 'not there',
      },
    );
    expect(none).toMatchObject({ labels: [], rest: true, read: 600 });
    expect(none.looks).toBeLessThanOrEqual(4);
  });
});

describe('whatever there is', () => {
  const word = fc.constantFrom('desktop', 'hfl', 'lt', 'a', '1', '07', '012', '4f7');
  const label = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
  const query = fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.constantFrom('-', ' '));

  it('what is found is meant, and nothing is left out that is not said to be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(label, { maxLength: 120 }),
        query,
        fc.integer({ min: 1, max: 5 }),
        async (labels, [words, sign], enough) => {
          const q = words.join(sign);
          const meant = labels.filter((one) => asked(q).length > 0 && hasAll({ label: one }, asked(q)));
          const { labels: found, rest } = await sought(indexOf(labels.map((one) => [one])), q, { enough });
          expect(meant).toEqual(expect.arrayContaining(found));
          if (!rest) expect(found.toSorted()).toEqual(meant.toSorted());
          else expect(found.length).toBeGreaterThanOrEqual(enough);
        },
      ),
    );
  });
});

describe('records of more words than they have rows', () => {
  const crowd = Array.from(
    { length: 45 },
    (_, i) => [`Windows 10 gets no security updates any more: site ${i}`] as const,
  );
  const server = 'Windows Server 2012 R2 is out of support on 3 servers at Denver';
  const lease = 'Replace the old backup appliance before the lease of DC-01 ends';
  const index = indexOf([...crowd, [server], [lease]]);

  it.each([
    ['windows denver', server],
    ['windows servers', server],
    ['dc-01 backup', lease],
  ])('%s finds %s', async (query, label) => {
    expect((await sought(index, query)).labels).toEqual([label]);
  });
});
