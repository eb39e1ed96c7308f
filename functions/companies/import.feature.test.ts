import { beforeAll, describe, expect, it } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import { MOST_COMPANIES_WRITTEN } from '../../shared/companies/company-import.ts';
import { type Contact, MOST_CONTACTS } from '../../shared/companies/contact.ts';
import { MOST_CONTACTS_WRITTEN } from '../../shared/companies/contact-import.ts';
import type { Imported, ImportVerdict } from '../../shared/csv/importing.ts';
import { pieces } from '../../shared/kernel/pieces.ts';
import type { AuditRow } from '../../shared/platform/audit.ts';
import { ask, easyMsp, type Member, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let cedar: Company;
let limited: Member;

beforeAll(async () => {
  owner = await easyMsp();
  cedar = await client({ name: 'Cedar Ridge', website: 'https://www.cedar.example', seats: 31 });
  await client({ name: 'Oakline', website: 'https://shared.example' });
  await client({ name: 'Harbor', website: 'https://shared.example' });
  limited = await newStaff(owner, 'manager', [cedar.companyId]);
});

const client = async (facts: object) =>
  ok(await ask<Company>(owner, 'POST', '/companies', { timeZone: 'America/Denver', ...facts }));
const check = async (path: string, rows: object[], who: Member = owner) =>
  ok(await ask<{ rows: ImportVerdict[] }>(who, 'POST', `/${path}/check`, { rows })).rows;
const write = (path: string, rows: object[], who: Member = owner) => ask<Imported>(who, 'POST', `/${path}`, { rows });
const named = async (q: string) =>
  ok(await ask<{ items: Company[] }>(owner, 'GET', `/companies?q=${encodeURIComponent(q)}`)).items;
/** Writes what a check of the same rows says, as a page does. */
async function brought(path: string, rows: object[]): Promise<Imported> {
  const verdicts = await check(path, rows);
  const ready = rows.flatMap((facts, at) => {
    const verdict = verdicts[at];
    if (verdict?.outcome === 'new') return [{ facts }];
    return verdict?.outcome === 'changed' ? [{ facts, over: { id: verdict.id, v: verdict.v } }] : [];
  });
  return ready.length > 0 ? ok(await write(path, ready)) : { created: 0, changed: 0 };
}

describe('a file of clients', () => {
  const COMPANIES = 'company-import';

  it('is told line by line what it would do: by name, else by the domain of the website', async () => {
    const gone = await client({ name: 'Gone Ltd', seats: 3 });
    ok(await ask(owner, 'POST', `/companies/${gone.companyId}/archive`, { v: 1 }));
    expect(
      await check(COMPANIES, [
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
    ok(await ask(owner, 'PATCH', '/msp', { v: 2, currency: 'EUR', timeZone: 'Europe/Berlin' }));
    const rows = [
      { name: 'Cedar Ridge', agreement: 'All-in' },
      { name: 'Tigard', seats: 5 },
      { name: 'Bright', currency: 'USD', timeZone: 'America/Denver' },
    ];
    // The first piece is written, then the tab is closed.
    expect(await brought(COMPANIES, rows.slice(0, 2))).toEqual({ created: 1, changed: 1 });
    expect(await brought(COMPANIES, rows)).toEqual({ created: 1, changed: 0 });
    expect((await check(COMPANIES, rows)).map(({ outcome }) => outcome)).toEqual(['same', 'same', 'same']);
    expect(await named('cedar')).toMatchObject([{ agreement: 'All-in', seats: 31, v: 2, source: 'manual' }]);
    expect(await named('tigard')).toMatchObject([
      { seats: 5, source: 'import', currency: 'EUR', timeZone: 'Europe/Berlin', status: 'active' },
    ]);
    expect(await named('bright')).toMatchObject([{ currency: 'USD', timeZone: 'America/Denver' }]);
  });

  it('is written all or none, in pieces', async () => {
    const taken = await write(COMPANIES, [{ facts: { name: 'Written first' } }, { facts: { name: 'TIGARD' } }]);
    expect([taken.status, taken.body.code]).toEqual([409, 'company-name.taken']);
    expect(await named('written first')).toEqual([]);
    const stale = await write(COMPANIES, [{ facts: { name: 'Cedar' }, over: { id: cedar.companyId, v: 1 } }]);
    expect([stale.status, stale.body.code]).toEqual([409, 'company.changed']);
    const twice = await write(COMPANIES, [{ facts: { name: 'Twin' } }, { facts: { name: 'TWIN' } }]);
    expect(twice.body.code).toBe('company.twice');
    const archived = await write(COMPANIES, [{ facts: { name: 'Old', status: 'archived' } }]);
    expect(archived.body.code).toBe('company.not-archived');
    const rows = Array.from({ length: MOST_COMPANIES_WRITTEN }, (_, at) => ({ facts: { name: `Many ${at}` } }));
    expect((await write(COMPANIES, [...rows, { facts: { name: 'One more' } }])).body.errors?.[0]?.path).toBe('rows');
    expect(ok(await write(COMPANIES, rows))).toEqual({ created: MOST_COMPANIES_WRITTEN, changed: 0 });
    const many = await Promise.all(rows.map(({ facts: { name } }) => named(name)));
    const over = many.map(([one], at) => ({ facts: { name: `Renamed ${at}` }, over: { id: one?.companyId, v: 1 } }));
    expect(ok(await write(COMPANIES, over))).toEqual({ created: 0, changed: MOST_COMPANIES_WRITTEN });
  });

  it('leaves its trail at every client that it changed', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const [{ companyId } = { companyId: '' }] = await named('Renamed 0');
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
      await check(
        COMPANIES,
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
    expect((await write(COMPANIES, over, limited)).status).toBe(404);
  });
});

describe('a file of contacts', () => {
  const CONTACTS = 'contact-import';
  const people = async (companyId = cedar.companyId) =>
    ok(await ask<{ items: Contact[] }>(owner, 'GET', `/companies/${companyId}/contacts?limit=100`)).items;
  const karen = { client: 'CEDAR RIDGE', name: 'Karen Doyle', email: 'karen@cedar.example', roles: ['approver'] };

  it('finds people again at their client by email, else by name, and doubles nobody', async () => {
    const add = (facts: object) => ask<Contact>(owner, 'POST', `/companies/${cedar.companyId}/contacts`, facts);
    const okafor = ok(await add({ name: 'Dr. Okafor', phone: '555-1' }));
    for (const name of ['Sam', 'sam']) ok(await add({ name }));
    for (const name of ['Desk A', 'Desk B']) ok(await add({ name, email: 'desk@cedar.example' }));
    const rows = [
      karen,
      {
        client: 'Cedar Ridge',
        name: 'dr. okafor',
        email: 'okafor@cedar.example',
        roles: ['decision-maker', 'finance'],
      },
      { client: 'Oakline', name: 'Karen Doyle', email: 'karen@cedar.example' },
      { client: 'Cedar Ridge', name: 'SAM' },
      { client: 'Cedar Ridge', name: 'Anybody', email: 'desk@cedar.example' },
      { client: 'Nowhere', name: 'Karen' },
      { client: 'Gone Ltd', name: 'Karen' },
    ];
    expect(await check(CONTACTS, rows)).toEqual([
      { outcome: 'new' },
      {
        outcome: 'changed',
        id: okafor.contactId,
        v: 1,
        name: 'Dr. Okafor',
        changes: [
          { field: 'name', from: 'Dr. Okafor', to: 'dr. okafor' },
          { field: 'email', from: null, to: 'okafor@cedar.example' },
          { field: 'roles', from: null, to: 'Decides, Finance' },
        ],
      },
      { outcome: 'new' },
      { outcome: 'refused', field: 'name', sentence: expect.stringContaining('Add the email') },
      { outcome: 'refused', field: 'email', sentence: expect.stringContaining('Several contacts') },
      { outcome: 'refused', field: 'client', sentence: expect.stringContaining('Add the client first') },
      { outcome: 'refused', field: 'client', sentence: expect.stringContaining('Restore it first') },
    ]);
    expect(await brought(CONTACTS, rows.slice(0, 1))).toEqual({ created: 1, changed: 0 });
    expect(await brought(CONTACTS, rows)).toEqual({ created: 1, changed: 1 });
    expect(await brought(CONTACTS, rows)).toEqual({ created: 0, changed: 0 });
    expect(await people()).toHaveLength(6);
    expect((await people()).find(({ contactId }) => contactId === okafor.contactId)).toMatchObject({
      email: 'okafor@cedar.example',
      phone: '555-1',
      roles: ['decision-maker', 'finance'],
      v: 2,
    });
  });

  it('is written all or none, and knows again whom it brought, whatever they are called now', async () => {
    const again = await write(CONTACTS, [{ facts: { client: 'Cedar Ridge', name: 'Zoe' } }, { facts: karen }]);
    expect([again.status, again.body.code]).toEqual([409, 'contact.exists']);
    expect((await people()).map(({ name }) => name)).not.toContain('Zoe');
    const made = (await people()).find(({ email }) => email === karen.email);
    const path = `/companies/${cedar.companyId}/contacts/${made?.contactId}`;
    ok(await ask(owner, 'PATCH', path, { v: 1, name: 'Karen Smith', email: 'smith@cedar.example' }));
    expect(await check(CONTACTS, [karen])).toMatchObject([
      { outcome: 'changed', id: made?.contactId, name: 'Karen Smith' },
    ]);
    const over = { id: made?.contactId, v: 1 };
    expect((await write(CONTACTS, [{ facts: karen, over }])).body.code).toBe('contact.changed');
    expect((await write(CONTACTS, [{ facts: karen }, { facts: karen }])).body.code).toBe('contact.twice');
    for (const [name, code] of [
      ['Nowhere', 'contact.no-client'],
      ['Gone Ltd', 'company.archived'],
    ]) {
      expect((await write(CONTACTS, [{ facts: { ...karen, client: name } }])).body.code).toBe(code);
    }
  });

  it('has room for so many at a client', async () => {
    const rows = Array.from({ length: MOST_CONTACTS }, (_, at) => ({ client: 'Tigard', name: `Person ${at}` }));
    ok(await ask(owner, 'POST', `/companies/${(await named('tigard'))[0]?.companyId}/contacts`, { name: 'First' }));
    const verdicts = await check(CONTACTS, rows);
    expect(verdicts.at(-2)?.outcome).toBe('new');
    expect(verdicts.at(-1)).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('at most 500') });
    const files = pieces(
      rows.slice(0, -1).map((facts) => ({ facts })),
      MOST_CONTACTS_WRITTEN,
    );
    await Promise.all(files.map(async (file) => ok(await write(CONTACTS, file))));
    expect((await write(CONTACTS, [{ facts: rows.at(-1) ?? {} }])).body.code).toBe('contact.too-many');
  });

  it('reaches only clients that the person sees', async () => {
    const rows = [{ client: 'Oakline', name: 'Karen' }];
    expect(await check(CONTACTS, rows, limited)).toMatchObject([{ outcome: 'refused', field: 'client' }]);
    expect((await write(CONTACTS, [{ facts: rows[0] }], limited)).body.code).toBe('contact.no-client');
  });
});

it('is for those who may write clients, of their own MSP', async () => {
  const [viewer, stranger] = [await newStaff(owner, 'viewer'), await easyMsp()];
  const facts = { name: 'Cedar Ridge', client: 'Cedar Ridge' };
  for (const [path, row] of [
    ['company-import', { name: facts.name }],
    ['contact-import', facts],
  ] as const) {
    expect((await ask(viewer, 'POST', `/${path}/check`, { rows: [row] })).status).toBe(403);
    expect((await write(path, [{ facts: row }], viewer)).status).toBe(403);
    expect((await ask(owner, 'POST', `/${path}/check`, { rows: [] })).body.errors?.[0]?.message).toBe(
      'Send at least one line.',
    );
  }
  expect(await check('company-import', [{ name: 'Cedar Ridge' }], stranger)).toEqual([{ outcome: 'new' }]);
  expect(await check('contact-import', [facts], stranger)).toMatchObject([{ outcome: 'refused' }]);
  const over = [{ facts: { name: 'Mine' }, over: { id: cedar.companyId, v: 1 } }];
  expect((await write('company-import', over, stranger)).status).toBe(404);
});
