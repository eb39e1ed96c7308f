import { z } from 'zod';

/**
 * Records of the NinjaOne Public API 2.0 with the names and types of its published specification. Strict: a field that the
 * vendor does not have fails. `os`, `system`, `memory`, `processors`, `volumes` and `lastLoggedInUser` of a detailed device
 * are not in the specification; agents send them (seen by the vendor's users).
 */
const id = z.int().positive();
const text = z.string();
const seconds = z.number().positive().max(99_999_999_999);
const count = z.int().min(0);

const NODE_CLASSES = [
  'WINDOWS_SERVER',
  'WINDOWS_WORKSTATION',
  'MAC',
  'ANDROID',
  'APPLE_IPADOS',
  'NMS_SWITCH',
  'NMS_FIREWALL',
  'NMS_PRINTER',
  'NMS_WAP',
  'NMS_OTHER',
  'NMS_SERVER',
] as const;

const organization = {
  id,
  name: text,
  description: text.optional(),
  nodeApprovalMode: z.enum(['AUTOMATIC', 'MANUAL', 'REJECT']),
};
const location = { id, name: text, address: text };

const user = z.strictObject({
  id,
  uid: z.guid(),
  firstName: text,
  lastName: text,
  email: z.email(),
  enabled: z.boolean(),
  userType: z.enum(['TECHNICIAN', 'END_USER']),
  organizationId: id,
});

const references = z.strictObject({
  warranty: z.strictObject({ startDate: seconds, endDate: seconds, manufacturerFulfillmentDate: seconds }).optional(),
  assignedOwner: user.optional(),
});

const device = {
  id,
  uid: z.guid(),
  assignedOwnerUid: z.guid().optional(),
  organizationId: id,
  locationId: id,
  nodeClass: z.enum(NODE_CLASSES),
  nodeRoleId: id,
  rolePolicyId: id,
  approvalStatus: z.enum(['PENDING', 'APPROVED']),
  offline: z.boolean(),
  displayName: text,
  systemName: text,
  dnsName: text,
  netbiosName: text.max(15).optional(),
  created: seconds,
  lastContact: seconds,
  lastUpdate: seconds,
  tags: z.array(text),
  references,
};

const operatingSystem = {
  manufacturer: text,
  name: text,
  architecture: text,
  lastBootTime: seconds,
  buildNumber: text,
  releaseId: text,
  servicePackMajorVersion: count,
  servicePackMinorVersion: count,
  locale: text,
  language: text,
  needsReboot: z.boolean(),
};
const computerSystem = {
  name: text,
  manufacturer: text,
  model: text,
  biosSerialNumber: text,
  serialNumber: text,
  domain: text,
  domainRole: text,
  numberOfProcessors: count,
  totalPhysicalMemory: count,
  virtualMachine: z.boolean(),
  chassisType: text,
};
const processor = {
  architecture: text,
  maxClockSpeed: count,
  clockSpeed: count,
  name: text,
  numCores: count,
  numLogicalCores: count,
};
const volume = {
  name: text,
  driveLetter: text,
  label: text,
  deviceType: text,
  fileSystem: text,
  autoMount: z.boolean(),
  compressed: z.boolean(),
  capacity: count,
  freeSpace: count,
  bitLockerStatus: z.strictObject({
    conversionStatus: z.enum(['FULLY_DECRYPTED', 'FULLY_ENCRYPTED']),
    encryptionMethod: z.enum(['NONE', 'XTS_AES_256']),
    protectionStatus: z.enum(['UNPROTECTED', 'PROTECTED']),
    lockStatus: z.enum(['UNLOCKED', 'LOCKED']),
    initializedForProtection: z.boolean(),
  }),
};
const disk = {
  bytesPerSector: count,
  description: text,
  interfaceType: text,
  manufacturer: text,
  mediaType: text,
  model: text,
  name: text,
  partitionCount: count,
  size: count,
  smartCapable: z.boolean(),
  status: text,
};
const health = {
  activeThreatsCount: count,
  quarantinedThreatsCount: count,
  blockedThreatsCount: count,
  failedOSPatchesCount: count,
  pendingOSPatchesCount: count,
  alertCount: count,
  activeJobCount: count,
  failedSoftwarePatchesCount: count,
  pendingSoftwarePatchesCount: count,
  productsInstallationStatuses: z.record(text, text),
  offline: z.boolean(),
  parentOffline: z.boolean(),
  healthStatus: z.enum(['UNKNOWN', 'HEALTHY', 'NEEDS_ATTENTION', 'UNHEALTHY']),
  installationIssuesCount: count,
};

const collected = { deviceId: id, timestamp: seconds };

const agentDevice = {
  ...device,
  ipAddresses: z.array(z.ipv4()),
  macAddresses: z.array(z.string().regex(/^([0-9A-F]{2}:){5}[0-9A-F]{2}$/)),
  publicIP: text,
  notes: z.array(z.strictObject({ text })),
  deviceType: text,
  os: z.strictObject(operatingSystem).optional(),
  system: z.strictObject(computerSystem).partial().optional(),
  memory: z.strictObject({ capacity: count }).optional(),
  processors: z.array(z.strictObject(processor)).optional(),
  volumes: z.array(z.strictObject(volume)).optional(),
  lastLoggedInUser: text.optional(),
};

/** Row of each path, behind `/v2`. */
export const ROWS: Record<string, z.ZodType> = {
  '/organizations': z.strictObject(organization),
  '/organizations-detailed': z.strictObject({ ...organization, locations: z.array(z.strictObject(location)) }),
  '/locations': z.strictObject({ ...location, organizationId: id }),
  '/organization/1/locations': z.strictObject(location),
  '/devices': z.strictObject(device),
  '/organization/1/devices': z.strictObject(device),
  '/devices-detailed': z.strictObject(agentDevice),
  '/users': user,
  '/queries/operating-systems': z.strictObject({ ...operatingSystem, ...collected }),
  '/queries/computer-systems': z.strictObject({ ...computerSystem, ...collected }),
  '/queries/processors': z.strictObject({ ...processor, ...collected }),
  '/queries/disks': z.strictObject({ ...disk, ...collected }),
  '/queries/volumes': z.strictObject({ ...volume, ...collected }),
  '/queries/logged-on-users': z.strictObject({ userName: text, logonTime: seconds, deviceId: id }),
  '/queries/device-health': z.strictObject({ ...health, deviceId: id }),
  '/queries/custom-fields': z.strictObject({ deviceId: id, fields: z.record(text, z.union([text, z.number()])) }),
};

/** Envelope of a report. */
export const Report = z.strictObject({
  cursor: z.strictObject({ name: text, offset: count, count, expires: seconds }),
  results: z.array(z.unknown()),
});
