/* The vendors in words and numbers, apart from the schemas so that pages can name them without loading a schema library. */

import type { VendorId } from './vendor-ids.ts';

export type { VendorId } from './vendor-ids.ts';

/** One kind of rows that a sync pulls from each of a vendor's organisations, in this order. */
export interface DataSetInfo {
  name: string;
  title: string;
  /** Permission that is asked for it: at Microsoft one that a client's administrator grants, at others a scope of the API client. */
  permission: string;
}

/** A place where a vendor runs its service. */
export interface Region {
  name: string;
  apiUrl: string;
}

export interface Vendor {
  name: string;
  /** What a vendor calls its customers; Microsoft says "tenant". */
  organisation: string;
  /** `named`: a person adds each by its id or domain. `listed`: one credential sees all, and the vendor lists them. */
  organisationsAre: 'named' | 'listed';
  /** What the vendor calls the thing that client ID and secret belong to. */
  registration: string;
  provides: string;
  /** Workflow that syncs it. */
  workflow: string;
  apiUrl: string;
  loginUrl: string;
  /** Where there are several, one has to be chosen. */
  regions: readonly Region[];
  dataSets: readonly DataSetInfo[];
}

/**
 * The vendors that can be connected. Permissions are the least set for reading (Microsoft Graph, "Permissions reference"
 * and the permission table of each resource; NinjaOne, "OAuth token configuration"). A NinjaOne API client lives in one
 * region and is unknown in all others (NinjaOne, "Regional API instances").
 */
export const VENDORS = {
  'microsoft-365': {
    name: 'Microsoft 365',
    organisation: 'tenant',
    organisationsAre: 'named',
    registration: 'app registration',
    provides: 'Secure Score, licences, users',
    workflow: 'm365-sync',
    apiUrl: 'https://graph.microsoft.com',
    loginUrl: 'https://login.microsoftonline.com',
    regions: [],
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
  ninjaone: {
    name: 'NinjaOne',
    organisation: 'organisation',
    organisationsAre: 'listed',
    registration: 'API client',
    provides: 'Devices, warranties, health',
    workflow: 'devices-sync',
    apiUrl: 'https://app.ninjarmm.com',
    loginUrl: 'https://app.ninjarmm.com',
    regions: [
      { name: 'United States', apiUrl: 'https://app.ninjarmm.com' },
      { name: 'United States 2', apiUrl: 'https://us2.ninjarmm.com' },
      { name: 'Europe', apiUrl: 'https://eu.ninjarmm.com' },
      { name: 'Canada', apiUrl: 'https://ca.ninjarmm.com' },
      { name: 'Oceania', apiUrl: 'https://oc.ninjarmm.com' },
      { name: 'US government', apiUrl: 'https://fed.ninjarmm.com' },
    ],
    dataSets: [
      { name: 'sites', title: 'Sites', permission: 'monitoring' },
      { name: 'devices', title: 'Devices', permission: 'monitoring' },
      { name: 'device-health', title: 'Device health', permission: 'monitoring' },
    ],
  },
} as const satisfies Record<VendorId, Vendor>;

/** What is told about a vendor, without its particular data sets. */
export const vendorOf = (vendor: VendorId): Vendor => VENDORS[vendor];

/** What a data set is called in a sentence. */
export function titleOf(vendor: VendorId, dataSet: string): string {
  return (
    vendorOf(vendor)
      .dataSets.find(({ name }) => name === dataSet)
      ?.title.toLowerCase() ?? dataSet
  );
}

/** The data sets of a vendor, by name. */
export type DataSetName<V extends VendorId> = (typeof VENDORS)[V]['dataSets'][number]['name'];
