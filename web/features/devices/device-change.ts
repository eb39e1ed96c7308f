import type { DeviceChange, DeviceDetail, NewDevice } from '../../../shared/devices/device.ts';
import { FIELDS } from './later-text.ts';

type Facts = Omit<NewDevice, 'companyId'>;
type Named = Omit<DeviceChange, 'companyId' | 'deviceId' | 'v'>;

/** They are never empty, and what a sync says of them does not come back by emptying them. */
const ALWAYS_THERE = new Set(['name', 'type', 'ownership', 'note']);

/**
 * What a person changed in the form: fields that differ from what it was opened with. An emptied one is `null`, and so is one
 * that now says what the sync says: it goes back to the sync.
 */
export function changeOf(values: Facts, before: DeviceDetail): Named {
  const synced: Record<string, unknown> = before.synced;
  const changed = (Object.keys(FIELDS) as (keyof Facts)[]).flatMap((field): [string, unknown][] => {
    const now = values[field];
    if (now === before[field]) return [];
    const isGone = now === undefined || now === synced[field];
    return [[field, isGone && !ALWAYS_THERE.has(field) ? null : now]];
  });
  return Object.fromEntries(changed) as Named;
}
