import type { HardwareModel } from './world/hardware.ts';
import type { SystemName } from './world/operating-systems.ts';

/**
 * All that the simulated NinjaOne holds for one MSP. Plain data: two worlds of one seed and one clock are equal byte for
 * byte. The server changes it only through `world/world-changes.ts`. Instants are ISO texts; the wire has epoch seconds.
 */
export interface NinjaWorld {
  seed: string;
  /** Instant that all dates of the world are offsets from. */
  builtAt: string;
  app: ApiApp;
  organisations: Organisation[];
  /** By ascending id. */
  devices: Device[];
  /** Next free device id; never reused. */
  nextDeviceId: number;
}

/** Source: NinjaOne, "OAuth tokens and scopes". */
export type ApiScope = 'monitoring' | 'management' | 'control';

/** The MSP's "API Services (machine-to-machine)" app. */
export interface ApiApp {
  clientId: string;
  /** Accepted client secrets; empty once revoked. */
  secrets: string[];
  scopes: ApiScope[];
}

export interface Organisation {
  /** Short code of the company in the demo, for people who steer the simulator. Never leaves through the API. */
  code: string;
  id: number;
  name: string;
  description: string;
  locations: { id: number; name: string; address: string }[];
  endUsers: EndUser[];
}

export interface EndUser {
  id: number;
  uid: string;
  firstName: string;
  lastName: string;
  email: string;
}

export interface Device {
  id: number;
  uid: string;
  organisationId: number;
  locationId: number;
  model: HardwareModel;
  name: string;
  dnsDomain: string;
  /** Domain or workgroup as the system reports it. */
  domain: string;
  serial: string;
  /** Null for devices that no agent runs on (network gear, printers). */
  os: { system: SystemName; needsReboot: boolean; lastBootAt: string } | null;
  approved: boolean;
  offline: boolean;
  /** When the agent or monitor first saw it. */
  createdAt: string;
  lastContactAt: string;
  memoryBytes: number;
  disks: { model: string; sizeBytes: number; ssd: boolean }[];
  freeShare: number;
  encrypted: boolean;
  ipAddress: string;
  macAddress: string;
  publicIp: string;
  warranty: { startAt: string; endAt: string } | null;
  /** What the MSP entered in custom fields. */
  purchasedAt: string | null;
  assetTag: string;
  ownerUid: string | null;
  lastLogon: { userName: string; at: string } | null;
  health: Health;
}

export interface Health {
  status: 'UNKNOWN' | 'HEALTHY' | 'NEEDS_ATTENTION' | 'UNHEALTHY';
  alerts: number;
  pendingOsPatches: number;
  failedOsPatches: number;
  activeThreats: number;
}

/** Finds an organisation by id, name or demo code. */
export function findOrganisation(world: NinjaWorld, name: string): Organisation | undefined {
  const wanted = name.toLowerCase();
  return world.organisations.find(
    (row) => String(row.id) === wanted || row.name.toLowerCase() === wanted || row.code.toLowerCase() === wanted,
  );
}
