import { m365Api } from '../../shared/m365/m365.api.ts';
import { api } from '../_kit/api.ts';
import * as Controls from './controls.service.ts';
import { deviceUser, user, userDevices } from './device-users.service.ts';
import { licenceLinks, licences } from './licences.service.ts';
import { listCompaniesWithFigures, overview } from './overview.service.ts';
import { secureScore } from './secure-score.service.ts';
import { editSettings, settings } from './settings.service.ts';
import { users } from './users.service.ts';

export const handler = api(m365Api, {
  listCompanies: listCompaniesWithFigures,
  settings,
  editSettings,
  overview,
  licences,
  licenceLinks,
  users,
  user,
  userDevices,
  deviceUser,
  secureScore,
  controls: Controls.controls,
  control: Controls.control,
  controlLinks: Controls.controlLinks,
  decideControl: Controls.decide,
});
