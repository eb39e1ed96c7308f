import { beforeAll, describe, expect, it } from 'vitest';
import type { AttachedDevice } from '../../shared/devices/attached-device.ts';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { PlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

async function add(facts: object, company = companyId): Promise<DeviceDetail> {
  return ok(await ask<DeviceDetail>(owner, 'POST', `/companies/${company}/devices`, { type: 'laptop', ...facts }));
}
const replace = (body: object, company = companyId, who: { cookie: string } = owner) =>
  ask<PlannerItemDetail>(who, 'POST', `/companies/${company}/device-replacements`, body);
const itemsOf = async (company: string) =>
  ok(await ask<{ items: PlannerItem[] }>(owner, 'GET', `/companies/${company}/roadmap`)).items;

describe('a replacement item', () => {
  it('is one item for the selection, priced by policy, dated by the first that falls due, linked both ways', async () => {
    const [one, two] = [
      await add({ name: 'LT-1', purchased: '2031-02-01' }),
      await add({ name: 'LT-2', purchased: '2032-01-01', user: 'ana@client.example' }),
    ];
    const server = await add({ name: 'SRV', type: 'server', purchased: '2033-01-01' });
    const deviceIds = [two, one, server].map(({ deviceId }) => deviceId);
    const item = ok(await replace({ deviceIds }));
    expect(item).toMatchObject({
      title: 'Replace 2 laptops and 1 server',
      lane: 'devices',
      hours: 30,
      startDate: '2036-01-01',
      endDate: '2036-03-31',
      oneTimeMinor: 2 * 145_000 + 950_000 + 30 * 16_500,
    });
    expect(item.costs.map(({ quantity, unitMinor }) => [quantity, unitMinor])).toEqual([
      [2, 145_000],
      [1, 950_000],
    ]);
    const path = `/companies/${companyId}/planner-items/${item.plannerItemId}/devices`;
    const named = ok(await ask<{ items: AttachedDevice[] }>(owner, 'GET', path)).items;
    expect(named.map(({ name, user }) => [name, user])).toEqual([
      ['LT-1', undefined],
      ['LT-2', 'ana@client.example'],
      ['SRV', undefined],
    ]);
    const links = `/companies/${companyId}/devices/${one.deviceId}/links`;
    expect(ok(await ask<{ items: Link[] }>(owner, 'GET', links)).items).toMatchObject([
      { to: { type: 'planner-item', id: item.plannerItemId }, role: 'led-to' },
    ]);
  });

  it('goes into the quarter that is named, and into the tray when nothing falls due', async () => {
    const chosen = await add({ name: 'LT-3', purchased: '2031-02-01' });
    const body = { deviceIds: [chosen.deviceId], quarter: '2030-Q4' };
    expect(ok(await replace(body))).toMatchObject({ title: 'Replace laptop LT-3', startDate: '2030-10-01' });
    const machine = await add({ name: 'VM-1', type: 'virtual-machine' });
    const tray = ok(await replace({ deviceIds: [machine.deviceId] }));
    expect([tray.startDate, tray.costs, tray.hours]).toEqual([undefined, [], 0]);
  });

  it('is refused for devices that an open one replaces, until that is closed or archived', async () => {
    const company = await newCompany(owner);
    const [one, two] = [await add({ name: 'Twice' }, company), await add({ name: 'Other' }, company)];
    const first = ok(await replace({ deviceIds: [one.deviceId] }, company));
    const again = await replace({ deviceIds: [one.deviceId, two.deviceId] }, company);
    expect(again.body).toMatchObject({
      code: 'planner.replaced-already',
      detail: 'An open item replaces these already: Twice. Leave them out.',
    });
    const path = `/companies/${company}/planner-items/${first.plannerItemId}`;
    ok(await ask(owner, 'PATCH', path, { v: 1, status: 'declined' }));
    const second = ok(await replace({ deviceIds: [one.deviceId] }, company));
    ok(await ask(owner, 'POST', `${path.replace(first.plannerItemId, second.plannerItemId)}/archive`, { v: 1 }));
    ok(await replace({ deviceIds: [one.deviceId, two.deviceId] }, company));
  });

  it('is made once when two people plan the same device at once', async () => {
    const company = await newCompany(owner);
    const wanted = await Promise.all(['One', 'Two', 'Three', 'Four'].map((name) => add({ name }, company)));
    for (const { deviceId } of wanted) {
      const answers = await Promise.all([1, 2, 3, 4].map(() => replace({ deviceIds: [deviceId] }, company)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      const codes = new Set(answers.flatMap(({ status, body }) => (status === 200 ? [] : [body.code])));
      for (const code of codes) expect(['planner.replacements-busy', 'planner.replaced-already']).toContain(code);
    }
    expect(await itemsOf(company)).toHaveLength(wanted.length);
  });

  it('takes fifty devices in one commit, and names the way out for more', async () => {
    const company = await newCompany(owner);
    const made: string[] = [];
    for (let at = 0; at < 50; at += 1) made.push((await add({ name: `PC ${at}` }, company)).deviceId);
    const over = await replace({ deviceIds: [...made, companyId] }, company);
    expect(over.body.errors).toEqual([
      {
        path: 'deviceIds',
        message: 'One item replaces at most 50 devices. Choose fewer, and plan the others as another.',
      },
    ]);
    expect(ok(await replace({ deviceIds: made }, company))).toMatchObject({ title: 'Replace 50 laptops', hours: 150 });
    expect((await replace({ deviceIds: [made[0], made[0]] }, company)).body.errors?.[0]?.path).toBe('deviceIds');
    expect((await replace({ deviceIds: [] }, company)).status).toBe(400);
  });

  it('is refused for what is out of use, and where the currencies differ', async () => {
    const gone = await add({ name: 'Old one' });
    ok(await ask(owner, 'POST', `/companies/${companyId}/devices/${gone.deviceId}/retire`, { v: 1 }));
    expect((await replace({ deviceIds: [gone.deviceId] })).body.detail).toBe(
      'Out of use already: Old one. Restore or leave them out.',
    );
    const msp = await easyMsp();
    const client = await newCompany(msp);
    ok(await ask(msp, 'PATCH', '/device-policies', { v: 0, currency: 'EUR', policies: {} }));
    const { deviceId } = ok(await ask<DeviceDetail>(msp, 'POST', `/companies/${client}/devices`, { name: 'X' }));
    expect((await replace({ deviceIds: [deviceId] }, client, msp)).body.code).toBe('planner.replacement-currency');
  });
});

describe('who may plan replacements', () => {
  it('is who may write the planner of that client: devices of others do not exist', async () => {
    const { deviceId } = await add({ name: 'Ours' });
    const deviceIds = [deviceId];
    expect((await replace({ deviceIds }, companyId, stranger)).status).toBe(404);
    const other = await newCompany(owner);
    expect((await replace({ deviceIds }, other)).body.code).toBe('device.not-found');
    expect(await itemsOf(other)).toEqual([]);
    const viewer = await newStaff(owner, 'viewer');
    expect((await replace({ deviceIds }, companyId, viewer)).status).toBe(403);
    const client = await newClientUser(owner, companyId, 'admin');
    expect((await replace({ deviceIds }, companyId, client)).status).toBe(403);
    const technician = await newStaff(owner, 'technician', [companyId]);
    const item = ok(await replace({ deviceIds }, companyId, technician));
    const path = `/companies/${companyId}/planner-items/${item.plannerItemId}/devices`;
    expect((await ask<{ items: AttachedDevice[] }>(client, 'GET', path)).status).toBe(403);
    expect((await ask<{ items: AttachedDevice[] }>(stranger, 'GET', path)).body.items, 'nothing to see').toEqual([]);
  });
});
