import { beforeAll, expect, it } from 'vitest';
import type { Imported, ImportVerdict } from '../../shared/csv/importing.ts';
import type { DeviceDetail, DeviceRow } from '../../shared/devices/device.ts';
import type { FleetFigures } from '../../shared/devices/fleet.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let path: string;
let kept: DeviceDetail;

beforeAll(async () => {
  owner = await easyMsp();
  path = `/companies/${await newCompany(owner)}/devices`;
  const add = async (facts: object) => ok(await ask<DeviceDetail>(owner, 'POST', path, facts));
  kept = await add({ name: 'Front desk', type: 'workstation', serial: '5CG-0001', user: 'ana' });
  await add({ name: 'Spare', serial: 'A-1' });
  await add({ name: 'Spare', serial: 'A-2' });
});

const check = async (...rows: object[]) =>
  ok(await ask<{ rows: ImportVerdict[] }>(owner, 'POST', `${path}/import/check`, { rows })).rows;
const write = (...rows: object[]) => ask<Imported>(owner, 'POST', `${path}/import`, { rows });
const devices = async () => ok(await ask<Page<DeviceRow>>(owner, 'GET', `${path}?limit=100`)).items;

it('says what each line would do, and writes nothing', async () => {
  const before = await devices();
  expect(
    await check(
      { name: 'Reception', serial: '5cg0001', user: 'ben', purchased: '2024-02-01' },
      { name: 'front desk' },
      { name: 'Front desk', serial: 'another' },
      { name: 'spare' },
      { name: 'Spare', serial: 'a1' },
      { name: 'New one' },
    ),
  ).toMatchObject([
    {
      outcome: 'changed',
      id: kept.deviceId,
      v: 1,
      changes: [
        { field: 'name', from: 'Front desk', to: 'Reception' },
        { field: 'serial', from: '5CG-0001', to: '5cg0001' },
        { field: 'user', from: 'ana', to: 'ben' },
        { field: 'purchased', from: null, to: '2024-02-01' },
      ],
    },
    { outcome: 'changed', changes: [{ field: 'name', from: 'Front desk', to: 'front desk' }] },
    { outcome: 'new' },
    { outcome: 'refused', sentence: expect.stringContaining('serial number') },
    { outcome: 'changed', changes: [{ field: 'serial' }] },
    { outcome: 'new' },
  ]);
  expect(await devices()).toEqual(before);
});

it('writes lines all or none, counts them, and takes the same file again without doubling', async () => {
  const rows = [
    { facts: { name: 'Reception', user: 'ben', warrantyEnd: '2030-01-01' }, over: { id: kept.deviceId, v: 1 } },
    { facts: { name: 'Printer', type: 'printer', serial: 'PRN-9', purchased: '2012-01-01' } },
  ];
  expect(ok(await write(...rows))).toEqual({ created: 1, changed: 1 });
  await idle();
  const all = await devices();
  const printer = all.find(({ name }) => name === 'Printer');
  expect(printer).toMatchObject({ type: 'printer', isMonitored: false });
  const whole = ok(await ask<DeviceDetail>(owner, 'GET', `${path}/${printer?.deviceId}`));
  expect(whole).toMatchObject({ ...printer, source: 'import' });
  expect(all.find(({ name }) => name === 'Reception')).toMatchObject({ user: 'ben', serial: '5CG-0001', v: 2 });
  const figures = ok(await ask<FleetFigures>(owner, 'GET', path.replace(/devices$/, 'device-figures')));
  expect(figures).toMatchObject({ devices: 4, overdue: { count: 1 } });

  const again = await write({ facts: { name: 'Brand new' } }, { facts: { name: 'Printer', serial: 'PRN-9' } });
  expect([again.status, again.body.code]).toEqual([409, 'device.exists']);
  expect((await devices()).map(({ name }) => name)).not.toContain('Brand new');
  const stale = await write({ facts: { name: 'Reception' }, over: { id: kept.deviceId, v: 1 } });
  expect([stale.status, stale.body.code]).toEqual([409, 'device.changed']);
  expect(await check({ name: 'Printer', serial: 'PRN-9', type: 'printer' })).toMatchObject([{ outcome: 'same' }]);
});

it('knows a device again that it brought and that is called otherwise now, and refuses what is not clear', async () => {
  ok(await write({ facts: { name: 'Kiosk', warrantyStart: '2026-05-01' } }));
  const kiosk = (await devices()).find(({ name }) => name === 'Kiosk');
  ok(await ask(owner, 'PATCH', `${path}/${kiosk?.deviceId}`, { v: 1, name: 'Lobby' }));
  expect(await check({ name: 'Kiosk' }, { name: 'Lobby', warrantyEnd: '2026-04-30' })).toMatchObject([
    { outcome: 'changed', id: kiosk?.deviceId, changes: [{ field: 'name', from: 'Lobby', to: 'Kiosk' }] },
    { outcome: 'refused', field: 'warrantyEnd', sentence: 'The warranty cannot end before it starts.' },
  ]);
});

it('refuses lines about one device, lines that say nothing, and too many at once', async () => {
  const twice = await write({ facts: { name: 'A', serial: 'X1' } }, { facts: { name: 'B', serial: 'x-1' } });
  expect(twice.body.code).toBe('device.twice');
  const many = Array.from({ length: 26 }, (_, i) => ({ facts: { name: `N${i}` } }));
  expect((await write(...many)).body.errors?.[0]?.path).toBe('rows');
  const wrong = await write({ facts: { name: '', warrantyStart: '2026-02-01', warrantyEnd: '2026-01-01' } });
  expect(wrong.status).toBe(400);
});

it('is for those who may write devices, of their own MSP', async () => {
  const viewer = await newStaff(owner, 'viewer');
  expect((await ask(viewer, 'POST', `${path}/import/check`, { rows: [{ name: 'X' }] })).status).toBe(403);
  const stranger = await easyMsp();
  expect((await ask(stranger, 'POST', `${path}/import/check`, { rows: [{ name: 'X' }] })).status).toBe(404);
  expect((await ask(stranger, 'POST', `${path}/import`, { rows: [{ facts: { name: 'X' } }] })).status).toBe(404);
});
