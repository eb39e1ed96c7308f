import { beforeAll, describe, expect, it } from 'vitest';
import type { Forecast } from '../../shared/budgets/forecast.ts';
import type { AttachedDevices } from '../../shared/devices/attached-device.ts';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import { MOST_ATTACHED } from '../../shared/devices/most-attached.ts';
import type { ChosenDevice } from '../../shared/devices/several-devices.ts';
import type { Goal } from '../../shared/goals/goal.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';
import { bringDevices } from './testing/many.ts';

let owner: Owner;
let stranger: Owner;
beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
});

type Who = { cookie: string };

/** A client with an item, a goal and devices of these names. */
async function client(...names: string[]) {
  const companyId = await newCompany(owner);
  const path = `/companies/${companyId}`;
  const post = async <T>(to: string, body: object) => ok(await ask<T>(owner, 'POST', `${path}/${to}`, body));
  const item = await post<PlannerItemDetail>('planner-items', { title: 'Windows 11 everywhere', hours: 10 });
  const goal = await post<Goal>('goals', { title: 'No computer without updates', status: 'active' });
  const devices = await Promise.all(names.map((name) => post<DeviceDetail>('devices', { name, type: 'laptop' })));
  return {
    companyId,
    path,
    item: `${path}/planner-items/${item.plannerItemId}`,
    goal: `${path}/goals/${goal.goalId}`,
    deviceIds: devices.map(({ deviceId }) => deviceId),
  };
}

const attach = <T = PlannerItemDetail>(record: string, body: object, who: Who = owner) =>
  ask<T>(who, 'POST', `${record}/devices`, body);
const detach = <T = PlannerItemDetail>(record: string, deviceId: string | undefined, body?: object, who: Who = owner) =>
  ask<T>(who, 'DELETE', `${record}/devices/${deviceId}`, body);
const namedIn = async (record: string) =>
  ok(await ask<AttachedDevices>(owner, 'GET', `${record}/devices`)).items.map(({ name, isReplaced }) => [
    name,
    isReplaced,
  ]);

describe('devices of a planner item', () => {
  it('are named in the item and lead to it, whether it is about them or replaces them', async () => {
    const { item, path, deviceIds } = await client('LT-2', 'LT-1', 'LT-3');
    const [one, two, three] = deviceIds;
    expect(ok(await attach(item, { v: 1, deviceIds: [one, two] }))).toMatchObject({ v: 2, unpublishedChanges: 0 });
    const after = ok(await attach(item, { v: 2, deviceIds: [three], replaces: true }));
    expect(after.deviceIds).toEqual([three]);
    expect(await namedIn(item)).toEqual([
      ['LT-1', false],
      ['LT-2', false],
      ['LT-3', true],
    ]);
    const rolesOf = async (deviceId: string | undefined) =>
      ok(await ask<{ items: Link[] }>(owner, 'GET', `${path}/devices/${deviceId}/links`)).items.map(({ role }) => role);
    expect([await rolesOf(one), await rolesOf(three)]).toEqual([['covered-by'], ['led-to']]);
    const told = ok(await ask<{ items: Activity[] }>(owner, 'GET', `${item}/history`)).items;
    expect(told.map(({ verb, about }) => [verb, about])).toEqual([
      ['changed', ['deviceIds']],
      ['changed', ['deviceIds']],
      ['created', []],
    ]);
  });

  it('stay once however often they are added, and may come to be replaced', async () => {
    const { item, deviceIds } = await client('LT-1');
    ok(await attach(item, { v: 1, deviceIds }));
    expect(ok(await attach(item, { v: 2, deviceIds })).v, 'nothing was written').toBe(2);
    ok(await attach(item, { v: 2, deviceIds, replaces: true }));
    expect(await namedIn(item)).toEqual([['LT-1', true]]);
    const [deviceId] = deviceIds;
    expect(ok(await detach(item, deviceId, { v: 3 })).deviceIds).toBeUndefined();
    expect(await namedIn(item)).toEqual([]);
    expect((await detach(item, deviceId, { v: 4 })).body.code).toBe('device.not-attached');
  });

  it('leave the forecast when the item replaces them, and come back when they are taken away', async () => {
    const { companyId, path, item } = await client();
    const year = new Date().getUTCFullYear() + 1;
    ok(await ask(owner, 'POST', `${item}/move`, { v: 1, startDate: `${year}-01-04`, endDate: `${year}-03-31` }));
    const old = { name: 'LT-9', type: 'laptop', purchased: '2019-01-01' };
    const { deviceId } = ok(await ask<DeviceDetail>(owner, 'POST', `${path}/devices`, old));
    await idle();
    const due = async () => {
      const { categories } = ok(await ask<Forecast>(owner, 'GET', `/companies/${companyId}/forecast`));
      const lines = categories.find(({ key }) => key === 'hardware')?.lines ?? [];
      return lines.reduce((sum, { devices, quantity }) => sum + (devices ? quantity : 0), 0);
    };
    expect(await due()).toBe(1);
    ok(await attach(item, { v: 2, deviceIds: [deviceId] }));
    expect(await due(), 'work about a device buys none').toBe(1);
    ok(await attach(item, { v: 3, deviceIds: [deviceId], replaces: true }));
    expect(await due()).toBe(0);
    ok(await detach(item, deviceId, { v: 4 }));
    expect(await due()).toBe(1);
  });

  it('are replaced by one open item only, and by none when they are out of use', async () => {
    const { item, path, deviceIds } = await client('LT-1', 'LT-2');
    const [one, two] = deviceIds;
    ok(await ask(owner, 'POST', `${path}/device-replacements`, { deviceIds: [one] }));
    expect((await attach(item, { v: 1, deviceIds, replaces: true })).body).toMatchObject({
      code: 'planner.replaced-already',
      detail: 'An open item replaces these already: LT-1. Leave them out.',
    });
    ok(await ask(owner, 'POST', `${path}/devices/${two}/retire`, { v: 1 }));
    expect((await attach(item, { v: 1, deviceIds: [two], replaces: true })).body.code).toBe('planner.device-retired');
    expect(await namedIn(item)).toEqual([]);
  });

  it('are refused by a closed item, by another version of it, and above its number', async () => {
    const { item, deviceIds } = await client('LT-1');
    expect((await attach(item, { v: 7, deviceIds })).body).toMatchObject({ status: 409, currentVersion: 1 });
    expect((await attach(item, { v: 1, deviceIds: [] })).body.errors?.[0]?.path).toBe('deviceIds');
    expect((await attach(item, { v: 1, deviceIds: [...deviceIds, ...deviceIds] })).status).toBe(400);
    ok(await ask(owner, 'PATCH', item, { v: 1, status: 'completed' }));
    expect((await attach(item, { v: 2, deviceIds })).body.code).toBe('planner.closed');
  });
});

describe('devices of a goal', () => {
  it('are named in the goal until they are taken away', async () => {
    const { goal, deviceIds } = await client('LT-2', 'LT-1');
    const { v } = ok(await attach<Goal>(goal, { deviceIds }));
    expect(await namedIn(goal)).toEqual([
      ['LT-1', false],
      ['LT-2', false],
    ]);
    expect(ok(await attach<Goal>(goal, { deviceIds })).v).toBe(v);
    ok(await detach<Goal>(goal, deviceIds[0]));
    expect(await namedIn(goal)).toEqual([['LT-1', false]]);
    expect((await detach<Goal>(goal, deviceIds[0])).body.code).toBe('device.not-attached');
    const told = ok(await ask<{ items: Activity[] }>(owner, 'GET', `${goal}/history`)).items;
    expect(told.filter(({ verb, about }) => verb === 'changed' && about[0] === 'devices')).toHaveLength(2);
  });

  it('are added once when several people add them at the same moment', async () => {
    const { goal, deviceIds } = await client('LT-1', 'LT-2');
    const answers = await Promise.all([1, 2, 3, 4].map(() => attach<Goal>(goal, { deviceIds })));
    for (const { status, body } of answers)
      expect([200, 'device.added-meanwhile']).toContain(status === 200 ? 200 : body.code);
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    expect(await namedIn(goal)).toHaveLength(2);
    const told = ok(await ask<{ items: Activity[] }>(owner, 'GET', `${goal}/history`)).items;
    expect(told.filter(({ about }) => about[0] === 'devices')).toHaveLength(1);
  });

  it('are refused by a goal that is closed', async () => {
    const { goal, deviceIds } = await client('LT-1');
    ok(await ask(owner, 'POST', `${goal}/abandon`, { v: 1, reason: 'The branch closes' }));
    expect((await attach(goal, { deviceIds })).body.code).toBe('goal.closed');
  });
});

describe('a record', () => {
  it('names a hundred devices at most', async () => {
    const { companyId, goal, path } = await client();
    const laptops = Array.from({ length: MOST_ATTACHED + 1 }, (_, at) => ({ name: `PC ${at}`, type: 'laptop' }));
    await bringDevices(owner, companyId, laptops);
    const { items } = ok(await ask<Page<ChosenDevice>>(owner, 'GET', `${path}/devices/chosen`));
    const made = items.map(({ deviceId }) => deviceId);
    expect(made).toHaveLength(laptops.length);
    const over = (await attach(goal, { deviceIds: made.slice(0, 51) })).body.errors?.[0];
    expect(over?.message).toBe('At most 50 devices at once. Choose fewer, and add the others after.');
    ok(await attach(goal, { deviceIds: made.slice(0, 50) }));
    ok(await attach(goal, { deviceIds: made.slice(50, 100) }));
    expect((await attach(goal, { deviceIds: made.slice(100) })).body.code).toBe('device.too-many');
    expect(await namedIn(goal)).toHaveLength(MOST_ATTACHED);
  });
});

describe('who may attach devices', () => {
  it('is who may write the record: devices and records of others do not exist', async () => {
    const { companyId, item, goal, deviceIds } = await client('LT-1');
    const other = await client('LT-X');
    const [viewer, manager, admin] = await Promise.all([
      newStaff(owner, 'viewer'),
      newStaff(owner, 'manager', [other.companyId]),
      newClientUser(owner, companyId, 'admin'),
    ]);
    for (const record of [item, goal]) {
      const body = record === item ? { v: 1, deviceIds } : { deviceIds };
      expect((await attach(record, body, stranger)).status).toBe(404);
      expect((await attach(record, body, manager)).status, 'another client of the MSP').toBe(404);
      expect((await attach(record, body, viewer)).status).toBe(403);
      expect((await attach(record, body, admin)).status).toBe(403);
      expect((await attach(record, { ...body, deviceIds: other.deviceIds })).body.code).toBe('device.not-found');
      expect((await detach(record, deviceIds[0], record === item ? { v: 1 } : undefined, stranger)).status).toBe(404);
      expect(await namedIn(record)).toEqual([]);
    }
  });
});
