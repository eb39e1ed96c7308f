import type { Device } from '../../../shared/devices/device.ts';
import { LIFETIME } from '../../../shared/devices/lifecycle.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { TYPE_ORDER } from './orders.ts';

export const TYPE_OPTIONS = TYPE_ORDER.map((value) => ({ value, label: deviceTypeName(value) }));

/** "Dell Latitude 5440"; undefined when nobody knows. */
export function makeOf({ manufacturer, model }: Pick<Device, 'manufacturer' | 'model'>): string | undefined {
  if (!manufacturer || model?.toLowerCase().startsWith(manufacturer.toLowerCase())) return model ?? manufacturer;
  return model ? `${manufacturer} ${model}` : manufacturer;
}

export const hasNoEnd = (warrantyEnd: string | undefined) => warrantyEnd === LIFETIME;
