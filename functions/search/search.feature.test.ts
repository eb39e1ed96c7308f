import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_HITS, MOST_OF_TYPE, type SearchType } from '../../shared/search/search.ts';
import { idle, logs } from '../_kit/testing/world.ts';
import { bringDevices } from '../devices/testing/many.ts';
import { observe, weakControl } from '../findings/testing/raised.ts';
import {
  ask,
  easyMsp,
  type Member,
  makeKey,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';
import { found, search } from './testing/searching.ts';

let owner: Owner;
let cedar: string;
let harbor: string;

/** A record of every type that is made through the API, by what it is called. */
const MADE: readonly [SearchType, path: string, body: object, words: string[]][] = [
  ['contact', 'contacts', { name: 'Zoë Quimby', email: 'z.quimby@cedar.example' }, ['zoe', 'QUIMBY', 'z.quimby@cedar']],
  [
    'device',
    'devices',
    { name: 'LT-Quokka-7', type: 'laptop', serial: '5CG-99XY', user: 'Ulla Ude' },
    ['quokka', 'lt', '5cg99xy', '5CG-99', 'ulla'],
  ],
  ['goal', 'goals', { title: 'Quiet quarter closing', category: 'security' }, ['quiet', 'closing quarter']],
  [
    'planner-item',
    'planner-items',
    { title: 'Quench the server room', lane: 'infrastructure' },
    ['quench', 'room serv'],
  ],
  ['budget', 'budgets', { title: 'Quota 2031', fiscalYear: 2031 }, ['quota', '2031']],
  [
    'meeting',
    'meetings',
    { title: 'Quadrennial review', startsAt: '2031-03-04T16:00:00.000Z' },
    ['quadrennial', 'review quad', 'quad 2031'],
  ],
  ['report', 'reports', { title: 'Quarterly letter' }, ['quarterly', 'letter']],
];

beforeAll(async () => {
  owner = await easyMsp();
  cedar = await newCompany(owner, 'Quercus & Söhne');
  harbor = await newCompany(owner, 'Harbor Quay');
  for (const [, path, body] of MADE) ok(await ask(owner, 'POST', `/companies/${cedar}/${path}`, body));
  await observe(owner.mspId, cedar, [weakControl('a', { title: 'Quash legacy sign-in' })]);
  await observe(owner.mspId, harbor, [weakControl('b', { title: 'Quash weak passwords' })]);
  await idle();
});

describe('everything can be found', () => {
  it.each(MADE)('a %s by each of its words', async (type, _, body, words) => {
    const label = 'title' in body ? body.title : (body as { name: string }).name;
    for (const word of words) expect(await found(owner, word, type), word).toEqual([label]);
  });

  it('a client and a finding too, and what is there tells its client and what it is known by', async () => {
    expect(await found(owner, 'quercus', 'client')).toEqual(['Quercus & Söhne']);
    expect(await found(owner, 'SOHNE')).toEqual(['Quercus & Söhne']);
    expect(await found(owner, 'quash legacy', 'finding')).toEqual(['Quash legacy sign-in']);
    const [device] = (await search(owner, '5cg99')).items;
    expect(device).toEqual({
      type: 'device',
      id: expect.any(String),
      companyId: cedar,
      label: 'LT-Quokka-7',
      hint: '5CG-99XY',
    });
    expect((await search(owner, 'quadrennial')).items).toMatchObject([{ type: 'meeting', hint: '2031-03-04' }]);
  });

  it('all words must be there, and what is nowhere is not found', async () => {
    expect((await found(owner, 'quash')).sort()).toEqual(['Quash legacy sign-in', 'Quash weak passwords']);
    expect(await found(owner, 'quash password')).toEqual(['Quash weak passwords']);
    expect(await search(owner, 'quash quokka')).toEqual({ items: [], more: false });
    expect(await search(owner, '##')).toEqual({ items: [], more: false });
  });

  it('one character is too little, and so is nothing', async () => {
    for (const q of ['', 'q', '%20q%20']) {
      const { status, body } = await ask(owner, 'GET', `/search?q=${q}`);
      expect([status, body.errors?.[0]?.message]).toEqual([400, 'Type at least two characters.']);
    }
  });
});

describe('what is shown of much', () => {
  it('is five of a type and twenty in all, says that there is more, and costs two read units', async () => {
    const many = await newCompany(owner, 'Xanadu Logistics');
    const devices = Array.from({ length: 60 }, (_, i) => ({ name: `XAN-${i + 100}`, serial: `XS${i + 1_000}` }));
    await bringDevices(owner, many, devices);
    for (let i = 0; i < 12; i += 1)
      ok(await ask(owner, 'POST', `/companies/${many}/planner-items`, { title: `Xanadu step ${i}`, lane: 'advisory' }));
    await idle();
    const broad = await search(owner, 'xan');
    expect(broad.items[0]).toMatchObject({ type: 'client', label: 'Xanadu Logistics' });
    expect(broad.items.filter(({ type }) => type === 'device')).toHaveLength(MOST_OF_TYPE);
    expect(broad.items.length).toBeLessThanOrEqual(MOST_HITS);
    expect(broad.more).toBe(true);
    expect((await search(owner, 'xan', 2)).items).toHaveLength(2);
    expect((await search(owner, 'xa')).items).toHaveLength(1 + MOST_OF_TYPE);
    expect(await search(owner, 'xs1042')).toMatchObject({ items: [{ label: 'XAN-142' }], more: false });
    expect(await found(owner, 'xanadu', 'client')).toEqual(['Xanadu Logistics']);
    const costs = (await logs()).filter(({ operation, mspId }) => operation === 'search.find' && mspId === owner.mspId);
    expect(costs.length).toBeGreaterThan(20);
    // The session is one read unit and one round trip more.
    for (const { units } of costs.slice(-5)) {
      expect(units?.read).toBeLessThanOrEqual(1 + 2);
      expect(units?.depth).toBeLessThanOrEqual(2);
    }
  });
});

describe('among more devices of one first word than a search reads', () => {
  let crowded: Owner;
  let last: string;

  beforeAll(async () => {
    crowded = await easyMsp();
    const first = await newCompany(crowded, 'Windows Defaults');
    last = await newCompany(crowded, 'Holly Farm');
    const named = (name: string) => ({ name });
    const names = Array.from({ length: 192 }, (_, i) => `DESKTOP-${(i * 7_919_777 + 99_999).toString(36)}`);
    await bringDevices(crowded, first, names.map(named));
    await idle();
    // The youngest stand behind all others under the word that they share.
    await bringDevices(crowded, last, ['DESKTOP-4F7K2Q1', 'HFL-DESKTOP-012', 'HFL-DESKTOP-07'].map(named));
    await idle();
  });

  /** What the last search took beside its session, which is a read unit. */
  const lastCost = async () => {
    const told = (await logs()).filter(
      ({ operation, mspId }) => operation === 'search.find' && mspId === crowded.mspId,
    );
    return (told.at(-1)?.units?.read ?? Number.NaN) - 1;
  };

  it.each([
    ['DESKTOP-4F7K2Q1', 'DESKTOP-4F7K2Q1'],
    ['4f7k2q1', 'DESKTOP-4F7K2Q1'],
    ['desktop-4f7', 'DESKTOP-4F7K2Q1'],
    ['4F7K desktop', 'DESKTOP-4F7K2Q1'],
    ['HFL-DESKTOP-012', 'HFL-DESKTOP-012'],
    ['hfl-desktop-01', 'HFL-DESKTOP-012'],
    ['DESKTOP-012', 'HFL-DESKTOP-012'],
    ['desktop 07', 'HFL-DESKTOP-07'],
  ])(
    '%s finds the one, for three read units at most: half a unit for each of its words among clients',
    async (query, name) => {
      const { items, more } = await search(crowded, query);
      expect([items.map(({ label }) => label), more]).toEqual([[name], false]);
      expect(await lastCost()).toBeLessThanOrEqual(3);
    },
  );

  it('the word alone finds five and says that there is more, by one look', async () => {
    const { items, more } = await search(crowded, 'desktop');
    expect([items.length, more]).toEqual([MOST_OF_TYPE, true]);
    expect(await lastCost()).toBeLessThanOrEqual(1.5);
  });

  it('who sees one client finds its devices by the word that all of them share', async () => {
    const limited = await newStaff(crowded, 'viewer', [last]);
    expect((await found(limited, 'desktop')).sort()).toEqual(['DESKTOP-4F7K2Q1', 'HFL-DESKTOP-012', 'HFL-DESKTOP-07']);
  });
});

describe('who searches finds', () => {
  it('of named clients only theirs', async () => {
    const limited = await newStaff(owner, 'viewer', [harbor]);
    expect(await found(limited, 'quash')).toEqual(['Quash weak passwords']);
    expect(await found(limited, 'quercus')).toEqual([]);
    expect(await found(limited, '5cg99xy')).toEqual([]);
    expect(await found(limited, 'xan')).toEqual([]);
    expect(await found(limited, 'harbor')).toEqual(['Harbor Quay']);
  });

  it('only what their role may read', async () => {
    const technician = await newStaff(owner, 'technician');
    expect(await found(technician, 'quota')).toEqual([]);
    expect(await found(technician, 'quench')).toEqual(['Quench the server room']);
  });

  it('nothing of another MSP', async () => {
    const stranger = await easyMsp();
    for (const word of ['quercus', '5cg99xy', 'z.quimby@cedar.example', 'quash', 'quota'])
      expect(await search(stranger, word)).toEqual({ items: [], more: false });
  });

  it('nothing at all as a client user or by an API key', async () => {
    const client: Member = await newClientUser(owner, cedar, 'admin');
    expect((await ask(client, 'GET', '/search?q=quercus')).status).toBe(403);
    expect((await makeKey(owner, { scopes: ['search:read'] as never })).status).toBe(400);
  });
});
