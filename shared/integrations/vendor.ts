import { z } from 'zod';
import { VENDOR_IDS } from './vendor-ids.ts';
import { VENDORS } from './vendors.ts';

export { VENDOR_IDS } from './vendor-ids.ts';
export { type DataSetName, titleOf, VENDORS, type Vendor, vendorOf } from './vendors.ts';

export const VendorId = z.enum(VENDOR_IDS);
export type VendorId = z.infer<typeof VendorId>;

/** What the catalogue page tells about a vendor before it is connected. */
export const CatalogueEntry = z.object({
  vendor: VendorId,
  name: z.string(),
  provides: z.string(),
  permissions: z.array(z.string()),
});
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;

export function catalogue(): CatalogueEntry[] {
  return Object.entries(VENDORS).map(([vendor, { name, provides, dataSets }]) => ({
    vendor: vendor as VendorId,
    name,
    provides,
    permissions: [...new Set(dataSets.map(({ permission }) => permission))].sort(),
  }));
}
