import { z } from 'zod';
import type { Health } from '../../../shared/devices/device.ts';
import { change, type Op } from '../../_kit/operations.ts';
import { revised } from '../../_kit/record.ts';
import type { Scope } from '../../_kit/scope.ts';
import { type DataSet, unreadable, vendorKey } from '../../integrations/data-set.service.ts';
import { DeviceEntity } from '../device.entity.ts';
import { storedDevices } from '../synced-devices.ts';

const NO_DEVICE = 'This device is not in the list of devices yet.';

/** Source: NinjaOne Public API 2.0, "DeviceHealthSummary", `/v2/queries/device-health`. */
const HealthRow = z.object({
  deviceId: z.int().positive(),
  healthStatus: z.string().nullish(),
  offline: z.boolean().nullish(),
});

const STATES: Readonly<Record<string, Health>> = {
  HEALTHY: 'healthy',
  NEEDS_ATTENTION: 'attention',
  UNHEALTHY: 'unhealthy',
};

async function set(
  scope: Scope,
  companyId: string,
  healthByKey: ReadonlyMap<string, Health>,
): Promise<{ ops: Op[]; refused: Map<string, string> }> {
  const keys = [...healthByKey.keys()];
  const stored = await storedDevices(scope, companyId, keys);
  const ops = [...stored].flatMap(([key, device]) => {
    const health = healthByKey.get(key) ?? 'unknown';
    if (device.health === health) return [];
    return [change(DeviceEntity, device, revised(scope, device, { health }), { audit: false })];
  });
  const missing = keys.filter((key) => !stored.has(key));
  return { ops, refused: new Map(missing.map((key) => [key, NO_DEVICE])) };
}

/** What the monitoring makes of each device. It has a row for each device, and is written onto the device's own. */
export const deviceHealth: DataSet<{ health: Health }> = {
  name: 'device-health',
  listing: 'full',
  parts: 4,
  request: () => ({ path: '/queries/device-health' }),
  read: (row) => {
    const parsed = HealthRow.safeParse(row);
    if (!parsed.success) return unreadable(row, parsed.error, 'deviceId', 'deviceId');
    const { deviceId, healthStatus, offline } = parsed.data;
    const health = offline ? 'offline' : (STATES[healthStatus ?? ''] ?? 'unknown');
    return { kind: 'record', key: vendorKey(String(deviceId)), label: `Device ${deviceId}`, content: { health } };
  },
  write: (scope, { companyId }, changed) =>
    set(scope, companyId, new Map(changed.map(({ key, content }) => [key, content.health]))),
  remove: async (scope, { companyId }, keys) =>
    (await set(scope, companyId, new Map(keys.map((key) => [key, 'unknown'])))).ops,
};
