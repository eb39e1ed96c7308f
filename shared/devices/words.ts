import type { DeviceType } from './device-type.ts';
import type { LifecycleState, WarrantyState } from './lifecycle.ts';

/** Kinds of devices in a sentence: "1 laptop", "3 laptops". */
export const DEVICE_WORDS: Record<DeviceType, { one: string; many: string }> = {
  workstation: { one: 'workstation', many: 'workstations' },
  laptop: { one: 'laptop', many: 'laptops' },
  server: { one: 'server', many: 'servers' },
  'virtual-machine': { one: 'virtual machine', many: 'virtual machines' },
  firewall: { one: 'firewall', many: 'firewalls' },
  switch: { one: 'switch', many: 'switches' },
  'access-point': { one: 'access point', many: 'access points' },
  nas: { one: 'NAS', many: 'NAS devices' },
  printer: { one: 'printer', many: 'printers' },
  ups: { one: 'UPS', many: 'UPS devices' },
  phone: { one: 'phone', many: 'phones' },
  mobile: { one: 'mobile phone', many: 'mobile phones' },
  tablet: { one: 'tablet', many: 'tablets' },
  camera: { one: 'camera', many: 'cameras' },
  other: { one: 'other device', many: 'other devices' },
};

/** "1 laptop", "3 laptops". */
export function countedDevices(type: DeviceType, count: number): string {
  const { one, many } = DEVICE_WORDS[type];
  return `${count} ${count === 1 ? one : many}`;
}

/** Name of a kind as a heading: "Access point". */
export function deviceTypeName(type: DeviceType): string {
  const { one } = DEVICE_WORDS[type];
  return one.charAt(0).toUpperCase() + one.slice(1);
}

/** Where a device stands in its life, as staff and clients read it; worst first. Health is another thing, with its own words. */
export const LIFECYCLE_WORDS: Record<LifecycleState, string> = {
  overdue: 'Past lifespan',
  due: 'Due in 3 months',
  'due-soon': 'Due in a year',
  healthy: 'Current',
  unknown: 'Age unknown',
  untracked: 'No lifespan',
};

/** The cover of a device, as staff and clients read it: it often stands right after the lifecycle, so each says its noun. */
export const WARRANTY_WORDS: Record<WarrantyState, string> = {
  expired: 'Out of warranty',
  'expiring-30': 'Warranty ends in 30 days',
  'expiring-60': 'Warranty ends in 60 days',
  'expiring-90': 'Warranty ends in 90 days',
  active: 'In warranty',
  lifetime: 'Warranty without end',
  unknown: 'Warranty unknown',
};
