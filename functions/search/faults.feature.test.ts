import { expect } from 'vitest';
import type { Company } from '../../shared/companies/company.ts';
import type { Contact } from '../../shared/companies/contact.ts';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { idle } from '../_kit/testing/world.ts';
import { observe, weakControl } from '../findings/testing/raised.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { found } from './testing/searching.ts';

interface World {
  mspId: string;
  owner: Owner;
  kept: string;
  left: string;
}

/** Two clients, all that was told of them followed. */
async function prepare(): Promise<World> {
  const owner = await easyMsp();
  const kept = await newCompany(owner, 'Kestrel Clinic');
  const left = await newCompany(owner, 'Lapwing Legal');
  ok(await ask(owner, 'POST', `/companies/${left}/contacts`, { name: 'Lena Lark' }));
  await idle();
  return { mspId: owner.mspId, owner, kept, left };
}

async function play({ mspId, owner, kept, left }: World, { write, last, settle }: Hand): Promise<void> {
  const { cookie } = owner;
  const at = `/companies/${kept}`;
  const device = await write<DeviceDetail>({
    feature: 'devices',
    operation: 'create',
    method: 'POST',
    path: `${at}/devices`,
    body: { name: 'KC-Kingfisher', type: 'laptop', serial: 'KF-100' },
    cookie,
  });
  const item = await write<PlannerItemDetail>({
    feature: 'planner',
    operation: 'create',
    method: 'POST',
    path: `${at}/planner-items`,
    body: { title: 'Knock down walls', lane: 'infrastructure' },
    cookie,
  });
  const contact = await write<Contact>({
    feature: 'companies',
    operation: 'createContact',
    method: 'POST',
    path: `${at}/contacts`,
    body: { name: 'Kim Kite', email: 'kite@kestrel.example' },
    cookie,
  });
  await settle();
  await write({
    feature: 'planner',
    operation: 'edit',
    method: 'PATCH',
    path: `${at}/planner-items/${item.plannerItemId}`,
    body: { v: item.v, title: 'Keep the walls' },
    cookie,
  });
  await write({
    feature: 'companies',
    operation: 'editContact',
    method: 'PATCH',
    path: `${at}/contacts/${contact.contactId}`,
    body: { v: contact.v, name: 'Kay Kite' },
    cookie,
  });
  await write({
    feature: 'devices',
    operation: 'importRows',
    method: 'POST',
    path: `${at}/devices/import`,
    body: { rows: [{ facts: { name: 'KC-Kittiwake', serial: 'KW-200' } }] },
    cookie,
  });
  await observe(mspId, kept, [weakControl('k', { title: 'Known passwords' })]);
  await write({
    feature: 'devices',
    operation: 'retire',
    method: 'POST',
    path: `${at}/devices/${device.deviceId}/retire`,
    body: { v: device.v },
    cookie,
  });
  const company = ok(await ask<Company>(owner, 'GET', `/companies/${left}`));
  await last({
    feature: 'companies',
    operation: 'archive',
    method: 'POST',
    path: `/companies/${left}/archive`,
    body: { v: company.v },
    cookie,
  });
}

/** What is there is found by what it is called now, and nothing else is. */
async function holds({ owner }: World): Promise<void> {
  const words = ['kestrel', 'keep', 'kay', 'kittiwake', 'known', 'kw200'];
  for (const word of words) expect(await found(owner, word), word).toHaveLength(1);
  for (const word of ['kingfisher', 'knock', 'kim', 'lapwing', 'lena'])
    expect(await found(owner, word), word).toEqual([]);
}

survives({
  feature: 'search',
  prepare,
  play,
  holds,
  // Written again by whoever comes later, as often as facts come.
  blind: { indexed: ['v'] },
});
