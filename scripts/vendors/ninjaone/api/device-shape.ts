import { epochSeconds } from '../world/dates.ts';
import { HARDWARE } from '../world/hardware.ts';
import { SYSTEMS } from '../world/operating-systems.ts';
import type { Device, NinjaWorld } from '../world.ts';

/** Roles that come with every NinjaOne, by class. Numbers are invented; they differ from division to division. */
const ROLE_IDS: Record<string, number> = {
  WINDOWS_SERVER: 101,
  WINDOWS_WORKSTATION: 102,
  MAC: 103,
  NMS_SWITCH: 201,
  NMS_FIREWALL: 203,
  NMS_PRINTER: 205,
  NMS_WAP: 207,
  NMS_SERVER: 208,
  NMS_OTHER: 209,
  ANDROID: 301,
  APPLE_IPADOS: 303,
};

export const roleIdOf = (device: Device): number => ROLE_IDS[HARDWARE[device.model].nodeClass] ?? 299;

/** A device of `/v2/devices`. Source: NinjaOne Public API 2.0, "NodeWithDetailedReferences". */
export function briefDevice(world: NinjaWorld, device: Device): object {
  const { nodeClass } = HARDWARE[device.model];
  return {
    id: device.id,
    uid: device.uid,
    ...(device.ownerUid ? { assignedOwnerUid: device.ownerUid } : {}),
    organizationId: device.organisationId,
    locationId: device.locationId,
    nodeClass,
    nodeRoleId: roleIdOf(device),
    rolePolicyId: 60,
    approvalStatus: device.approved ? 'APPROVED' : 'PENDING',
    offline: device.offline,
    displayName: device.name,
    systemName: device.name,
    dnsName: device.os ? `${device.name}.${device.dnsDomain}` : device.ipAddress,
    ...(device.os ? { netbiosName: device.name.slice(0, 15) } : {}),
    created: epochSeconds(device.createdAt),
    lastContact: epochSeconds(device.lastContactAt),
    lastUpdate: epochSeconds(device.lastContactAt),
    tags: [],
    references: references(world, device),
  };
}

/** A device of `/v2/devices-detailed`. Source: as above, "Device"; agents add `os`, `system`, `memory` and what follows. */
export function detailedDevice(world: NinjaWorld, device: Device): object {
  const hardware = HARDWARE[device.model];
  const detailed = {
    ...briefDevice(world, device),
    ipAddresses: [device.ipAddress],
    macAddresses: [device.macAddress],
    publicIP: device.publicIp,
    notes: [],
    deviceType: hardware.chassisType === '' ? 'NMS' : 'AGENT',
  };
  if (!device.os) {
    const { manufacturer, model } = hardware;
    return { ...detailed, system: { manufacturer, model, ...(device.serial ? { serialNumber: device.serial } : {}) } };
  }
  return {
    ...detailed,
    os: operatingSystemOf(device),
    system: systemOf(device),
    memory: { capacity: device.memoryBytes },
    processors: processorsOf(device),
    volumes: volumesOf(device),
    ...lastLogonOf(device),
  };
}

function references(world: NinjaWorld, device: Device): object {
  const organisation = world.organisations.find(({ id }) => id === device.organisationId);
  const owner = organisation?.endUsers.find(({ uid }) => uid === device.ownerUid);
  return {
    ...(device.warranty
      ? {
          warranty: {
            startDate: epochSeconds(device.warranty.startAt),
            endDate: epochSeconds(device.warranty.endAt),
            manufacturerFulfillmentDate: epochSeconds(device.warranty.startAt),
          },
        }
      : {}),
    ...(owner
      ? { assignedOwner: { ...owner, enabled: true, userType: 'END_USER', organizationId: organisation?.id } }
      : {}),
  };
}

/** Source: NinjaOne Public API 2.0, "DeviceOperatingSystem". */
export function operatingSystemOf({ os }: Device): object | undefined {
  if (!os) return undefined;
  return {
    ...SYSTEMS[os.system],
    lastBootTime: epochSeconds(os.lastBootAt),
    servicePackMajorVersion: 0,
    servicePackMinorVersion: 0,
    locale: '0409',
    language: 'en-US',
    needsReboot: os.needsReboot,
  };
}

/** Source: NinjaOne Public API 2.0, "DeviceComputerSystem". */
export function systemOf(device: Device): object | undefined {
  if (!device.os) return undefined;
  const { manufacturer, model, virtual, chassisType } = HARDWARE[device.model];
  return {
    name: device.name,
    manufacturer,
    model,
    biosSerialNumber: device.serial,
    serialNumber: device.serial,
    domain: device.domain,
    domainRole: chassisType === 'SERVER' ? 'MEMBER_SERVER' : 'MEMBER_WORKSTATION',
    numberOfProcessors: 1,
    totalPhysicalMemory: device.memoryBytes,
    virtualMachine: virtual,
    chassisType,
  };
}

/** Source: NinjaOne Public API 2.0, "DeviceProcessor". */
export function processorsOf(device: Device): object[] {
  const { processor, cores } = HARDWARE[device.model];
  if (!device.os) return [];
  return [
    {
      architecture: 'x64',
      maxClockSpeed: 2_400_000_000,
      clockSpeed: 2_100_000_000,
      name: processor,
      numCores: cores,
      numLogicalCores: cores * 2,
    },
  ];
}

/** Source: NinjaOne Public API 2.0, "DeviceVolume" and "VolumeBitLockerStatus". */
export function volumesOf(device: Device): object[] {
  if (!device.os) return [];
  const on = device.encrypted;
  return device.disks.slice(0, 1).map(({ sizeBytes }) => ({
    name: 'C:',
    driveLetter: 'C:',
    label: 'Windows',
    deviceType: 'Local Disk',
    fileSystem: 'NTFS',
    autoMount: true,
    compressed: false,
    capacity: sizeBytes,
    freeSpace: Math.floor(sizeBytes * device.freeShare),
    bitLockerStatus: {
      conversionStatus: on ? 'FULLY_ENCRYPTED' : 'FULLY_DECRYPTED',
      encryptionMethod: on ? 'XTS_AES_256' : 'NONE',
      protectionStatus: on ? 'PROTECTED' : 'UNPROTECTED',
      lockStatus: 'UNLOCKED',
      initializedForProtection: on,
    },
  }));
}

export function lastLogonOf({ lastLogon }: Device): object {
  return lastLogon ? { lastLoggedInUser: lastLogon.userName } : {};
}
