import { z } from 'zod';
import { DeviceRow } from '../devices/device.ts';
import { QuarterName } from '../kernel/date.ts';
import { CompanyId, DeviceId } from '../kernel/id.ts';
import { MOST_REPLACED, TOO_MANY_REPLACED } from './device-replacement.ts';

/** Plans the replacement of devices as one item. Without a quarter it goes where the first of them falls due. */
export const ReplaceDevices = z.strictObject({
  companyId: CompanyId,
  deviceIds: z
    .array(DeviceId)
    .min(1, 'Choose at least one device.')
    .max(MOST_REPLACED, TOO_MANY_REPLACED)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each device once.'),
  quarter: QuarterName.optional(),
});
export type ReplaceDevices = z.infer<typeof ReplaceDevices>;

/** A device that an item replaces, as the item's page names it. */
export const ReplacedDevice = DeviceRow.pick({
  deviceId: true,
  name: true,
  type: true,
  user: true,
  replacementDue: true,
  isEstimated: true,
  retiredAt: true,
});
export type ReplacedDevice = z.infer<typeof ReplacedDevice>;
