import type { DeviceDetail } from '../../../shared/devices/device.ts';
import type { DeviceType } from '../../../shared/devices/device-type.ts';
import { DEVICE_WORDS, deviceTypeName } from '../../../shared/devices/words.ts';
import { formatMoney } from '../../ui/format.ts';
import { hasNoEnd } from './text.ts';

/** What a sync says of a fact, in words. Costs stand in minor units of `currency`. */
export function syncedText(
  field: keyof DeviceDetail['synced'],
  value: string | number | null | undefined,
  currency: string,
  locale: string,
): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'number') return formatMoney(value, currency, locale);
  if (field === 'type') return value in DEVICE_WORDS ? deviceTypeName(value as DeviceType) : value;
  return field === 'warrantyEnd' && hasNoEnd(value) ? 'without end' : value;
}
