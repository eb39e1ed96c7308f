import { z } from 'zod';
import { OrganisationId } from '../shared/integrations/organisation.ts';
import { VendorId } from '../shared/integrations/vendor.ts';
import { CompanyId, IntegrationId, RunId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const OneIntegration = z.object({ integrationId: IntegrationId });
const OneRun = OneIntegration.extend({ runId: RunId });
const OneMapping = OneIntegration.extend({
  vendor: VendorId,
  organisationId: OrganisationId,
  companyId: CompanyId,
});

/** An integration has worked for the first time. */
export const integrationConnected = fact(
  'integrations.integration.connected',
  1,
  OneIntegration,
  'An integration has worked for the first time.',
);
/** Part of what an integration reads is missing; the rest goes on. Told once, until it recovers. */
export const integrationDegraded = fact(
  'integrations.integration.degraded',
  1,
  OneIntegration,
  'Part of what an integration reads is missing.',
);
/** An integration reads nothing any more and waits for a person. Told once, until it recovers. */
export const integrationFailed = fact(
  'integrations.integration.failed',
  1,
  OneIntegration,
  'An integration stopped and waits for a person.',
);
export const integrationRecovered = fact(
  'integrations.integration.recovered',
  1,
  OneIntegration,
  'An integration works again.',
);
/** A person ended an integration: what it brought is to be removed. */
export const integrationDisconnected = fact(
  'integrations.integration.disconnected',
  1,
  OneIntegration,
  'An integration was disconnected.',
);

/** A person wants to know whether the credential works, for one organisation or for any. */
export const testRequested = fact(
  'integrations.test.requested',
  1,
  OneIntegration.extend({ organisationId: OrganisationId.optional() }),
);

/** A run is to start, or (attempt above 0) to be taken up again where it stopped. */
export const syncRequested = fact('integrations.sync.requested', 1, OneRun.extend({ attempt: z.int().min(0) }));
export const syncFinished = fact('integrations.sync.finished', 1, OneRun, 'A sync has finished.');
export const syncFailed = fact('integrations.sync.failed', 1, OneRun, 'A sync has failed.');

export const companyMapped = fact('integrations.company.mapped', 1, OneMapping);
/** A company is no longer fed by this organisation: what was synced for it is to be removed. */
export const companyUnmapped = fact('integrations.company.unmapped', 1, OneMapping);
