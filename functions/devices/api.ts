import { devicesApi } from '../../shared/devices/devices.api.ts';
import { api } from '../_kit/api.ts';
import { figures } from './assess.service.ts';
import * as Devices from './devices.service.ts';
import { checkImport, importRows } from './import.service.ts';
import { list, listAll } from './list.service.ts';
import * as Policies from './policies.service.ts';
import { chosen, restoreSeveral, retireSeveral } from './several.service.ts';

export const handler = api(devicesApi, {
  listAll,
  list,
  create: Devices.create,
  get: Devices.get,
  links: Devices.links,
  history: Devices.history,
  edit: Devices.edit,
  retire: Devices.retire,
  restore: Devices.restore,
  remove: Devices.remove,
  chosen,
  retireSeveral,
  restoreSeveral,
  checkImport,
  importRows,
  figures,
  policies: Policies.policies,
  setPolicies: Policies.setPolicies,
  companyPolicies: Policies.companyPolicies,
  setCompanyPolicies: Policies.setCompanyPolicies,
});
