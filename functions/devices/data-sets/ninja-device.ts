import { z } from 'zod';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import type { SyncedFacts } from '../synced-devices.ts';

const text = (max: number) =>
  z
    .string()
    .nullish()
    .transform((value) => value?.trim().slice(0, max) || undefined);

/** Seconds since 1970 reach it in the year 5138: a greater number counts milliseconds, as some answers do. */
const MOST_SECONDS = 1e11;
const YEAR_10000 = Date.UTC(10_000, 0);

/** The day of an instant in UTC; undefined for none, and for what stands for none: zero, the first year, one without end. */
function dayOf(at: number | string | null | undefined): string | undefined {
  if (at === null || at === undefined) return undefined;
  const ms = typeof at === 'string' ? Date.parse(at) : at > MOST_SECONDS ? at : at * 1_000;
  return ms > 0 && ms < YEAR_10000 ? new Date(ms).toISOString().slice(0, 10) : undefined;
}

/** Seconds since 1970, with fractions; some answers have had milliseconds or ISO text instead. */
const Day = z
  .union([z.number(), z.iso.datetime({ offset: true })])
  .nullish()
  .transform(dayOf);

/** Source: NinjaOne Public API 2.0, "Device", `/v2/devices-detailed`. Agents alone have `os`; what is expanded may be absent. */
export const NinjaDevice = z.object({
  id: z.int().positive(),
  locationId: z.int().nullish(),
  nodeClass: z.string(),
  displayName: text(80),
  systemName: text(80),
  dnsName: text(80),
  created: Day,
  lastContact: Day,
  lastLoggedInUser: text(160),
  os: z.object({ name: text(100), releaseId: text(20) }).nullish(),
  system: z
    .object({
      manufacturer: text(80),
      model: text(120),
      biosSerialNumber: text(60),
      serialNumber: text(60),
      chassisType: z.string().nullish(),
      virtualMachine: z.boolean().nullish(),
    })
    .nullish(),
  references: z
    .object({
      warranty: z.object({ startDate: Day, endDate: Day }).nullish(),
      assignedOwner: z.object({ email: text(160) }).nullish(),
    })
    .nullish(),
});
type NinjaDevice = z.infer<typeof NinjaDevice>;

/** Source: NinjaOne Public API 2.0, `nodeClass`. Computers are told apart by their chassis. */
const TYPES: Readonly<Record<string, DeviceType>> = {
  ANDROID: 'mobile',
  APPLE_IOS: 'mobile',
  APPLE_IPADOS: 'tablet',
  WINDOWS_SERVER: 'server',
  LINUX_SERVER: 'server',
  MAC_SERVER: 'server',
  VMWARE_VM_HOST: 'server',
  HYPERV_VMM_HOST: 'server',
  NMS_SERVER: 'server',
  NMS_VM_HOST: 'server',
  VMWARE_VM_GUEST: 'virtual-machine',
  HYPERV_VMM_GUEST: 'virtual-machine',
  NMS_VIRTUAL_MACHINE: 'virtual-machine',
  NMS_FIREWALL: 'firewall',
  NMS_ROUTER: 'firewall',
  NMS_PRIVATE_NETWORK_GATEWAY: 'firewall',
  NMS_SWITCH: 'switch',
  NMS_WAP: 'access-point',
  NMS_PRINTER: 'printer',
  NMS_SCANNER: 'printer',
  NMS_PHONE: 'phone',
};
const COMPUTERS = new Set(['WINDOWS_WORKSTATION', 'LINUX_WORKSTATION', 'MAC', 'NMS_COMPUTER']);

/** The kind of a device. */
export function typeOf({ nodeClass, system }: Pick<NinjaDevice, 'nodeClass' | 'system'>): DeviceType {
  if (system?.virtualMachine) return 'virtual-machine';
  if (COMPUTERS.has(nodeClass)) return system?.chassisType === 'LAPTOP' ? 'laptop' : 'workstation';
  return TYPES[nodeClass] ?? 'other';
}

/** What is kept of a device; fields always in the same order. */
export interface NinjaContent extends Omit<SyncedFacts, 'site'> {
  /** The vendor's id of the site. */
  locationId?: number;
}

export function contentOf(device: NinjaDevice): NinjaContent {
  const { os, system, references, locationId } = device;
  const name = device.displayName ?? device.systemName ?? device.dnsName ?? `Device ${device.id}`;
  const facts = {
    name,
    type: typeOf(device),
    manufacturer: system?.manufacturer,
    model: system?.model,
    serial: system?.biosSerialNumber ?? system?.serialNumber,
    os: os?.name && [os.name, os.releaseId].filter(Boolean).join(' ').slice(0, 120),
    user: references?.assignedOwner?.email ?? device.lastLoggedInUser,
    warrantyStart: references?.warranty?.startDate,
    warrantyEnd: references?.warranty?.endDate,
    firstSeen: device.created,
    lastSeen: device.lastContact,
    locationId: locationId ?? undefined,
  };
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as unknown as NinjaContent;
}
