import { afterAll, beforeAll, expect, it } from 'vitest';
import { tenantNamed, updateUser } from '../../scripts/vendors/graph/world/world-changes.ts';
import { idle } from '../_kit/testing/world.ts';
import * as Fleet from '../devices/testing/fleet.ts';
import { ask, ok } from '../identity/testing/members.ts';
import * as Tenants from '../integrations/testing/connected.ts';
import { found, search } from './testing/searching.ts';

/** Whole syncs through queues, workflow and workers: fast alone, slow beside a busy machine's other work. */
const SLOW = { timeout: 120_000 };

let ninja: Fleet.Monitoring;
let microsoft: Tenants.Cloud;
beforeAll(async () => {
  [ninja, microsoft] = await Promise.all([Fleet.startMonitoring(), Tenants.startMicrosoft()]);
});
afterAll(() => Promise.all([ninja.close(), microsoft.close()]));

it(
  'devices that a sync brings are found by serial number and name, until the sync ends for their client',
  SLOW,
  async () => {
    const at = await Fleet.connected(ninja);
    const companyId = await Fleet.mapped(at, 'Beta Bakery');
    await Fleet.sync(at);
    const devices = await Fleet.devicesOf(at, companyId);
    expect(devices.length).toBeGreaterThan(2);
    for (const { name, serial = '' } of devices) {
      expect(await found(at.owner, serial, 'device'), serial).toEqual([name]);
      expect(await found(at.owner, name, 'device'), name).toContain(name);
    }
    const fed = (await Fleet.organisations(at)).find((one) => one.companyId === companyId);
    const path = `/integrations/${at.integrationId}/organisations/${fed?.organisationId}/company`;
    ok(await ask(at.owner, 'DELETE', path, { v: fed?.v }));
    await idle();
    for (const { serial = '' } of devices) expect(await found(at.owner, serial), serial).toEqual([]);
  },
);

it('accounts are found by name and sign-in name, and by the new name after the next sync', SLOW, async () => {
  const at = await Tenants.connected(microsoft);
  const { companyId } = await Tenants.mapped(at, 'alpha-clinic.example');
  await Tenants.sync(at);
  const tenant = tenantNamed(microsoft.world, 'ALPHA');
  const user = tenant.users.find(({ userType }) => userType === 'Member');
  if (!user) throw new Error('The small world has nobody at Alpha Clinic.');
  const { userPrincipalName: upn } = user;
  expect((await search(at.owner, upn)).items).toMatchObject([{ type: 'm365-user', companyId, hint: upn }]);
  updateUser(tenant, user, { displayName: 'Xaviera Renamed' });
  await Tenants.sync(at);
  expect(await found(at.owner, 'xaviera')).toEqual(['Xaviera Renamed']);
  expect(await found(at.owner, upn)).toEqual(['Xaviera Renamed']);
});
