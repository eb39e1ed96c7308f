import type { Device } from '../../../shared/devices/device.ts';
import type { WarrantyState } from '../../../shared/devices/lifecycle.ts';
import type { LifecyclePolicy } from '../../../shared/devices/lifecycle-policy.ts';
import { WARRANTY_WORDS } from '../../../shared/devices/words.ts';
import { toned } from '../../ui/toned.ts';

/* Words of panels and forms, which load later than the list. */

export const WARRANTIES = toned<WarrantyState>(WARRANTY_WORDS, {
  expired: 'bad',
  'expiring-30': 'warn',
  'expiring-60': 'warn',
  'expiring-90': 'warn',
  active: 'ok',
  lifetime: 'ok',
  unknown: 'proposed',
});

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
