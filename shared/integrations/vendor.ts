import { z } from 'zod';

/** One kind of rows that a sync pulls from each of a vendor's organisations, in this order. */
export interface DataSetInfo {
  name: string;
  title: string;
  /** Application permission that a client's administrator grants for it. */
  permission: string;
}

export interface Vendor {
  name: string;
  /** What a vendor calls its customers; Microsoft says "tenant". */
  organisation: string;
  provides: string;
  /** Workflow that syncs it. */
  workflow: string;
  apiUrl: string;
  loginUrl: string;
  dataSets: readonly DataSetInfo[];
}

/**
 * The vendors that can be connected. Permissions are the least set for reading (Microsoft Graph, "Permissions reference"
 * and the permission table of each resource).
 */
export const VENDORS = {
  'microsoft-365': {
    name: 'Microsoft 365',
    organisation: 'tenant',
    provides: 'Secure Score, licences, users',
    workflow: 'm365-sync',
    apiUrl: 'https://graph.microsoft.com',
    loginUrl: 'https://login.microsoftonline.com',
    dataSets: [
      { name: 'licences', title: 'Licences', permission: 'Organization.Read.All' },
      { name: 'subscriptions', title: 'Renewal dates', permission: 'Organization.Read.All' },
      { name: 'users', title: 'Users', permission: 'User.Read.All' },
      { name: 'sign-ins', title: 'Sign-in activity', permission: 'AuditLog.Read.All' },
      { name: 'mfa', title: 'Second factors', permission: 'AuditLog.Read.All' },
      { name: 'admin-roles', title: 'Admin roles', permission: 'RoleManagement.Read.Directory' },
      { name: 'secure-score', title: 'Secure Score', permission: 'SecurityEvents.Read.All' },
      { name: 'controls', title: 'Secure Score controls', permission: 'SecurityEvents.Read.All' },
    ],
  },
} as const satisfies Record<string, Vendor>;

export const VendorId = z.enum(['microsoft-365']);
export type VendorId = z.infer<typeof VendorId>;

/** The data sets of a vendor, by name. */
export type DataSetName<V extends VendorId> = (typeof VENDORS)[V]['dataSets'][number]['name'];

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
