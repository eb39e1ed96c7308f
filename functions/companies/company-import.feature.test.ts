import { beforeAll, expect, it } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import { MOST_COMPANIES_WRITTEN } from '../../shared/companies/company-import.ts';
import type { AuditRow } from '../../shared/platform/audit.ts';
import { ask, easyMsp, type Member, newStaff, type Owner, ok } from '../identity/testing/members.ts';
import { named as clientsNamed, filesOf, newClient } from './testing/files.ts';

let owner: Owner;
let cedar: Company;
let limited: Member;
let files: ReturnType<typeof filesOf>;

beforeAll(async () => {
  owner = await easyMsp();
  files = filesOf('company-import', owner);
  cedar = await newClient(owner, { name: 'Cedar Ridge', website: 'https://www.cedar.example', seats: 31 });
  await newClient(owner, { name: 'Oakline', website: 'https://shared.example' });
  await newClient(owner, { name: 'Harbor', website: 'https://shared.example' });
  limited = await newStaff(owner, 'manager', [cedar.companyId]);
});

const named = (q: string) => clientsNamed(owner, q);

it('is told line by line what it would do: by name, else by the domain of the website', async () => {
  const gone = await newClient(owner, { name: 'Gone Ltd', seats: 3 });
  ok(await ask(owner, 'POST', `/companies/${gone.companyId}/archive`, { v: 1 }));
  expect(
    await files.check([
      { name: 'cedar  RIDGE', seats: 40, industry: 'Healthcare' },
      { name: 'Cedar Ridge Dental', website: 'http://cedar.example/about' },
      { name: 'Somebody', website: 'https://shared.example' },
      { name: 'Oakline', seats: 0 },
      { name: 'Brand new', status: 'onboarding' },
      { name: 'Also new', status: 'archived' },
      { name: 'Gone Ltd', seats: 4 },
      { name: 'Gone Ltd', seats: 3, status: 'archived' },
    ]),
  ).toMatchObject([
    {
      outcome: 'changed',
      id: cedar.companyId,
      v: 1,
      changes: [
        { field: 'name', from: 'Cedar Ridge', to: 'cedar  RIDGE' },
        { field: 'industry', from: null, to: 'Healthcare' },
        { field: 'seats', from: 31, to: 40 },
      ],
    },
    { outcome: 'changed', id: cedar.companyId, changes: [{ field: 'name' }, { field: 'website' }] },
    { outcome: 'refused', field: 'website', sentence: expect.stringContaining('Use the name') },
    { outcome: 'same' },
    { outcome: 'new' },
    { outcome: 'refused', field: 'status', sentence: expect.stringContaining('Archive it on its page') },
    { outcome: 'refused', field: 'name', sentence: expect.stringContaining('Restore it first') },
    { outcome: 'same' },
  ]);
  expect(await named('cedar')).toMatchObject([{ name: 'Cedar Ridge', v: 1 }]);
});

it('goes on where it broke off, doubles nothing, and leaves alone what it does not say', async () => {
  ok(await ask(owner, 'PATCH', '/msp', { v: 1, currency: 'EUR', timeZone: 'Europe/Berlin' }));
  const rows = [
    { name: 'Cedar Ridge', agreement: 'All-in' },
    { name: 'Tigard', seats: 5 },
    { name: 'Bright', currency: 'USD', timeZone: 'America/Denver' },
  ];
  // The first piece is written, then the tab is closed.
  expect(await files.bring(rows.slice(0, 2))).toEqual({ created: 1, changed: 1 });
  expect(await files.bring(rows)).toEqual({ created: 1, changed: 0 });
  expect((await files.check(rows)).map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
  expect(await named('cedar')).toMatchObject([{ agreement: 'All-in', seats: 31, v: 2, source: 'manual' }]);
  expect(await named('tigard')).toMatchObject([
    { seats: 5, source: 'import', currency: 'EUR', timeZone: 'Europe/Berlin', status: 'active' },
  ]);
  expect(await named('bright')).toMatchObject([{ currency: 'USD', timeZone: 'America/Denver' }]);
});

it('is written all or none, in pieces', async () => {
  const taken = await files.write([{ facts: { name: 'Written first' } }, { facts: { name: 'OAKLINE' } }]);
  expect([taken.status, taken.body.code]).toEqual([409, 'company-name.taken']);
  expect(await named('written first')).toEqual([]);
  const stale = await files.write([{ facts: { name: 'Cedar' }, over: { id: cedar.companyId, v: 9 } }]);
  expect([stale.status, stale.body.code]).toEqual([409, 'company.changed']);
  const twice = await files.write([{ facts: { name: 'Twin' } }, { facts: { name: 'TWIN' } }]);
  expect(twice.body.code).toBe('company.twice');
  const archived = await files.write([{ facts: { name: 'Old', status: 'archived' } }]);
  expect(archived.body.code).toBe('company.not-archived');
  const rows = Array.from({ length: MOST_COMPANIES_WRITTEN }, (_, at) => ({ facts: { name: `Many ${at}` } }));
  expect((await files.write([...rows, { facts: { name: 'One more' } }])).body.errors?.[0]?.path).toBe('rows');
  expect(ok(await files.write(rows))).toEqual({ created: MOST_COMPANIES_WRITTEN, changed: 0 });
  const many = await Promise.all(rows.map(({ facts: { name } }) => named(name)));
  const over = many.map(([one], at) => ({ facts: { name: `Renamed ${at}` }, over: { id: one?.companyId, v: 1 } }));
  expect(ok(await files.write(over))).toEqual({ created: 0, changed: MOST_COMPANIES_WRITTEN });
});

it('leaves its trail at every client that it changed', async () => {
  const today = new Date().toISOString().slice(0, 10);
  ok(await files.write([{ facts: { name: 'Trail one' } }, { facts: { name: 'Trail two' } }]));
  const [{ companyId } = { companyId: '' }] = await named('Trail one');
  ok(await files.write([{ facts: { name: 'Trail end' }, over: { id: companyId, v: 1 } }]));
  const trail = `/audit?from=${today}&to=${today}&companyId=${companyId}`;
  const { items } = ok(await ask<{ items: AuditRow[] }>(owner, 'GET', trail));
  expect(items.map(({ operation, changes }) => [operation, changes])).toEqual([
    [
      'companies.importRows',
      [{ entity: 'company', id: companyId, companyId, action: 'changed', fields: ['name', 'nameKey'] }],
    ],
    ['companies.importRows', [{ entity: 'company', id: companyId, companyId, action: 'created' }]],
  ]);
});

it('shows staff nothing of clients that they do not see, and changes none', async () => {
  const [oakline] = await named('oakline');
  expect(
    await files.check(
      [
        { name: 'Oakline', seats: 9 },
        { name: 'Elsewhere', website: 'https://shared.example' },
      ],
      limited,
    ),
  ).toEqual([
    { outcome: 'refused', field: 'name', sentence: expect.stringContaining('that you do not see') },
    { outcome: 'new' },
  ]);
  const over = [{ facts: { name: 'Oakline', seats: 9 }, over: { id: oakline?.companyId, v: 1 } }];
  expect((await files.write(over, limited)).status).toBe(404);
});

it('is for those who may write clients, of their own MSP', async () => {
  const [viewer, stranger] = [await newStaff(owner, 'viewer'), await easyMsp()];
  const rows = [{ name: 'Cedar Ridge' }];
  expect((await ask(viewer, 'POST', '/company-import/check', { rows })).status).toBe(403);
  expect((await files.write([{ facts: rows[0] }], viewer)).status).toBe(403);
  const none = await ask(owner, 'POST', '/company-import/check', { rows: [] });
  expect(none.body.errors?.[0]?.message).toBe('Send at least one line.');
  expect(await files.check(rows, stranger)).toEqual([{ outcome: 'new' }]);
  const over = [{ facts: { name: 'Mine' }, over: { id: cedar.companyId, v: 1 } }];
  expect((await files.write(over, stranger)).status).toBe(404);
});
