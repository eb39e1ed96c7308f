import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDevice, deviceNamed, removeDevice } from '../../scripts/vendors/ninjaone/world/world-changes.ts';
import type { DeviceDetail, DeviceRow } from '../../shared/devices/device.ts';
import type { FleetFigures } from '../../shared/devices/fleet.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, newCompany, ok } from '../identity/testing/members.ts';
import {
  type Connected,
  connected,
  devicesOf,
  integrationOf,
  type Monitoring,
  mapped,
  organisations,
  startMonitoring,
  sync,
} from './testing/fleet.ts';

/** Whole syncs through queues, workflow and workers: fast alone, slow beside a busy machine's other work. */
const SLOW = { timeout: 120_000 };

let ninja: Monitoring;
let at: Connected;
let alpha: string;

beforeAll(async () => {
  ninja = await startMonitoring();
  at = await connected(ninja);
  alpha = await mapped(at, 'Alpha Clinic');
});
afterAll(() => ninja.close());

const one = async (name: string, companyId = alpha): Promise<DeviceRow> => {
  const found = (await devicesOf(at, companyId)).find((device) => device.name === name);
  if (!found) throw new Error(`There is no device ${name}.`);
  return found;
};
const patch = async ({ companyId, deviceId, v }: DeviceRow, body: object) =>
  ok(await ask<DeviceDetail>(at.owner, 'PATCH', `/companies/${companyId}/devices/${deviceId}`, { v, ...body }));
const detail = async ({ companyId, deviceId }: DeviceRow) =>
  ok(await ask<DeviceDetail>(at.owner, 'GET', `/companies/${companyId}/devices/${deviceId}`));

it('lists the organisations by itself once it is connected, and takes none by hand', SLOW, async () => {
  expect(await integrationOf(at)).toMatchObject({ state: 'connected', test: { state: 'passed' }, organisations: 2 });
  expect((await organisations(at)).map(({ name, state }) => [name, state]).sort()).toEqual([
    ['Alpha Clinic', 'ready'],
    ['Beta Bakery', 'ready'],
  ]);
  const path = `/integrations/${at.integrationId}`;
  const added = await ask(at.owner, 'POST', `${path}/organisations`, { tenant: 'alpha.example' });
  expect([added.status, added.body.code]).toEqual([422, 'integration.listed']);
  const { v } = await integrationOf(at);
  const homeless = await ask(at.owner, 'PATCH', path, { v, homeTenant: 'msp.example' });
  expect([homeless.status, homeless.body.errors?.[0]?.path]).toEqual([400, 'homeTenant']);
});

it('says in a sentence what is wrong with the credential', SLOW, async () => {
  const wrong = await connected(ninja, 'not-the-secret');
  const { state, test } = await integrationOf(wrong);
  expect([state, test?.state]).toEqual(['failed', 'failed']);
  expect(test?.sentence).toContain('API client');
});

it('brings devices with hardware, warranty, user, site and health, and judges them', SLOW, async () => {
  const run = await sync(at);
  expect(run).toMatchObject({ state: 'done', organisations: 1 });
  expect(run.dataSets.map(({ name, counters }) => [name, counters.created])).toEqual([
    ['sites', 2],
    ['devices', 8],
    ['device-health', 8],
  ]);
  const devices = await devicesOf(at, alpha);
  expect(devices).toHaveLength(8);
  const known = ninja.world.devices.find(({ ownerUid }) => ownerUid !== null);
  const shown = await one(known?.name ?? '');
  expect(shown).toMatchObject({
    type: 'laptop',
    serial: known?.serial,
    warrantyEnd: known?.warranty?.endAt.slice(0, 10),
    lastSeen: known?.lastContactAt.slice(0, 10),
    isMonitored: true,
  });
  expect(shown.user).toMatch(/@alpha-clinic\.example$/);
  const whole = ok(await ask<DeviceDetail>(at.owner, 'GET', `/companies/${alpha}/devices/${shown.deviceId}`));
  expect(whole).toMatchObject({ ...shown, integrationId: at.integrationId, source: 'sync' });
  expect(new Set(devices.map(({ site }) => site))).toEqual(new Set(['Main', 'Annex']));
  expect(devices.map(({ type }) => type).sort()).toContain('virtual-machine');
  const figures = ok(await ask<FleetFigures>(at.owner, 'GET', `/companies/${alpha}/device-figures`));
  expect(figures).toMatchObject({ devices: 8, byLifecycle: { overdue: figures.overdue.count } });
  expect(figures.overdue.count).toBeGreaterThan(1);
  const raised = ok(await ask<Page<Finding>>(at.owner, 'GET', `/companies/${alpha}/findings?raisedBy=devices`)).items;
  expect(raised.map(({ kind }) => kind)).toContain('past-lifespan');
});

it('writes nothing when nothing has changed', SLOW, async () => {
  const before = await devicesOf(at, alpha);
  const run = await sync(at);
  expect(run.counters).toMatchObject({ created: 0, changed: 0, removed: 0, read: 18 });
  expect(await devicesOf(at, alpha)).toEqual(before);
});

it('leaves what people entered, and tells what the monitoring says of the same', SLOW, async () => {
  const [first] = ninja.world.devices;
  const name = first?.name ?? '';
  const edited = await patch(await one(name), { user: 'front desk', purchased: '2020-02-02' });
  expect(edited).toMatchObject({ user: 'front desk', synced: { purchased: null } });
  deviceNamed(ninja.world, name).warranty = { startAt: '2021-01-01T00:00:00.000Z', endAt: '2031-01-01T00:00:00.000Z' };
  await sync(at);
  const after = await one(name);
  expect(after).toMatchObject({ user: 'front desk', purchased: '2020-02-02', warrantyEnd: '2031-01-01' });
  const back = await patch(after, { user: null, purchased: null });
  expect(back.user).toMatch(/@alpha-clinic\.example$/);
  expect(back.purchased).toBeUndefined();
  expect(back.synced).toEqual({});
});

it('retires what the monitoring has lost, and takes it back with it; what people retired stays so', SLOW, async () => {
  const organisation = ninja.world.organisations.find(({ code }) => code === 'ALPHA');
  if (!organisation) throw new Error('There is no ALPHA.');
  const spare = addDevice(
    ninja.world,
    organisation,
    { name: 'ALP-SPARE', model: 'latitude-5440', serial: 'SPARE01' },
    new Date(),
  );
  await sync(at);
  expect((await one('ALP-SPARE')).retiredAt).toBeUndefined();
  removeDevice(ninja.world, spare);
  await sync(at);
  const [gone] = await devicesOf(at, alpha, '&retired=true');
  expect(gone).toMatchObject({ name: 'ALP-SPARE', lifecycle: expect.any(String) });
  ninja.world.devices.push(spare);
  await sync(at);
  const again = await one('ALP-SPARE');
  expect(again.deviceId).toBe(gone?.deviceId);
  const refused = await ask(at.owner, 'DELETE', `/companies/${alpha}/devices/${again.deviceId}`, { v: again.v });
  expect(refused.body.code).toBe('device.synced');
  ok(await ask(at.owner, 'POST', `/companies/${alpha}/devices/${again.deviceId}/retire`, { v: again.v }));
  spare.lastContactAt = new Date(Date.now() + 86_400_000).toISOString();
  await sync(at);
  expect((await devicesOf(at, alpha, '&retired=true')).map(({ name }) => name)).toEqual(['ALP-SPARE']);
});

it('takes over a device that people kept under the same serial number instead of doubling it', SLOW, async () => {
  const client = await newCompany(at.owner);
  const bakery = ninja.world.organisations.find(({ code }) => code === 'BETA');
  const [laptop, other, printer] = ninja.world.devices.filter(({ organisationId }) => organisationId === bakery?.id);
  const kept = ok(
    await ask<DeviceDetail>(at.owner, 'POST', `/companies/${client}/devices`, {
      name: 'Till',
      type: 'laptop',
      serial: ` ${laptop?.serial.toLowerCase()} `,
      purchased: '2023-05-05',
      note: 'Bought by the owner',
    }),
  );
  const line = { name: 'Oven', serial: other?.serial, os: 'Windows 10 Pro', site: 'Back room' };
  const path = `/companies/${client}/devices`;
  ok(await ask(at.owner, 'POST', `${path}/import`, { rows: [{ facts: line }] }));
  await mapped(at, 'Beta Bakery', client);
  await sync(at);
  const found = await devicesOf(at, client);
  expect(found).toHaveLength(3);
  const till = await detail(kept);
  expect(till).toMatchObject({ purchased: '2023-05-05', note: 'Bought by the owner', integrationId: at.integrationId });
  expect(till.name).toBe(laptop?.name);
  // A file that names no kind decides none, and its system is one of then.
  const oven = await detail(await one(other?.name ?? '', client));
  expect(oven).toMatchObject({ type: 'laptop', os: expect.stringContaining('Windows 11'), synced: { site: 'Main' } });
  expect(oven).toMatchObject({ site: 'Back room', source: 'import' });
  const twin = { name: 'Twin', serial: printer?.serial };
  const { deviceId, v } = ok(await ask<DeviceDetail>(at.owner, 'POST', path, twin));
  const [verdict] = ok(await ask<{ rows: object[] }>(at.owner, 'POST', `${path}/import/check`, { rows: [twin] })).rows;
  expect(verdict).toMatchObject({ field: 'serial', sentence: expect.stringContaining('Correct it in the list') });
  ok(await ask(at.owner, 'DELETE', `${path}/${deviceId}`, { v }));

  const mapping = (await organisations(at)).find(({ companyId }) => companyId === client);
  const fed = `/integrations/${at.integrationId}/organisations/${mapping?.organisationId}/company`;
  ok(await ask(at.owner, 'DELETE', fed, { v: mapping?.v }));
  await idle();
  const ids = (await devicesOf(at, client)).map((device) => device.deviceId).sort();
  expect(ids).toEqual([kept.deviceId, oven.deviceId].sort());
  expect((await detail(kept)).integrationId).toBeUndefined();
  expect((await organisations(at)).find(({ name }) => name === 'Beta Bakery')?.companyId).toBeUndefined();
});
