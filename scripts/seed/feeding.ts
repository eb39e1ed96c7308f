import type { Company } from '../../shared/companies/company.ts';
import type { Cloud } from '../local/cloud.ts';
import type { Person } from './person.ts';
import { PATIENCE_MS } from './story.ts';

/**
 * Lets the organisations of a new integration feed their clients, by the vendor's id, and syncs for the first time by the
 * real workflow. First it waits until the connection was tested: a test writes what it learns onto the organisations.
 *
 * @throws what the integration says of itself when the sync did not finish
 */
export async function feed(
  cloud: Cloud,
  { api }: Person,
  integrationId: string,
  companies: ReadonlyMap<string, Company>,
): Promise<void> {
  await cloud.idle(PATIENCE_MS);
  const { items } = await api.integrations.listOrganisations({ integrationId, limit: 100 });
  for (const { externalId, organisationId, v } of items) {
    const company = companies.get(externalId);
    if (company) await api.integrations.mapCompany({ integrationId, organisationId, v, companyId: company.companyId });
  }
  await api.integrations.syncNow({ integrationId });
  await cloud.idle(PATIENCE_MS);
  const { name, lastSyncedAt, trouble, state } = await api.integrations.get({ integrationId });
  if (!lastSyncedAt) throw new Error(`The first sync of ${name} did not finish: ${JSON.stringify(trouble ?? state)}`);
}
