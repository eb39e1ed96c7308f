import type { Device } from '../../../shared/devices/device.ts';
import { LIFETIME, type WarrantyState } from '../../../shared/devices/lifecycle.ts';
import type { LifecyclePolicy } from '../../../shared/devices/lifecycle-policy.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { type Said, TYPE_ORDER } from './states.ts';

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
