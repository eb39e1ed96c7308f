import { afterAll, beforeAll, expect } from 'vitest';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import type { FleetFigures } from '../../shared/devices/fleet.ts';
import { DEFAULT_POLICIES } from '../../shared/devices/lifecycle-policy.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { ask, type Owner, ok } from '../identity/testing/members.ts';
import { connected, type Monitoring, mapped, organisations, startMonitoring, sync } from './testing/fleet.ts';

interface World {
  mspId: string;
  owner: Owner;
  companyId: string;
  mapping: { path: string; v: number };
}

let ninja: Monitoring;
beforeAll(async () => {
  ninja = await startMonitoring();
});
afterAll(() => ninja.close());

/** A client whose devices were synced once, from an organisation that leaves it in the story. */
async function prepare(): Promise<World> {
  const at = await connected(ninja);
  const companyId = await mapped(at, 'Beta Bakery');
  await sync(at);
  const fed = (await organisations(at)).find((one) => one.companyId === companyId);
  const path = `/integrations/${at.integrationId}/organisations/${fed?.organisationId}/company`;
  return { mspId: at.owner.mspId, owner: at.owner, companyId, mapping: { path, v: fed?.v ?? 0 } };
}

async function play({ owner, companyId, mapping }: World, { write, last }: Hand): Promise<void> {
  const { cookie } = owner;
  const at = `/companies/${companyId}`;
  const send = <T>(operation: string, method: 'POST' | 'PATCH' | 'DELETE', path: string, body: object) =>
    write<T>({ operation, method, path, body, cookie });
  const add = (name: string, purchased: string) =>
    send<DeviceDetail>('create', 'POST', `${at}/devices`, { name, type: 'laptop', purchased, serial: `SN-${name}` });
  const old = await add('Old', '2015-01-01');
  const { path, v } = mapping;
  await write({ feature: 'integrations', operation: 'unmapCompany', method: 'DELETE', path, body: { v }, cookie });
  const older = await add('Older', '2014-01-01');
  const fresh = await add('Fresh', '2026-01-01');
  await send('setPolicies', 'PATCH', '/device-policies', { v: 0, policies: { laptop: DEFAULT_POLICIES.server } });
  await send('setCompanyPolicies', 'PATCH', `${at}/device-policies`, {
    v: 0,
    policies: { server: DEFAULT_POLICIES.nas },
  });
  await send('edit', 'PATCH', `${at}/devices/${fresh.deviceId}`, { v: 1, serial: 'SN-other', user: 'ana' });
  await send('importRows', 'POST', `${at}/devices/import`, {
    rows: [
      { facts: { name: 'From the file', serial: 'FILE-1', purchased: '2026-05-05' } },
      { facts: { name: 'Old', serial: 'SN-Old', site: 'Attic' }, over: { id: old.deviceId, v: 1 } },
    ],
  });
  const retired = await send<DeviceDetail>('retire', 'POST', `${at}/devices/${old.deviceId}/retire`, { v: 2 });
  await send('restore', 'POST', `${at}/devices/${old.deviceId}/restore`, { v: retired.v });
  const several = { deviceIds: [fresh.deviceId, older.deviceId] };
  await send('retireSeveral', 'POST', `${at}/devices/retire`, several);
  await send('restoreSeveral', 'POST', `${at}/devices/restore`, several);
  await last({
    operation: 'remove',
    method: 'DELETE',
    path: `${at}/devices/${older.deviceId}`,
    body: { v: 3 },
    cookie,
  });
}

/** The figures count what is there. */
async function holds({ owner, companyId }: World): Promise<void> {
  const figures = ok(await ask<FleetFigures>(owner, 'GET', `/companies/${companyId}/device-figures`));
  expect(figures).toMatchObject({ devices: 3, overdue: { count: 1 } });
}

survives({
  feature: 'devices',
  heardBy: ['integrations'],
  prepare,
  play,
  holds,
  // Findings and figures are judged once for each fact: how often they changed on their way is the order's matter.
  elsewhere: { checkImport: 'writes nothing: devices.feature' },
  blind: { finding: ['v', 'source'], audit: ['changes', 'operation', 'causes'] },
  trail: /^audit .*"actorKind":"system".*"companyId":"#"/,
});
