import { beforeAll, expect, it } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import { type Contact, MOST_CONTACTS } from '../../shared/companies/contact.ts';
import { MOST_LOCATIONS } from '../../shared/companies/location.ts';
import { pieces } from '../../shared/kernel/pieces.ts';
import { nameKey } from '../../shared/kernel/text.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import { systemScope } from '../_kit/scope.ts';
import { as } from '../_kit/testing/world.ts';
import { ask, easyMsp, newStaff, type Owner, ok } from '../identity/testing/members.ts';
import { ContactEntity } from './contact.entity.ts';
import { LocationEntity } from './location.entity.ts';
import { filesOf, newClient } from './testing/files.ts';

let owner: Owner;
let cedar: Company;
let tigard: Company;
let files: ReturnType<typeof filesOf>;

beforeAll(async () => {
  owner = await easyMsp();
  files = filesOf('contact-import', owner);
  cedar = await newClient(owner, { name: 'Cedar Ridge' });
  tigard = await newClient(owner, { name: 'Tigard' });
  await newClient(owner, { name: 'Oakline' });
  const gone = await newClient(owner, { name: 'Gone Ltd' });
  ok(await ask(owner, 'POST', `/companies/${gone.companyId}/archive`, { v: 1 }));
});

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
  expect(await files.check(rows)).toEqual([
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
  expect(await files.bring(rows.slice(0, 1))).toEqual({ created: 1, changed: 0 });
  expect(await files.bring(rows)).toEqual({ created: 1, changed: 1 });
  expect(await files.bring(rows)).toEqual({ created: 0, changed: 0 });
  expect((await people()).filter(({ name }) => /karen|okafor/i.test(name))).toHaveLength(2);
  expect((await people()).find(({ contactId }) => contactId === okafor.contactId)).toMatchObject({
    email: 'okafor@cedar.example',
    phone: '555-1',
    roles: ['decision-maker', 'finance'],
    v: 2,
  });
});

it('is written all or none, and knows again whom it brought, whatever they are called now', async () => {
  const rita = { client: 'Cedar Ridge', name: 'Rita', email: 'rita@cedar.example' };
  expect(await files.bring([rita])).toEqual({ created: 1, changed: 0 });
  const again = await files.write([{ facts: { client: 'Cedar Ridge', name: 'Zoe' } }, { facts: rita }]);
  expect([again.status, again.body.code]).toEqual([409, 'contact.exists']);
  expect((await people()).map(({ name }) => name)).not.toContain('Zoe');
  const made = (await people()).find(({ email }) => email === rita.email);
  const path = `/companies/${cedar.companyId}/contacts/${made?.contactId}`;
  ok(await ask(owner, 'PATCH', path, { v: 1, name: 'Rita Smith', email: 'smith@cedar.example' }));
  expect(await files.check([rita])).toMatchObject([{ outcome: 'changed', id: made?.contactId, name: 'Rita Smith' }]);
  const over = { id: made?.contactId, v: 1 };
  expect((await files.write([{ facts: rita, over }])).body.code).toBe('contact.changed');
  expect((await files.write([{ facts: rita }, { facts: rita }])).body.code).toBe('contact.twice');
  for (const [name, code] of [
    ['Nowhere', 'contact.no-client'],
    ['Gone Ltd', 'company.archived'],
  ]) {
    expect((await files.write([{ facts: { ...rita, client: name } }])).body.code).toBe(code);
  }
});

it('has room for so many at a client, brought by a file or one by one', async () => {
  const { companyId } = tigard;
  const scope = systemScope(owner.mspId, 'test');
  const ids = (length: number) => Array.from({ length }, () => newId());
  const there = [
    ...ids(MOST_CONTACTS - 1).map((contactId, at) => {
      const facts = { companyId, contactId, name: `Person ${at}`, phone: '', title: '', roles: [] };
      return put(ContactEntity, stamped(scope, { ...facts, nameKey: nameKey(facts.name), email: undefined }));
    }),
    ...ids(MOST_LOCATIONS).map((locationId) => {
      const facts = { companyId, locationId, name: 'Site', nameKey: 'site', address: '', phone: '' };
      return put(LocationEntity, stamped(scope, facts));
    }),
  ];
  await as('companies-api', () => Promise.all(pieces(there, 90).map((some) => commit({ ...scope }, some))));
  const rows = ['Person 0', 'Last one', 'One too many'].map((name) => ({ client: 'Tigard', name }));
  expect(await files.check(rows)).toMatchObject([
    { outcome: 'same' },
    { outcome: 'new' },
    { outcome: 'refused', field: 'client', sentence: expect.stringContaining('at most 500') },
  ]);
  const both = rows.slice(1).map((facts) => ({ facts }));
  expect((await files.write(both)).body.code).toBe('contact.too-many');
  expect(ok(await files.write(both.slice(0, 1)))).toEqual({ created: 1, changed: 0 });
  for (const [what, code] of [
    ['contacts', 'contact.too-many'],
    ['locations', 'location.too-many'],
  ]) {
    const more = await ask(owner, 'POST', `/companies/${companyId}/${what}`, { name: 'One too many' });
    expect(more.body).toMatchObject({ status: 422, code, detail: expect.stringContaining('at most 500') });
  }
});

it('reaches only clients that the person sees', async () => {
  const limited = await newStaff(owner, 'manager', [cedar.companyId]);
  const rows = [{ client: 'Oakline', name: 'Karen' }];
  expect(await files.check(rows, limited)).toMatchObject([{ outcome: 'refused', field: 'client' }]);
  expect((await files.write([{ facts: rows[0] }], limited)).body.code).toBe('contact.no-client');
});

it('is for those who may write clients, of their own MSP', async () => {
  const [viewer, stranger] = [await newStaff(owner, 'viewer'), await easyMsp()];
  const rows = [{ client: 'Cedar Ridge', name: 'Karen' }];
  expect((await ask(viewer, 'POST', '/contact-import/check', { rows })).status).toBe(403);
  expect((await files.write([{ facts: rows[0] }], viewer)).status).toBe(403);
  expect(await files.check(rows, stranger)).toMatchObject([{ outcome: 'refused', field: 'client' }]);
  expect((await files.write([{ facts: rows[0] }], stranger)).body.code).toBe('contact.no-client');
});
