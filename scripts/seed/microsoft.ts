import type { Company } from '../../shared/companies/company.ts';
import type { Cloud } from '../local/cloud.ts';
import type { Vendors } from '../vendors/vendors.ts';
import type { Staff } from './staff.ts';

/** Longest wait for a first sync, in milliseconds; it takes a few seconds. */
const PATIENCE_MS = 120_000;

/**
 * Connects the simulated Microsoft 365 as the owner would: client secret, a tenant for each client that has consented, the
 * first sync by the real workflow.
 */
export async function seedMicrosoft(
  cloud: Cloud,
  vendors: Vendors,
  { dana }: Staff,
  clients: Record<string, Company>,
): Promise<void> {
  const { app, tenants } = vendors.world;
  const integration = await dana.api.integrations.connect({
    vendor: 'microsoft-365',
    name: 'Microsoft 365',
    clientId: app.clientId,
    secret: app.secrets[0] ?? '',
    everyHours: 6,
    apiUrl: new URL(vendors.graph.baseUrl).origin,
    loginUrl: vendors.graph.authorityUrl,
  });
  const { integrationId } = integration;
  for (const tenant of tenants) {
    const company = clients[tenant.code.toLowerCase()];
    if (!company || !tenant.consent.granted) continue;
    const organisation = await dana.api.integrations.addOrganisation({ integrationId, tenant: tenant.id });
    await dana.api.integrations.mapCompany({
      integrationId,
      organisationId: organisation.organisationId,
      v: organisation.v,
      companyId: company.companyId,
    });
  }
  await dana.api.integrations.test({ integrationId });
  await cloud.idle(PATIENCE_MS);
  await dana.api.integrations.syncNow({ integrationId });
  await cloud.idle(PATIENCE_MS);
  const after = await dana.api.integrations.get({ integrationId });
  if (!after.lastSyncedAt)
    throw new Error(`The first Microsoft 365 sync did not finish: ${JSON.stringify(after.trouble ?? after.state)}`);
}
