import type { Cloud } from '../local/cloud.ts';
import type { Vendors } from '../vendors/vendors.ts';
import type { Clients } from './clients.ts';
import { feed } from './feeding.ts';
import type { Staff } from './staff.ts';

/**
 * Connects the simulated NinjaOne as the owner would: API client, the organisations that it lists by itself, those of
 * clients mapped, the first sync. The MSP's own organisation feeds nobody.
 */
export async function seedNinjaOne(cloud: Cloud, vendors: Vendors, { dana }: Staff, clients: Clients): Promise<void> {
  const { app, organisations } = vendors.fleets;
  const { integrationId } = await dana.api.integrations.connect({
    vendor: 'ninjaone',
    name: 'NinjaOne',
    clientId: app.clientId,
    secret: app.secrets[0] ?? '',
    everyHours: 4,
    apiUrl: vendors.ninjaOne.baseUrl,
  });
  const fed = organisations.flatMap(({ code, id }) => {
    const company = clients[code.toLowerCase()]?.company;
    return company ? [[String(id), company] as const] : [];
  });
  await feed(cloud, dana, integrationId, new Map(fed));
}
