import type { DataSetName } from '../../shared/integrations/vendor.ts';
import type { DataSet } from '../integrations/data-set.service.ts';
import { deviceHealth } from './data-sets/device-health.ts';
import { devices } from './data-sets/devices.ts';
import { sites } from './data-sets/sites.ts';

type Named = Record<DataSetName<'ninjaone'>, DataSet>;

/** How each data set of the catalogue is read: one that is missing here does not compile. */
const BY_NAME: Named = {
  sites: sites as DataSet,
  devices: devices as DataSet,
  'device-health': deviceHealth as DataSet,
};

export const DATA_SETS: readonly DataSet[] = Object.values(BY_NAME);
