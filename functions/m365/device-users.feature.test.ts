import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceDetail } from '../../shared/devices/device.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { DeviceUser, M365UserRow, UserDevices } from '../../shared/m365/user.ts';
import { http } from '../_kit/testing/world.ts';
import {
  ask,
  easyMsp,
  type Member,
  makeKey,
  newClientUser,
  newCompany,
  newStaff,
  ok,
} from '../identity/testing/members.ts';
import {
  type Cloud,
  type Connected,
  connected,
  mapped,
  startMicrosoft,
  sync,
} from '../integrations/testing/connected.ts';

let microsoft: Cloud;
let at: Connected;
let company: string;
let people: M365UserRow[];

beforeAll(async () => {
  microsoft = await startMicrosoft();
  at = await connected(microsoft);
  const { companyId } = await mapped(at, 'alpha-clinic.example');
  company = `/companies/${companyId}`;
  expect((await sync(at)).state).toBe('done');
  people = ok(await ask<Page<M365UserRow>>(at.owner, 'GET', `${company}/m365/users?status=any`)).items;
});
afterAll(() => microsoft.close());

const add = async (name: string, user?: string, to = company) =>
  ok(await ask<DeviceDetail>(at.owner, 'POST', `${to}/devices`, { name, type: 'laptop', model: 'Latitude', user }));
const userOf = async ({ deviceId }: DeviceDetail, who: Member = at.owner) =>
  ok(await ask<DeviceUser>(who, 'GET', `${company}/m365/devices/${deviceId}/user`));
const devicesOf = async ({ userKey }: M365UserRow) =>
  ok(await ask<UserDevices>(at.owner, 'GET', `${company}/m365/users/${userKey}/devices`)).items;

describe('who uses a device', () => {
  it('is the account that it names, with licences and second factor, and the account knows its devices', async () => {
    const [first, second] = people as [M365UserRow, M365UserRow];
    const byAddress = await add('LT-1', first.upn.toUpperCase());
    const byName = await add('LT-2', ` ${first.name.toLowerCase()} `);
    const other = await add('LT-3', second.upn);
    expect(await userOf(byAddress)).toEqual({ user: first, by: 'address' });
    expect(await userOf(byName)).toEqual({ user: first, by: 'name' });
    expect(await userOf(other)).toMatchObject({ user: { userKey: second.userKey } });
    expect((await devicesOf(first)).map(({ name }) => name)).toEqual(['LT-1', 'LT-2']);
    expect(await devicesOf(second)).toEqual([
      { deviceId: other.deviceId, name: 'LT-3', type: 'laptop', model: 'Latitude' },
    ]);
    expect(ok(await ask<M365UserRow>(at.owner, 'GET', `${company}/m365/users/${first.userKey}`))).toEqual(first);
  });

  it('is told anew after every change, and not of devices out of use', async () => {
    const [, , third] = people as [M365UserRow, M365UserRow, M365UserRow];
    const device = await add('LT-4', 'somebody@else.example');
    expect(await userOf(device)).toEqual({});
    const one = `${company}/devices/${device.deviceId}`;
    ok(await ask(at.owner, 'PATCH', one, { v: 1, user: third.upn }));
    expect(await userOf(device)).toMatchObject({ user: { userKey: third.userKey } });
    expect(await devicesOf(third)).toHaveLength(1);
    ok(await ask(at.owner, 'POST', `${one}/retire`, { v: 2 }));
    expect(await devicesOf(third)).toEqual([]);
    expect(await userOf(await add('LT-5'))).toEqual({});
  });

  it('is nobody where no tenant feeds the client, and nobody else’s to see', async () => {
    const other = `/companies/${await newCompany(at.owner)}`;
    const [first] = people as [M365UserRow];
    const alone = await add('LT-6', first.upn, other);
    expect(ok(await ask<DeviceUser>(at.owner, 'GET', `${other}/m365/devices/${alone.deviceId}/user`))).toEqual({});
    const mine = await add('LT-7', first.upn);
    const paths = [`/devices/${mine.deviceId}/user`, `/users/${first.userKey}`, `/users/${first.userKey}/devices`];
    const stranger = await easyMsp();
    const limited = await newStaff(at.owner, 'viewer', [await newCompany(at.owner)]);
    const client = await newClientUser(at.owner, company.split('/').at(-1) ?? '', 'admin');
    const viewer = await newStaff(at.owner, 'viewer');
    for (const path of paths) {
      expect((await ask(stranger, 'GET', `${company}/m365${path}`)).status, path).toBe(404);
      expect((await ask(limited, 'GET', `${company}/m365${path}`)).status, path).toBe(404);
      expect((await ask(client, 'GET', `${company}/m365${path}`)).status, path).toBe(403);
      expect((await ask(at.owner, 'GET', `${other}/m365${path}`)).status, path).toBe(404);
      expect((await ask(viewer, 'GET', `${company}/m365${path}`)).status, path).toBe(200);
    }
  });

  it('is not told to a key that may read Microsoft 365 but no devices', async () => {
    const [first] = people as [M365UserRow];
    const device = await add('LT-8', first.upn);
    const { secret } = ok(await makeKey(at.owner, { scopes: ['m365:read'] }));
    const read = (path: string) => http('GET', `/api${company}/m365${path}`, { key: secret });
    expect((await read(`/users/${first.userKey}`)).status).toBe(200);
    expect((await read(`/users/${first.userKey}/devices`)).status).toBe(403);
    expect((await read(`/devices/${device.deviceId}/user`)).status).toBe(403);
  });
});
