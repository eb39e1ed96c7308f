import { smallWorld } from '../../../scripts/vendors/ninjaone/demo/small-world.ts';
import { type RunningNinja, startNinjaOne } from '../../../scripts/vendors/ninjaone/server.ts';
import type { NinjaWorld } from '../../../scripts/vendors/ninjaone/world.ts';
import type { DeviceRow } from '../../../shared/devices/device.ts';
import type { Integration } from '../../../shared/integrations/integration.ts';
import type { Organisation } from '../../../shared/integrations/organisation.ts';
import type { Run, RunDetail } from '../../../shared/integrations/run.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { idle } from '../../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../../identity/testing/members.ts';

/** A simulated NinjaOne on a port of its own. */
export interface Monitoring extends RunningNinja {
  world: NinjaWorld;
}

/** ALPHA (8 devices of every sort) and BETA (3). */
export async function startMonitoring(make: (now: Date) => NinjaWorld = smallWorld): Promise<Monitoring> {
  const world = make(new Date());
  return { ...(await startNinjaOne({ world, now: () => new Date() })), world };
}

/** An MSP whose NinjaOne is connected, nothing mapped yet. */
export interface Connected {
  owner: Owner;
  integrationId: string;
}

export async function connected(ninja: Monitoring, secret = ninja.world.app.secrets[0] ?? ''): Promise<Connected> {
  const owner = await easyMsp();
  const { clientId } = ninja.world.app;
  const body = { vendor: 'ninjaone', name: 'Our RMM', clientId, secret, apiUrl: ninja.baseUrl };
  const { integrationId } = ok(await ask<Integration>(owner, 'POST', '/integrations', body));
  await idle();
  return { owner, integrationId };
}

export const integrationOf = async ({ owner, integrationId }: Connected) =>
  ok(await ask<Integration>(owner, 'GET', `/integrations/${integrationId}`));

export async function organisations({ owner, integrationId }: Connected): Promise<Organisation[]> {
  return ok(await ask<{ items: Organisation[] }>(owner, 'GET', `/integrations/${integrationId}/organisations`)).items;
}

/** Lets an organisation feed a client, a new one when none is given. */
export async function mapped(at: Connected, name: string, client?: string): Promise<string> {
  const found = (await organisations(at)).find((one) => one.name === name);
  if (!found) throw new Error(`${name} is not in the list.`);
  const companyId = client ?? (await newCompany(at.owner));
  const path = `/integrations/${at.integrationId}/organisations/${found.organisationId}/company`;
  ok(await ask(at.owner, 'PUT', path, { v: found.v, companyId }));
  return companyId;
}

/** Syncs now and waits for the end. */
export async function sync({ owner, integrationId }: Connected): Promise<RunDetail> {
  const { runId } = ok(await ask<Run>(owner, 'POST', `/integrations/${integrationId}/sync`));
  await idle();
  return ok(await ask<RunDetail>(owner, 'GET', `/integrations/${integrationId}/runs/${runId}`));
}

export async function devicesOf({ owner }: Connected, companyId: string, query = ''): Promise<DeviceRow[]> {
  return ok(await ask<Page<DeviceRow>>(owner, 'GET', `/companies/${companyId}/devices?limit=100${query}`)).items;
}
