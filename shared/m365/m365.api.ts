import { z } from 'zod';
import { CompanyId, DeviceId } from '../kernel/id.ts';
import { Links } from '../kernel/link.ts';
import { op } from '../kernel/op.ts';
import { Control, ControlDetail, ControlFilter, ControlId, ControlPage, NewControlDecision } from './control.ts';
import { LicenceList, PartNumber } from './licence.ts';
import { M365CompanyFilter, M365CompanyPage, M365Overview } from './overview.ts';
import { SecureScore } from './secure-score.ts';
import { M365Settings, M365SettingsChange } from './settings.ts';
import { DeviceUser, M365UserFilter, M365UserPage, M365UserRow, UserDevices, UserKey } from './user.ts';

const OneCompany = z.strictObject({ companyId: CompanyId });
const M365 = '/companies/{companyId}/m365';
const OneControl = OneCompany.extend({ controlId: ControlId });
const OneUser = OneCompany.extend({ userKey: UserKey });
const USER = `${M365}/users/{userKey}` as const;
const CONTROL = `${M365}/secure-score/controls/{controlId}` as const;

/** Microsoft 365 of each client: Secure Score, licences, users. */
export const m365Api = {
  listCompanies: op('m365:read', 'GET', '/m365/companies').input(M365CompanyFilter).output(M365CompanyPage),
  settings: op('m365:read', 'GET', '/m365/settings').output(M365Settings),
  editSettings: op('m365:write', 'PATCH', '/m365/settings').input(M365SettingsChange).output(M365Settings),
  overview: op('m365:read', 'GET', M365).input(OneCompany).output(M365Overview),
  licences: op('m365:read', 'GET', `${M365}/licences`).input(OneCompany).output(LicenceList),
  licenceLinks: op('m365:read', 'GET', `${M365}/licences/{partNumber}/links`)
    .input(OneCompany.extend({ partNumber: PartNumber }))
    .output(Links),
  users: op('m365:read', 'GET', `${M365}/users`).input(M365UserFilter).output(M365UserPage),
  user: op('m365:read', 'GET', USER).input(OneUser).output(M365UserRow),
  /** Devices that name this account as their user; who asks may read devices too. */
  userDevices: op('m365:read', 'GET', `${USER}/devices`).input(OneUser).output(UserDevices),
  /** The account that a device's user is. */
  deviceUser: op('m365:read', 'GET', `${M365}/devices/{deviceId}/user`)
    .input(OneCompany.extend({ deviceId: DeviceId }))
    .output(DeviceUser),
  secureScore: op('m365:read', 'GET', `${M365}/secure-score`).input(OneCompany).output(SecureScore),
  controls: op('m365:read', 'GET', `${M365}/secure-score/controls`).input(ControlFilter).output(ControlPage),
  control: op('m365:read', 'GET', CONTROL).input(OneControl).output(ControlDetail),
  controlLinks: op('m365:read', 'GET', `${CONTROL}/links`).input(OneControl).output(Links),
  decideControl: op('m365:write', 'PUT', `${CONTROL}/status`).input(NewControlDecision).output(Control),
};
