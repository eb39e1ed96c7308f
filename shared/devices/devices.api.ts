import { z } from 'zod';
import { Imported, ImportVerdicts } from '../csv/importing.ts';
import { CompanyId } from '../kernel/id.ts';
import { Links } from '../kernel/link.ts';
import { op } from '../kernel/op.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Gone } from '../kernel/record.ts';
import { Activity } from '../platform/activity.ts';
import {
  AllDevicesFilter,
  DeviceChange,
  DeviceDetail,
  DeviceFilter,
  DevicePage,
  NewDevice,
  OneDevice,
  VersionedDevice,
} from './device.ts';
import { ImportCheck, ImportRows } from './device-import.ts';
import { FleetFigures } from './fleet.ts';
import { CompanyPolicies, CompanyPoliciesChange, MspPolicies, MspPoliciesChange } from './lifecycle-policy.ts';
import { ChosenFilter, ChosenPage, MovedDevices, SeveralDevices } from './several-devices.ts';

const OneCompany = z.strictObject({ companyId: CompanyId });
const ALL = '/companies/{companyId}/devices' as const;
const ONE = `${ALL}/{deviceId}` as const;

/** Each client's devices: what there is, how old it is, and what falls due when. */
export const devicesApi = {
  listAll: op('devices:read', 'GET', '/devices').input(AllDevicesFilter).output(DevicePage),
  list: op('devices:read', 'GET', ALL).input(DeviceFilter).output(DevicePage),
  create: op('devices:write', 'POST', ALL).input(NewDevice).output(DeviceDetail),
  get: op('devices:read', 'GET', ONE).input(OneDevice).output(DeviceDetail),
  links: op('devices:read', 'GET', `${ONE}/links`).input(OneDevice).output(Links),
  history: op('devices:read', 'GET', `${ONE}/history`).input(OneDevice.extend(PageInput)).output(pageOf(Activity)),
  edit: op('devices:write', 'PATCH', ONE).input(DeviceChange).output(DeviceDetail),
  retire: op('devices:write', 'POST', `${ONE}/retire`).input(VersionedDevice).output(DeviceDetail),
  restore: op('devices:write', 'POST', `${ONE}/restore`).input(VersionedDevice).output(DeviceDetail),
  remove: op('devices:write', 'DELETE', ONE).input(VersionedDevice).output(Gone),
  /** All that a list would show, with no more than what is done with several devices needs. */
  chosen: op('devices:read', 'GET', `${ALL}/chosen`).input(ChosenFilter).output(ChosenPage),
  retireSeveral: op('devices:write', 'POST', `${ALL}/retire`).input(SeveralDevices).output(MovedDevices),
  restoreSeveral: op('devices:write', 'POST', `${ALL}/restore`).input(SeveralDevices).output(MovedDevices),
  /** What would become of the lines of a file; nothing is written. */
  checkImport: op('devices:write', 'POST', `${ALL}/import/check`).input(ImportCheck).output(ImportVerdicts),
  importRows: op('devices:write', 'POST', `${ALL}/import`).input(ImportRows).output(Imported),
  figures: op('devices:read', 'GET', '/companies/{companyId}/device-figures').input(OneCompany).output(FleetFigures),
  policies: op('devices:read', 'GET', '/device-policies').output(MspPolicies),
  setPolicies: op('msp:write', 'PATCH', '/device-policies').input(MspPoliciesChange).output(MspPolicies),
  companyPolicies: op('devices:read', 'GET', '/companies/{companyId}/device-policies')
    .input(OneCompany)
    .output(CompanyPolicies),
  setCompanyPolicies: op('devices:write', 'PATCH', '/companies/{companyId}/device-policies')
    .input(CompanyPoliciesChange)
    .output(CompanyPolicies),
};
