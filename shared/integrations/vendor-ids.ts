/** Vendors that can be connected, in the order of the catalogue. */
export const VENDOR_IDS = ['microsoft-365', 'ninjaone'] as const;
export type VendorId = (typeof VENDOR_IDS)[number];
