import type { Company } from '../../shared/companies/company.ts';
import type { Cloud } from '../local/cloud.ts';
import type { Vendors } from '../vendors/vendors.ts';
import { feed } from './feeding.ts';
import type { Staff } from './staff.ts';

/**
 * Connects the simulated NinjaOne as the owner would: API client, the organisations that it lists by itself, those of
 * clients mapped, the first sync. The MSP's own organisation feeds nobody.
 */
export async function seedNinjaOne(
  cloud: Cloud,
  vendors: Vendors,
  { dana }: Staff,
  clients: Record<string, Company>,
): Promise<void> {
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
    const company = clients[code.toLowerCase()];
    return company ? [[String(id), company] as const] : [];
  });
  await feed(cloud, dana, integrationId, new Map(fed));
}
