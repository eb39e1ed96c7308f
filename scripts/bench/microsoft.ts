import { numberedTenant } from '../vendors/graph/demo/big-tenant.ts';
import { type RunningGraph, startGraph } from '../vendors/graph/server.ts';
import { buildWorld } from '../vendors/graph/world/build-world.ts';
import type { TenantSpec } from '../vendors/graph/world/tenant-spec.ts';
import type { Visitor } from './visitor.ts';

/** A tenant of the bench with so many people. */
function tenant(users: number): TenantSpec {
  const name = { code: `T${users}`, displayName: `Tenant of ${users}`, domain: `tenant-${users}.example` };
  return numberedTenant(users, name);
}

export interface Connected {
  graph: RunningGraph;
  integrationId: string;
  /** Client that the tenant of so many users feeds. */
  companyOf: ReadonlyMap<number, string>;
}

/** A sync as the run's page tells it. */
export interface Sync {
  runId: string;
  state: string;
  startedAt: string;
  finishedAt: string;
  counters: { read: number; created: number; changed: number; removed: number; quarantined: number };
}

/** Connects a simulated Microsoft with a tenant for each size, each feeding one of the clients. Nothing is synced yet. */
export async function connect(
  visitor: Visitor,
  sizes: readonly number[],
  clients: readonly string[],
): Promise<Connected> {
  const world = buildWorld('bench', sizes.map(tenant), new Date());
  const graph = await startGraph({ world, now: () => new Date() });
  // What is measured is our own pace: Microsoft's limits are left out.
  for (const service of ['directory', 'security', 'identityReports', 'usageReports'] as const)
    graph.control.limit({ service, units: 1_000_000 });
  const { body: integration } = await visitor.ask<{ integrationId: string }>('POST', '/integrations', {
    vendor: 'microsoft-365',
    name: 'Microsoft 365',
    clientId: world.app.clientId,
    secret: world.app.secrets[0],
    apiUrl: graph.authorityUrl,
    loginUrl: graph.authorityUrl,
  });
  const organisations = `/integrations/${integration.integrationId}/organisations`;
  const companyOf = new Map<number, string>();
  for (const [index, size] of sizes.entries()) {
    const companyId = clients[index] ?? '';
    const added = await visitor.ask<{ organisationId: string }>('POST', organisations, { tenant: tenant(size).domain });
    const { organisationId } = added.body;
    await visitor.place.idle();
    const { items } = (await visitor.ask<{ items: { organisationId: string; v: number }[] }>('GET', organisations))
      .body;
    const v = items.find((one) => one.organisationId === organisationId)?.v;
    await visitor.ask('PUT', `${organisations}/${organisationId}/company`, { v, companyId });
    companyOf.set(size, companyId);
  }
  return { graph, integrationId: integration.integrationId, companyOf };
}

/** Answers of Microsoft take so much longer from now on, in milliseconds. Tokens do not. */
export function slow({ graph }: Connected, milliseconds: number): void {
  graph.control.clearFaults();
  graph.control.delay({ milliseconds });
}

/** Syncs now and waits for the end. @throws when the run does not end well */
export async function sync(visitor: Visitor, { integrationId }: Connected): Promise<Sync> {
  const { body: run } = await visitor.ask<Sync>('POST', `/integrations/${integrationId}/sync`);
  await visitor.place.idle();
  const { body } = await visitor.ask<Sync>('GET', `/integrations/${integrationId}/runs/${run.runId}`);
  if (body.state !== 'done') throw new Error(`The sync ended as ${body.state}: ${JSON.stringify(body).slice(0, 600)}`);
  return body;
}
