import type { Health } from '../../../shared/devices/device.ts';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import type { LifecycleState } from '../../../shared/devices/lifecycle.ts';

/* What addresses are read by, without the words that only pages show. */

const HEALTHS: Record<Health, true> = { healthy: true, attention: true, unhealthy: true, offline: true, unknown: true };
export const HEALTH_ORDER = Object.keys(HEALTHS) as Health[];

const LIFECYCLES: Record<LifecycleState, true> = {
  overdue: true,
  due: true,
  'due-soon': true,
  healthy: true,
  unknown: true,
  untracked: true,
};
export const LIFECYCLE_ORDER = Object.keys(LIFECYCLES) as LifecycleState[];

const TYPES: Record<DeviceType, true> = {
  workstation: true,
  laptop: true,
  server: true,
  'virtual-machine': true,
  firewall: true,
  switch: true,
  'access-point': true,
  nas: true,
  printer: true,
  ups: true,
  phone: true,
  mobile: true,
  tablet: true,
  camera: true,
  other: true,
};
export const TYPE_ORDER = Object.keys(TYPES) as DeviceType[];
