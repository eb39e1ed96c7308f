import { expect } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import type { Contact } from '../../shared/companies/contact.ts';
import type { Location } from '../../shared/companies/location.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { ask, easyMsp, type Owner, ok } from '../identity/testing/members.ts';

interface World {
  mspId: string;
  owner: Owner;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  return { mspId: owner.mspId, owner };
}

async function play({ owner }: World, { write, last }: Hand): Promise<void> {
  const { cookie } = owner;
  const put = <T>(operation: string, method: 'POST' | 'PATCH' | 'DELETE', path: string, body: object) =>
    write<T>({ operation, method, path, body, cookie });
  const cedar = await put<Company>('create', 'POST', '/companies', { name: 'Cedar Ridge', timeZone: 'America/Denver' });
  const at = `/companies/${cedar.companyId}`;
  const renamed = await put<Company>('edit', 'PATCH', at, { v: cedar.v, name: 'Cedar Ridge Dental', seats: 31 });
  const gone = await put<Company>('archive', 'POST', `${at}/archive`, { v: renamed.v });
  const back = await put<Company>('restore', 'POST', `${at}/restore`, { v: gone.v });
  const karen = await put<Contact>('createContact', 'POST', `${at}/contacts`, { name: 'Karen', roles: ['approver'] });
  const contact = `${at}/contacts/${karen.contactId}`;
  const titled = await put<Contact>('editContact', 'PATCH', contact, { v: karen.v, title: 'Practice manager' });
  await put('createContact', 'POST', `${at}/contacts`, { name: 'Dr. Okafor' });
  await put('removeContact', 'DELETE', contact, { v: titled.v });
  const main = await put<Location>('createLocation', 'POST', `${at}/locations`, { name: 'Main street' });
  const site = `${at}/locations/${main.locationId}`;
  const moved = await put<Location>('editLocation', 'PATCH', site, { v: main.v, address: '12 Main street' });
  await put('createLocation', 'POST', `${at}/locations`, { name: 'Lab' });
  await put('removeLocation', 'DELETE', site, { v: moved.v });
  await put('importRows', 'POST', '/company-import', {
    rows: [
      { facts: { name: 'Cedar Ridge Dental', agreement: 'All-in' }, over: { id: cedar.companyId, v: back.v } },
      { facts: { name: 'Harbor' } },
    ],
  });
  await put('importContacts', 'POST', '/contact-import', {
    rows: [
      { facts: { client: 'Harbor', name: 'Finn', email: 'finn@harbor.example' } },
      { facts: { client: 'Cedar Ridge Dental', name: 'Ana' } },
    ],
  });
  await last({
    operation: 'create',
    method: 'POST',
    path: '/companies',
    body: { name: 'Tigard Orthopedics', timeZone: 'America/Denver' },
    cookie,
  });
}

/** Each client once, and the name that was given up is free again. */
async function holds({ owner }: World): Promise<void> {
  const { items } = ok(await ask<{ items: Company[] }>(owner, 'GET', '/companies'));
  expect(items.map(({ name }) => name)).toEqual(['Cedar Ridge Dental', 'Harbor', 'Tigard Orthopedics']);
  ok(await ask(owner, 'POST', '/companies', { name: 'Cedar Ridge', timeZone: 'America/Denver' }));
}

survives({
  feature: 'companies',
  prepare,
  play,
  holds,
  elsewhere: {
    checkImport: 'writes nothing: company-import.feature',
    checkContacts: 'writes nothing: contact-import.feature',
  },
});
