import { beforeAll, describe, expect, it } from 'vitest';
import type { DeviceDetail, DeviceRow } from '../../shared/devices/device.ts';
import type { FleetFigures } from '../../shared/devices/fleet.ts';
import { MOST_MOVED } from '../../shared/devices/most-moved.ts';
import type { ChosenDevice, MovedDevices } from '../../shared/devices/several-devices.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { idle } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';

const COUNT = MOST_MOVED + 3;

let owner: Owner;
let companyId: string;
let path: string;

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
  path = `/companies/${companyId}/devices`;
  const facts = Array.from({ length: COUNT }, (_, i) => ({
    facts: { name: `PC ${String(i).padStart(2, '0')}`, type: i % 2 === 0 ? 'laptop' : 'server' },
  }));
  for (let start = 0; start < COUNT; start += 24)
    ok(await ask(owner, 'POST', `${path}/import`, { rows: facts.slice(start, start + 24) }));
});

const chosen = async (query = '') => ok(await ask<Page<ChosenDevice>>(owner, 'GET', `${path}/chosen?${query}`)).items;
const idsOf = (devices: readonly ChosenDevice[]) => devices.map(({ deviceId }) => deviceId);
const move = (to: 'retire' | 'restore', deviceIds: readonly string[], who: Member = owner, at = path) =>
  ask<MovedDevices>(who, 'POST', `${at}/${to}`, { deviceIds });

describe('all devices that a list would show', () => {
  it('come with what several of them need, by the filters of the list', async () => {
    expect(await chosen()).toHaveLength(COUNT);
    const [first, ...others] = await chosen('type=server&q=PC 0');
    expect(first).toEqual({
      companyId,
      deviceId: expect.any(String),
      name: 'PC 01',
      type: 'server',
      replacementMinor: 950_000,
      currency: 'USD',
    });
    expect(others).toHaveLength(4);
  });
});

describe('several devices', () => {
  it('are retired and brought back in one commit a request, counted anew, each with its history', async () => {
    const deviceIds = idsOf(await chosen()).slice(0, MOST_MOVED);
    expect(ok(await move('retire', deviceIds)).deviceIds).toEqual(deviceIds);
    expect(ok(await move('retire', deviceIds)).deviceIds, 'what is so already is not moved again').toEqual([]);
    await idle();
    const figures = () => ask<FleetFigures>(owner, 'GET', `/companies/${companyId}/device-figures`).then(ok);
    expect((await figures()).devices).toBe(COUNT - MOST_MOVED);
    const one = `${path}/${deviceIds[0]}`;
    const history = ok(await ask<Page<Activity>>(owner, 'GET', `${one}/history`)).items;
    expect(history.map(({ verb }) => verb)).toEqual(['archived', 'created']);
    expect(ok(await move('restore', deviceIds)).deviceIds).toHaveLength(MOST_MOVED);
    await idle();
    expect((await figures()).devices).toBe(COUNT);
    expect(ok(await ask<DeviceDetail>(owner, 'GET', one)).retiredAt).toBeUndefined();
  });

  it('are moved together with what somebody edits at the same moment', async () => {
    const [first, ...others] = await chosen();
    const edit = { v: ok(await ask<DeviceDetail>(owner, 'GET', `${path}/${first?.deviceId}`)).v, site: 'Annex' };
    const ids = idsOf([first, ...others.slice(0, 3)].flatMap((device) => device ?? []));
    const [edited, retired] = await Promise.all([
      ask(owner, 'PATCH', `${path}/${first?.deviceId}`, edit),
      move('retire', ids),
    ]);
    expect([200, 409]).toContain(edited.status);
    expect(ok(retired).deviceIds).toEqual(ids);
    ok(await move('restore', ids));
  });

  it('are refused with a sentence when there are none, too many or one twice', async () => {
    const ids = idsOf(await chosen());
    const refusal = async (deviceIds: readonly string[]) => (await move('retire', deviceIds)).body.errors?.[0];
    expect(await refusal([])).toEqual({ path: 'deviceIds', message: 'Choose at least one device.' });
    expect((await refusal(ids))?.message).toBe('Send at most 45 devices at once.');
    expect((await refusal([ids[0] ?? '', ids[0] ?? '']))?.message).toBe('Name each device once.');
  });
});

describe('several devices of others', () => {
  it('are neither listed nor moved: another MSP, another client, the client itself', async () => {
    const deviceIds = idsOf(await chosen()).slice(0, 2);
    const stranger = await easyMsp();
    expect((await move('retire', deviceIds, stranger)).status).toBe(404);
    expect((await ask(stranger, 'GET', `${path}/chosen`)).status).toBe(404);
    const other = await newCompany(owner);
    expect(ok(await move('retire', deviceIds, owner, `/companies/${other}/devices`)).deviceIds).toEqual([]);
    const client = await newClientUser(owner, companyId, 'admin');
    expect((await move('retire', deviceIds, client)).status).toBe(403);
    const rows = ok(await ask<Page<DeviceRow>>(owner, 'GET', `${path}?limit=2`)).items;
    expect(rows.map(({ retiredAt }) => retiredAt)).toEqual([undefined, undefined]);
  });

  it('are read but not moved by who may only read', async () => {
    const viewer = await newStaff(owner, 'viewer');
    ok(await ask(viewer, 'GET', `${path}/chosen`));
    expect((await move('retire', idsOf(await chosen()).slice(0, 1), viewer)).status).toBe(403);
  });
});
