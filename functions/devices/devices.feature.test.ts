import { beforeAll, describe, expect, it } from 'vitest';
import type { DeviceDetail, DeviceRow } from '../../shared/devices/device.ts';
import type { FleetFigures } from '../../shared/devices/fleet.ts';
import type { CompanyPolicies, MspPolicies } from '../../shared/devices/lifecycle-policy.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { addDays } from '../../shared/kernel/calendar.ts';
import { every } from '../../shared/kernel/every.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { systemScope } from '../_kit/scope.ts';
import { Trap } from '../_kit/testing/trap.ts';
import { as, idle } from '../_kit/testing/world.ts';
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
import { assess } from './assess.service.ts';

let owner: Owner;
let technician: Member;
let companyId: string;
let path: string;

beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
  technician = await newStaff(owner, 'technician');
  path = `/companies/${companyId}/devices`;
});

const add = async (facts: object, to = path) => ok(await ask<DeviceDetail>(owner, 'POST', to, facts));
const names = async (query: string, at = path) =>
  ok(await ask<Page<DeviceRow>>(owner, 'GET', `${at}?${query}`)).items.map(({ name }) => name);

describe('a device', () => {
  it('is added by hand, reckoned by the policy of its kind, changed, retired, restored and deleted', async () => {
    const made = await add({ name: 'Front desk', type: 'workstation', purchased: '2019-03-01', serial: '5CG0001AAA' });
    expect(made).toMatchObject({ lifecycle: 'overdue', replacementDue: '2024-03-01', replacementMinor: 110_000, v: 1 });
    const one = `${path}/${made.deviceId}`;
    const edited = ok(
      await ask<DeviceDetail>(technician, 'PATCH', one, { v: 1, user: 'ana@client.example', purchased: null }),
    );
    expect(edited).toMatchObject({ user: 'ana@client.example', v: 2, isEstimated: true });
    expect(edited.purchased).toBeUndefined();
    const stale = await ask(owner, 'PATCH', one, { v: 1, name: 'Back desk' });
    expect([stale.status, stale.body.code]).toEqual([409, 'device.changed']);

    ok(await ask<DeviceDetail>(technician, 'POST', `${one}/retire`, { v: 2 }));
    expect(await names('')).not.toContain('Front desk');
    expect(await names('retired=true')).toContain('Front desk');
    expect((await ask(owner, 'POST', `${one}/retire`, { v: 3 })).body.code).toBe('device.retired');
    ok(await ask(technician, 'POST', `${one}/restore`, { v: 3 }));
    ok(await ask(technician, 'DELETE', one, { v: 4 }));
    expect((await ask(owner, 'GET', one)).status).toBe(404);
  });

  it('is refused with the field and the remedy', async () => {
    const wrong = await ask(owner, 'POST', path, { name: ' ', type: 'spaceship', warrantyEnd: 'soon' });
    expect(wrong.body.errors?.map((error) => error.path).sort()).toEqual(['name', 'type', 'warrantyEnd']);
    const reversed = { name: 'X', warrantyStart: '2026-02-01', warrantyEnd: '2026-01-01' };
    expect((await ask(owner, 'POST', path, reversed)).body.errors?.[0]?.path).toBe('warrantyEnd');
    const made = await add({ name: 'Y', warrantyStart: '2026-02-01', warrantyEnd: '2027-01-01' });
    const late = await ask(owner, 'PATCH', `${path}/${made.deviceId}`, { v: 1, warrantyEnd: '2026-01-15' });
    expect(late.body.code).toBe('device.warranty');
  });

  it('shares its serial number with no other one that people keep', async () => {
    const first = await add({ name: 'First', serial: 'ONE-1' });
    const taken = await ask(owner, 'POST', path, { name: 'Second', serial: 'one1' });
    expect([taken.status, taken.body.code, taken.body.errors?.[0]?.path]).toEqual([409, 'serial.taken', 'serial']);
    expect(taken.body.detail).toContain('First has the serial number one1 already.');
    const second = await add({ name: 'Second', serial: 'TWO-2' });
    const one = `${path}/${second.deviceId}`;
    expect((await ask(owner, 'PATCH', one, { v: 1, serial: 'ONE-1' })).body.code).toBe('serial.taken');
    const line = { facts: { name: 'Third', serial: 'TWO-2' } };
    expect((await ask(owner, 'POST', `${path}/import`, { rows: [line] })).body.code).toBe('serial.taken');
    ok(await ask(owner, 'PATCH', `${path}/${first.deviceId}`, { v: 1, serial: null }));
    expect(ok(await ask<DeviceDetail>(owner, 'PATCH', one, { v: 1, serial: 'ONE-1' })).serial).toBe('ONE-1');
    const elsewhere = `/companies/${await newCompany(owner)}/devices`;
    expect((await add({ name: 'Another client', serial: 'ONE-1' }, elsewhere)).serial).toBe('ONE-1');
  });
});

describe('lists of devices', () => {
  it('filter, sort by name or warranty, and page without loss', async () => {
    const client = await newCompany(owner);
    const at = `/companies/${client}/devices`;
    for (const [i, warrantyEnd] of ['2031-05-01', '2020-01-01', undefined, '2030-01-01'].entries()) {
      const facts = i < 2 ? { type: 'laptop', purchased: i === 0 ? '2026-05-01' : '2015-01-01' } : { type: 'server' };
      await add({ name: `PC ${i}`, ...facts, warrantyEnd, manufacturer: 'Dell Inc.' }, at);
    }
    expect(await names('', at)).toEqual(['PC 0', 'PC 1', 'PC 2', 'PC 3']);
    expect(await names('sort=warranty', at)).toEqual(['PC 1', 'PC 3', 'PC 0', 'PC 2']);
    expect(await names('warranty=expired', at)).toEqual(['PC 1']);
    expect(await names('warranty=unknown', at)).toEqual(['PC 2']);
    expect(await names('type=server&q=pc 3', at)).toEqual(['PC 3']);
    expect(await names('manufacturer=dell inc', at)).toHaveLength(4);
    expect(await names('quarter=2031-Q2', at)).toEqual(['PC 0']);
    expect(await names('quarter=2020-Q1', at), 'what is overdue counts in no quarter').toEqual([]);
    expect(await names('unseenDays=5', at)).toEqual([]);
    const paged = await every((cursor) =>
      ask<Page<DeviceRow>>(owner, 'GET', `${at}?limit=3${cursor ? `&cursor=${cursor}` : ''}`).then(ok),
    );
    expect(paged.map(({ name }) => name)).toEqual(['PC 0', 'PC 1', 'PC 2', 'PC 3']);
  });

  it('show one whose name has no letter behind the others', async () => {
    const client = await newCompany(owner);
    const at = `/companies/${client}/devices`;
    for (const name of ['???', 'PC 1']) await add({ name }, at);
    expect(await names('', at)).toEqual(['PC 1', '???']);
  });

  it('find what a filter keeps however thin it lies, each row once', async () => {
    const client = await newCompany(owner);
    const at = `/companies/${client}/devices`;
    const rows = Array.from({ length: 24 }, (_, i) => ({
      facts: { name: `PC ${String(i).padStart(2, '0')}`, type: i % 3 === 0 ? 'server' : 'laptop' },
    }));
    ok(await ask(owner, 'POST', `${at}/import`, { rows }));
    const servers = await every((cursor) =>
      ask<Page<DeviceRow>>(owner, 'GET', `${at}?limit=3&type=server${cursor ? `&cursor=${cursor}` : ''}`).then(ok),
    );
    expect(servers.map(({ name }) => name)).toEqual(
      ['00', '03', '06', '09', '12', '15', '18', '21'].map((n) => `PC ${n}`),
    );
    expect(await names('limit=1&q=pc 23', at)).toEqual(['PC 23']);
  });

  it('by warranty go no further than the days that a filter asks for, the last one included', async () => {
    const client = await newCompany(owner);
    const at = `/companies/${client}/devices`;
    const today = new Date().toISOString().slice(0, 10);
    const ends = { past: addDays(today, -1), today, last: addDays(today, 90), later: addDays(today, 91) };
    for (const [name, warrantyEnd] of Object.entries(ends)) await add({ name, warrantyEnd }, at);
    await add({ name: 'endless', warrantyEnd: '9999-12-31' }, at);
    await add({ name: 'unknown' }, at);
    const by = (warranty: string) => names(`sort=warranty&warranty=${warranty}`, at);
    expect(await by('expired')).toEqual(['past']);
    expect(await by('expiring')).toEqual(['today', 'last']);
    expect(await by('active')).toEqual(['today', 'last', 'later', 'endless']);
    expect(await by('unknown')).toEqual(['unknown']);
    const over = async (warranty: string) => names(`sort=warranty&warranty=${warranty}`, '/devices');
    expect(await over('expiring')).toEqual(expect.arrayContaining(['today', 'last']));
  });

  it('over all clients show a member only his own', async () => {
    const client = await newCompany(owner);
    await add({ name: 'Only here' }, `/companies/${client}/devices`);
    const limited = await newStaff(owner, 'viewer', [companyId]);
    const seen = ok(await ask<Page<DeviceRow>>(limited, 'GET', '/devices')).items;
    expect(seen.every((device) => device.companyId === companyId)).toBe(true);
    expect(await names('', '/devices')).toContain('Only here');
  });
});

describe('what devices lead to', () => {
  it('figures and findings follow, and heal', async () => {
    const client = await newCompany(owner);
    const at = `/companies/${client}/devices`;
    const old = await add({ name: 'Old server', type: 'server', purchased: '2015-01-01' }, at);
    await add({ name: 'New laptop', type: 'laptop', purchased: new Date().toISOString().slice(0, 10) }, at);
    await idle();
    const figures = () => ask<FleetFigures>(owner, 'GET', `/companies/${client}/device-figures`).then(ok);
    expect(await figures()).toMatchObject({ devices: 2, overdue: { count: 1, minor: 950_000, hours: 24 } });
    const open = async () =>
      ok(await ask<Page<Finding>>(owner, 'GET', `/companies/${client}/findings?raisedBy=devices`)).items;
    expect((await open()).map(({ kind, affectedCount }) => [kind, affectedCount])).toEqual([['past-lifespan', 1]]);

    ok(await ask(owner, 'POST', `${at}/${old.deviceId}/retire`, { v: 1 }));
    await idle();
    expect(await open()).toEqual([]);
    expect(await figures()).toMatchObject({ devices: 1, overdue: { count: 0 } });
  });

  it('policies of the MSP hold for all, those of a client for itself', async () => {
    const msp = await easyMsp();
    const [one, other] = [await newCompany(msp), await newCompany(msp)];
    for (const client of [one, other]) {
      ok(
        await ask(msp, 'POST', `/companies/${client}/devices`, { name: 'PC', type: 'laptop', purchased: '2024-01-01' }),
      );
    }
    const due = async (client: string) =>
      ok(await ask<Page<DeviceRow>>(msp, 'GET', `/companies/${client}/devices`)).items[0]?.replacementDue;
    const { policies, v } = ok(await ask<MspPolicies>(msp, 'GET', '/device-policies'));
    const spans = (lifespanYears: number) => ({ laptop: { ...policies.laptop, lifespanYears } });
    const own = `/companies/${one}/device-policies`;
    const mine = ok(await ask<CompanyPolicies>(msp, 'PATCH', own, { v: 0, policies: spans(2) }));
    expect(mine.own).toEqual(['laptop']);
    ok(await ask(msp, 'PATCH', '/device-policies', { v, policies: spans(6) }));
    await idle();
    expect([await due(one), await due(other)]).toEqual(['2026-01-01', '2030-01-01']);
    const overdue = async (client: string) =>
      ok(await ask<FleetFigures>(msp, 'GET', `/companies/${client}/device-figures`)).overdue.count;
    expect([await overdue(one), await overdue(other)]).toEqual([1, 0]);
    ok(await ask(msp, 'PATCH', own, { v: mine.v, policies: { laptop: null } }));
    await idle();
    expect(await due(one)).toBe('2030-01-01');
    expect((await ask(msp, 'PATCH', own, { v: 1, policies: {} })).status).toBe(409);
  });
});

it('a judgement under way while policies change starts over by the new ones', async () => {
  const client = await newCompany(owner);
  await add({ name: 'PC', type: 'laptop', purchased: '2026-01-01' }, `/companies/${client}/devices`);
  await idle();
  const at = `/companies/${client}/device-policies`;
  const { policies } = ok(await ask<CompanyPolicies>(owner, 'GET', at));
  const changing = async () => {
    const laptop = { ...policies.laptop, lifespanYears: 25 };
    ok(await ask(owner, 'PATCH', at, { v: 0, policies: { laptop } }));
    await idle();
  };
  const later = { now: () => new Date('2040-01-01T12:00:00Z'), units: new Trap(changing) };
  await as('devices-on-device-changed', () => assess(systemScope(owner.mspId, 'test', later), client));
  const figures = ok(await ask<FleetFigures>(owner, 'GET', `/companies/${client}/device-figures`));
  expect(figures.byLifecycle).toMatchObject({ overdue: 0, healthy: 1 });
  const open = ok(await ask<Page<Finding>>(owner, 'GET', `/companies/${client}/findings?status=open`)).items;
  expect(open).toEqual([]);
});

describe('devices of others', () => {
  it('do not exist: another MSP, another client, the client itself', async () => {
    const made = await add({ name: 'Ours' });
    const stranger = await easyMsp();
    expect((await ask(stranger, 'GET', `${path}/${made.deviceId}`)).status).toBe(404);
    expect((await ask(stranger, 'GET', path)).status).toBe(404);
    const other = await newCompany(owner);
    expect((await ask(owner, 'GET', `/companies/${other}/devices/${made.deviceId}`)).status).toBe(404);
    const client = await newClientUser(owner, companyId, 'admin');
    expect((await ask(client, 'GET', path)).status).toBe(403);
  });

  it('are not written by who may only read, and policies of all only by who runs the MSP', async () => {
    const viewer = await newStaff(owner, 'viewer');
    expect((await ask(viewer, 'POST', path, { name: 'No' })).status).toBe(403);
    expect((await ask(technician, 'PATCH', '/device-policies', { v: 0, policies: {} })).status).toBe(403);
  });
});
