import type { DataSetName } from '../../shared/integrations/vendor.ts';
import type { DataSet } from '../integrations/data-set.service.ts';
import { adminRoles } from './data-sets/admin-roles.ts';
import { controls } from './data-sets/controls.ts';
import { licences, subscriptions } from './data-sets/licences.ts';
import { secureScore } from './data-sets/secure-score.ts';
import { secondFactors, signIns } from './data-sets/user-facets.ts';
import { users } from './data-sets/users.ts';

type Named = Record<DataSetName<'microsoft-365'>, DataSet>;

/** How each data set of the catalogue is read: one that is missing here does not compile. */
const BY_NAME: Named = {
  licences: licences as DataSet,
  subscriptions: subscriptions as DataSet,
  users: users as DataSet,
  'sign-ins': signIns as DataSet,
  mfa: secondFactors as DataSet,
  'admin-roles': adminRoles as DataSet,
  'secure-score': secureScore as DataSet,
  controls: controls as DataSet,
};

export const DATA_SETS: readonly DataSet[] = Object.values(BY_NAME);
