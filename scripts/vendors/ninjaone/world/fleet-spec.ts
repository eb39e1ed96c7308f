import type { HardwareModel } from './hardware.ts';
import type { SystemName } from './operating-systems.ts';

/** What an organisation's fleet should look like; `build-fleet.ts` makes devices of it. */
export interface FleetSpec {
  code: string;
  name: string;
  description: string;
  /** Start of device names (`CRD-WS-004`). */
  prefix: string;
  /** Internal DNS domain, and how the domain is told in logon names: `CRD`, or `AzureAD` where Entra ID is joined. */
  dnsDomain: string;
  logonDomain: string;
  locations: { name: string; address: string; publicIp: string }[];
  /** People in the order in which devices are given to them. */
  people: Person[];
  groups: DeviceGroup[];
}

/** Somebody who signs in to devices. */
export interface Person {
  firstName: string;
  lastName: string;
  email: string;
}

/** Devices of one kind. Lists apply to the devices of the group in order and start again when they end. */
export interface DeviceGroup {
  model: HardwareModel;
  /** Middle of the names: `WS`, `LT`, `SRV`. */
  kind: string;
  /** Age in years of each device: as many devices as ages. */
  ages: readonly number[];
  systems?: readonly SystemName[];
  /** Location of each device by its index; default the first. */
  locations?: readonly number[];
  /** Length of the warranty in years; null where the vendor's look-up knows none. */
  warrantyYears?: readonly (number | null)[];
  /** Index of each device's owner in `people`; null for a shared device. */
  owners?: readonly (number | null)[];
  /** How many, from the first on, have no disk encryption. */
  unencrypted?: number;
  /** How many, from the first on, have no purchase date in their custom fields. */
  withoutPurchase?: number;
  /** Days since each was last in contact; default within the last hour. */
  silentDays?: readonly (number | undefined)[];
  /** Name of an earlier device whose serial and network address these report: one machine, entered twice. */
  twinOf?: string;
  /** Junk serials that are told instead of the maker's. */
  serials?: readonly (string | undefined)[];
}
