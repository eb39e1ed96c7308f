import type { Device, Health } from '../../../shared/devices/device.ts';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import { LIFETIME, type LifecycleState, type WarrantyState } from '../../../shared/devices/lifecycle.ts';
import type { LifecyclePolicy } from '../../../shared/devices/lifecycle-policy.ts';
import { DEVICE_WORDS, deviceTypeName } from '../../../shared/devices/words.ts';
import type { Tone } from '../../ui/status-icon.tsx';

interface Said {
  word: string;
  tone: Tone;
}

export const HEALTHS: Record<Health, Said> = {
  healthy: { word: 'Healthy', tone: 'ok' },
  attention: { word: 'Attention', tone: 'warn' },
  unhealthy: { word: 'Unhealthy', tone: 'bad' },
  offline: { word: 'Offline', tone: 'idle' },
  unknown: { word: 'Unknown', tone: 'proposed' },
};
export const HEALTH_ORDER = Object.keys(HEALTHS) as Health[];

export const LIFECYCLES: Record<LifecycleState, Said> = {
  overdue: { word: 'Past lifespan', tone: 'bad' },
  due: { word: 'Due in 3 months', tone: 'warn' },
  'due-soon': { word: 'Due in a year', tone: 'info' },
  healthy: { word: 'Current', tone: 'ok' },
  unknown: { word: 'Age unknown', tone: 'proposed' },
  untracked: { word: 'No lifespan', tone: 'idle' },
};
export const LIFECYCLE_ORDER = Object.keys(LIFECYCLES) as LifecycleState[];

export const WARRANTIES: Record<WarrantyState, Said> = {
  expired: { word: 'Out of warranty', tone: 'bad' },
  'expiring-30': { word: 'Ends in 30 days', tone: 'warn' },
  'expiring-60': { word: 'Ends in 60 days', tone: 'warn' },
  'expiring-90': { word: 'Ends in 90 days', tone: 'warn' },
  active: { word: 'In warranty', tone: 'ok' },
  lifetime: { word: 'Warranty without end', tone: 'ok' },
  unknown: { word: 'Warranty unknown', tone: 'proposed' },
};

export const OWNERSHIPS: Record<Device['ownership'], string> = {
  owned: 'Owned',
  leased: 'Leased',
  'as-a-service': 'As a service',
};

export const WARRANTY_RULES: Record<LifecyclePolicy['warranty'], string> = {
  none: 'No warranty rule',
  'renew-until-end': 'Keep it covered while it serves',
  'replace-at-expiry': 'Replace it when the warranty ends',
};

export const TYPE_ORDER = Object.keys(DEVICE_WORDS) as DeviceType[];
export const TYPE_OPTIONS = TYPE_ORDER.map((value) => ({ value, label: deviceTypeName(value) }));

/** Facts of a device as its form, its history and its comparison with a sync call them. */
export const FIELDS: Record<string, string> = {
  name: 'Name',
  type: 'Kind',
  manufacturer: 'Manufacturer',
  model: 'Model',
  serial: 'Serial number',
  os: 'Operating system',
  site: 'Site',
  user: 'User',
  purchased: 'Purchased',
  warrantyStart: 'Warranty began',
  warrantyEnd: 'Warranty ends',
  costMinor: 'Cost',
  ownership: 'Ownership',
  note: 'Note',
};

/** "Dell Latitude 5440"; undefined when nobody knows. */
export function makeOf({ manufacturer, model }: Pick<Device, 'manufacturer' | 'model'>): string | undefined {
  if (!manufacturer || model?.toLowerCase().startsWith(manufacturer.toLowerCase())) return model ?? manufacturer;
  return model ? `${manufacturer} ${model}` : manufacturer;
}

export const hasNoEnd = (warrantyEnd: string | undefined) => warrantyEnd === LIFETIME;

/** "1 device", "3 devices". */
export const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
