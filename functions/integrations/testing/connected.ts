import { smallWorld } from '../../../scripts/vendors/graph/demo/small-world.ts';
import { type RunningGraph, startGraph } from '../../../scripts/vendors/graph/server.ts';
import type { GraphWorld } from '../../../scripts/vendors/graph/world.ts';
import type { Integration } from '../../../shared/integrations/integration.ts';
import type { Organisation } from '../../../shared/integrations/organisation.ts';
import type { Run, RunDetail } from '../../../shared/integrations/run.ts';
import { idle } from '../../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../../identity/testing/members.ts';

/** A simulated Microsoft on a port of its own. */
export interface Cloud extends RunningGraph {
  world: GraphWorld;
}

/** ALPHA (10 users, with Entra P1) and BETA (3 users, without), or what `make` says. */
export async function startMicrosoft(
  make: (now: Date) => GraphWorld = smallWorld,
  heard?: (request: string) => Promise<void>,
): Promise<Cloud> {
  const world = make(new Date());
  return { ...(await startGraph({ world, now: () => new Date(), heard })), world };
}

/** An MSP whose Microsoft 365 integration stands, nothing mapped yet. */
export interface Connected {
  owner: Owner;
  microsoft: Cloud;
  integrationId: string;
}

export async function connected(microsoft: Cloud, secret = microsoft.world.app.secrets[0] ?? ''): Promise<Connected> {
  const owner = await easyMsp();
  const body = {
    vendor: 'microsoft-365',
    name: 'Our Microsoft',
    clientId: microsoft.world.app.clientId,
    secret,
    apiUrl: microsoft.authorityUrl,
    loginUrl: microsoft.authorityUrl,
  };
  const { integrationId } = ok(await ask<Integration>(owner, 'POST', '/integrations', body));
  return { owner, microsoft, integrationId };
}

export const integrationOf = async ({ owner, integrationId }: Connected) =>
  ok(await ask<Integration>(owner, 'GET', `/integrations/${integrationId}`));

export async function organisations({ owner, integrationId }: Connected): Promise<Organisation[]> {
  const path = `/integrations/${integrationId}/organisations`;
  return ok(await ask<{ items: Organisation[] }>(owner, 'GET', path)).items;
}

/** Adds a tenant by domain and waits until it was looked at. */
export async function addTenant(at: Connected, tenant: string): Promise<Organisation> {
  const path = `/integrations/${at.integrationId}/organisations`;
  const { organisationId } = ok(await ask<Organisation>(at.owner, 'POST', path, { tenant }));
  await idle();
  const found = (await organisations(at)).find((one) => one.organisationId === organisationId);
  if (!found) throw new Error(`${tenant} is not in the list.`);
  return found;
}

/** Adds a tenant and lets it feed a new client. */
export async function mapped(
  at: Connected,
  tenant: string,
  company?: string,
): Promise<{ companyId: string; tenant: Organisation }> {
  const added = await addTenant(at, tenant);
  const companyId = company ?? (await newCompany(at.owner));
  const path = `/integrations/${at.integrationId}/organisations/${added.organisationId}/company`;
  return { companyId, tenant: ok(await ask<Organisation>(at.owner, 'PUT', path, { v: added.v, companyId })) };
}

export async function runOf(at: Connected, runId: string): Promise<RunDetail> {
  return ok(await ask<RunDetail>(at.owner, 'GET', `/integrations/${at.integrationId}/runs/${runId}`));
}

/** Syncs now and waits for the end. */
export async function sync(at: Connected): Promise<RunDetail> {
  const { runId } = ok(await ask<Run>(at.owner, 'POST', `/integrations/${at.integrationId}/sync`));
  await idle();
  return runOf(at, runId);
}
