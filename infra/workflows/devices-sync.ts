import { vendorSync } from '../constructs/vendor-sync.ts';

/** One sync of devices. */
export const devicesSync = vendorSync;
