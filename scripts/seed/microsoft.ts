import type { Company } from '../../shared/companies/company.ts';
import type { Cloud } from '../local/cloud.ts';
import type { Vendors } from '../vendors/vendors.ts';
import type { Clients } from './clients.ts';
import { feed } from './feeding.ts';
import type { Staff } from './staff.ts';

/**
 * Connects the simulated Microsoft 365 as the owner would: client secret, a tenant for each client that has consented, the
 * first sync.
 */
export async function seedMicrosoft(cloud: Cloud, vendors: Vendors, { dana }: Staff, clients: Clients): Promise<void> {
  const { app, tenants } = vendors.world;
  const { integrationId } = await dana.api.integrations.connect({
    vendor: 'microsoft-365',
    name: 'Microsoft 365',
    clientId: app.clientId,
    secret: app.secrets[0] ?? '',
    everyHours: 6,
    apiUrl: new URL(vendors.graph.baseUrl).origin,
    loginUrl: vendors.graph.authorityUrl,
  });
  const fed = new Map<string, Company>();
  for (const { id, code, consent } of tenants) {
    const company = clients[code.toLowerCase()]?.company;
    if (!company || !consent.granted) continue;
    await dana.api.integrations.addOrganisation({ integrationId, tenant: id });
    fed.set(id, company);
  }
  await feed(cloud, dana, integrationId, fed);
}
