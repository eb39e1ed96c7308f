import { integrationsApi } from '../../shared/integrations/integrations.api.ts';
import { api } from '../_kit/api.ts';
import * as Integrations from './integrations.service.ts';
import * as Organisations from './organisations.service.ts';
import * as Runs from './runs.service.ts';

export const handler = api(integrationsApi, {
  catalogue: Integrations.catalogue,
  list: Integrations.list,
  connect: Integrations.connect,
  get: Integrations.get,
  edit: Integrations.edit,
  disconnect: Integrations.disconnect,
  replaceSecret: Integrations.replaceSecret,
  pause: Integrations.pause,
  resume: Integrations.resume,
  test: Integrations.test,
  listOrganisations: Organisations.list,
  addOrganisation: Organisations.add,
  removeOrganisation: Organisations.remove,
  mapCompany: Organisations.map,
  unmapCompany: Organisations.unmap,
  acceptRemoval: Organisations.acceptRemoval,
  syncNow: Runs.request,
  listRuns: Runs.list,
  getRun: Runs.get,
  listQuarantined: Runs.quarantined,
});
