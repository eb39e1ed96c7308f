import { z } from 'zod';

/** Kinds of devices. A computer that people sit at is a `workstation` or a `laptop`. */
export const DEVICE_TYPES = [
  'workstation',
  'laptop',
  'server',
  'virtual-machine',
  'firewall',
  'switch',
  'access-point',
  'nas',
  'printer',
  'ups',
  'phone',
  'mobile',
  'tablet',
  'camera',
  'other',
] as const;
export const DeviceType = z.enum(DEVICE_TYPES);
export type DeviceType = z.infer<typeof DeviceType>;
