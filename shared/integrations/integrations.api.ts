import { z } from 'zod';
import { CompanyId, IntegrationId, RunId } from '../kernel/id.ts';
import { op } from '../kernel/op.ts';
import { PageInput } from '../kernel/page.ts';
import { Gone, Version } from '../kernel/record.ts';
import { Integration, IntegrationChange, IntegrationList, NewIntegration, NewSecret } from './integration.ts';
import {
  NewOrganisation,
  OneOrganisation,
  Organisation,
  OrganisationFilter,
  OrganisationId,
  OrganisationPage,
} from './organisation.ts';
import { QuarantinePage, Run, RunDetail, RunFilter, RunPage } from './run.ts';
import { CatalogueEntry } from './vendor.ts';

const One = z.strictObject({ integrationId: IntegrationId });
const Versioned = One.extend({ v: Version });
const Mapping = OneOrganisation.extend({ v: Version, companyId: CompanyId });
const VersionedOrganisation = OneOrganisation.extend({ v: Version });

const INTEGRATION = '/integrations/{integrationId}';
const ORGANISATION = `${INTEGRATION}/organisations/{organisationId}` as const;

/** Connections to vendors: credentials, whose data feeds whom, and how syncing goes. */
export const integrationsApi = {
  catalogue: op('integrations:read', 'GET', '/integrations/catalogue').output(
    z.object({ items: z.array(CatalogueEntry) }),
  ),
  list: op('integrations:read', 'GET', '/integrations').output(IntegrationList),
  connect: op('integrations:manage', 'POST', '/integrations').input(NewIntegration).output(Integration),
  get: op('integrations:read', 'GET', INTEGRATION).input(One).output(Integration),
  edit: op('integrations:manage', 'PATCH', INTEGRATION).input(IntegrationChange).output(Integration),
  disconnect: op('integrations:manage', 'DELETE', INTEGRATION).input(Versioned).output(Gone),
  replaceSecret: op('integrations:manage', 'PUT', `${INTEGRATION}/secret`).input(NewSecret).output(Integration),
  pause: op('integrations:manage', 'POST', `${INTEGRATION}/pause`).input(Versioned).output(Integration),
  resume: op('integrations:manage', 'POST', `${INTEGRATION}/resume`).input(Versioned).output(Integration),
  test: op('integrations:manage', 'POST', `${INTEGRATION}/test`)
    .input(One.extend({ organisationId: OrganisationId.optional() }))
    .output(Integration),
  listOrganisations: op('integrations:read', 'GET', `${INTEGRATION}/organisations`)
    .input(OrganisationFilter)
    .output(OrganisationPage),
  addOrganisation: op('integrations:manage', 'POST', `${INTEGRATION}/organisations`)
    .input(NewOrganisation)
    .output(Organisation),
  removeOrganisation: op('integrations:manage', 'DELETE', ORGANISATION).input(VersionedOrganisation).output(Gone),
  mapCompany: op('integrations:manage', 'PUT', `${ORGANISATION}/company`).input(Mapping).output(Organisation),
  unmapCompany: op('integrations:manage', 'DELETE', `${ORGANISATION}/company`)
    .input(VersionedOrganisation)
    .output(Organisation),
  acceptRemoval: op('integrations:manage', 'POST', `${ORGANISATION}/accept-removal`)
    .input(OneOrganisation.extend({ dataSet: z.string().max(40) }))
    .output(Gone),
  syncNow: op('integrations:manage', 'POST', `${INTEGRATION}/sync`).input(One).output(Run),
  listRuns: op('integrations:read', 'GET', `${INTEGRATION}/runs`).input(RunFilter).output(RunPage),
  getRun: op('integrations:read', 'GET', `${INTEGRATION}/runs/{runId}`)
    .input(One.extend({ runId: RunId }))
    .output(RunDetail),
  listQuarantined: op('integrations:read', 'GET', `${INTEGRATION}/quarantined`)
    .input(z.strictObject({ ...PageInput, integrationId: IntegrationId }))
    .output(QuarantinePage),
};
