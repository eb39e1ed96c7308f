import { afterAll, beforeAll, expect } from 'vitest';
import { syncRequested } from '../../events/integrations.ts';
import type { Integration } from '../../shared/integrations/integration.ts';
import type { Organisation } from '../../shared/integrations/organisation.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { systemScope } from '../_kit/scope.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { as } from '../_kit/testing/world.ts';
import { type Monitoring, startMonitoring } from '../devices/testing/fleet.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { type Cloud, startMicrosoft } from './testing/connected.ts';

let microsoft: Cloud;
let ninja: Monitoring;
beforeAll(async () => {
  [microsoft, ninja] = await Promise.all([startMicrosoft(), startMonitoring()]);
});
afterAll(() => Promise.all([microsoft.close(), ninja.close()]));

interface World {
  mspId: string;
  owner: Owner;
  companies: string[];
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  return { mspId: owner.mspId, owner, companies: [await newCompany(owner), await newCompany(owner)] };
}

type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A vendor that lists its organisations itself: connected, mapped, and disconnected again. */
async function playListed({ owner, companies }: World, { write, settle }: Hand): Promise<void> {
  const { cookie } = owner;
  const { app } = ninja.world;
  const { integrationId } = await write<Integration>({
    operation: 'connect',
    method: 'POST',
    path: '/integrations',
    body: {
      vendor: 'ninjaone',
      name: 'Our RMM',
      clientId: app.clientId,
      secret: app.secrets[0],
      apiUrl: ninja.baseUrl,
    },
    cookie,
  });
  await settle();
  const path = `/integrations/${integrationId}`;
  const listed = ok(await ask<{ items: Organisation[] }>(owner, 'GET', `${path}/organisations`)).items;
  const alpha = listed.find(({ name }) => name === 'Alpha Clinic');
  const body = { v: alpha?.v, companyId: companies[0] };
  const at = `${path}/organisations/${alpha?.organisationId}/company`;
  await write({ operation: 'mapCompany', method: 'PUT', path: at, body, cookie });
  const { v } = ok(await ask<Integration>(owner, 'GET', path));
  await write({ operation: 'disconnect', method: 'DELETE', path, body: { v }, cookie });
}

async function play(world: World, hand: Hand): Promise<void> {
  const { mspId, owner, companies } = world;
  const { write, last, settle } = hand;
  const { cookie } = owner;
  await playListed(world, hand);
  const send = <T>(operation: string, method: Method, path: string, body: object = {}) =>
    write<T>({ operation, method, path: `/integrations${path}`, body, cookie });
  const secret = microsoft.world.app.secrets[0] ?? '';
  const { integrationId } = await send<Integration>('connect', 'POST', '', {
    vendor: 'microsoft-365',
    name: 'Our Microsoft',
    clientId: microsoft.world.app.clientId,
    secret,
    apiUrl: microsoft.authorityUrl,
    loginUrl: microsoft.authorityUrl,
  });
  const at = `/${integrationId}`;
  const v = async () => ok(await ask<Integration>(owner, 'GET', `/integrations${at}`)).v;
  for (const tenant of ['alpha-clinic.example', 'beta-bakery.example', 'nobody.example']) {
    await send('addOrganisation', 'POST', `${at}/organisations`, { tenant });
    await settle();
  }
  const list = `/integrations${at}/organisations`;
  const named = async (name: string) => {
    const found = ok(await ask<{ items: Organisation[] }>(owner, 'GET', list)).items.find((one) => one.name === name);
    if (!found) throw new Error(`${name} is not in the list.`);
    return found;
  };
  const tenantPath = ({ organisationId }: Organisation) => `${at}/organisations/${organisationId}`;
  const nobody = await named('nobody.example');
  await send('removeOrganisation', 'DELETE', tenantPath(nobody), { v: nobody.v });
  for (const [i, name] of ['Alpha Clinic', 'Beta Bakery'].entries()) {
    const tenant = await named(name);
    const body = { v: tenant.v, companyId: companies[i] };
    await send<Organisation>('mapCompany', 'PUT', `${tenantPath(tenant)}/company`, body);
  }
  await send('edit', 'PATCH', at, { v: await v(), name: 'Microsoft of us all' });
  await send('pause', 'POST', `${at}/pause`, { v: await v() });
  await send('resume', 'POST', `${at}/resume`, { v: await v() });
  await send('test', 'POST', `${at}/test`);
  await settle();
  await send('replaceSecret', 'PUT', `${at}/secret`, { v: await v(), secret });
  const alpha = await named('Alpha Clinic');
  await send('unmapCompany', 'DELETE', `${tenantPath(alpha)}/company`, { v: alpha.v });
  // A sync asked for in the last moment: its fact may well come when there is nothing left to sync.
  await as('platform-api', () =>
    commit(systemScope(mspId, 'trial'), [], [syncRequested.of({ integrationId, runId: newId(), attempt: 0 })]),
  );
  const body = { v: await v() };
  await last({ operation: 'disconnect', method: 'DELETE', path: `/integrations${at}`, body, cookie });
}

/** Disconnected, nothing of it is left: no integration, no tenant, and both clients are free for another one. */
async function holds({ owner, companies }: World): Promise<void> {
  expect(ok(await ask<{ items: unknown[] }>(owner, 'GET', '/integrations')).items).toEqual([]);
  for (const companyId of companies) {
    const seen = ok(await ask<{ connection: object }>(owner, 'GET', `/companies/${companyId}/m365`));
    expect(seen.connection).toEqual({ state: 'not-connected' });
  }
}

survives({
  feature: 'integrations',
  heardBy: ['devices', 'm365'],
  prepare,
  play,
  holds,
  // A tenant is looked at once more for each test that comes again; which client's rows go last is the order's matter.
  blind: { answer: ['v'], audit: ['causes', 'operation'] },
  elsewhere: {
    syncNow: 'killed, throttled and cut short in functions/m365/faults and engine',
    acceptRemoval: 'needs a sync that held a removal back: functions/m365/faults',
  },
});
