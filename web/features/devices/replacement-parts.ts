import type { DeviceType } from '../../../shared/devices/device-type.ts';
import type { ChosenDevice } from '../../../shared/devices/several-devices.ts';

/** Devices of one kind within a selection, and what replacing them costs. */
export interface KindOfSelection {
  type: DeviceType;
  count: number;
  minor: number;
}

/** A selection by kind, most first, with the sum. Prices are those of the lifecycle policies. */
export function kindsOf(devices: readonly ChosenDevice[]): { kinds: KindOfSelection[]; minor: number } {
  const kinds = new Map<DeviceType, KindOfSelection>();
  for (const { type, replacementMinor } of devices) {
    const kind = kinds.get(type) ?? { type, count: 0, minor: 0 };
    kinds.set(type, { type, count: kind.count + 1, minor: kind.minor + replacementMinor });
  }
  return {
    kinds: [...kinds.values()].toSorted((a, b) => b.count - a.count || a.type.localeCompare(b.type)),
    minor: devices.reduce((sum, { replacementMinor }) => sum + replacementMinor, 0),
  };
}

/** Several clients' devices, client by client. */
export function byClient<Device extends Pick<ChosenDevice, 'companyId'>>(
  devices: readonly Device[],
): { companyId: string; devices: Device[] }[] {
  return [...Map.groupBy(devices, ({ companyId }) => companyId)].map(([companyId, own]) => ({
    companyId,
    devices: own,
  }));
}
