import { vendorSync } from '../constructs/vendor-sync.ts';

/** One sync of Microsoft 365. */
export const m365Sync = vendorSync;
