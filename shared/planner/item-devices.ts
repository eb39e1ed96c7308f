import { z } from 'zod';
import { ChosenDevices, chosenDevices } from '../devices/attached-device.ts';
import { QuarterKey } from '../kernel/date.ts';
import { CompanyId, DeviceId } from '../kernel/id.ts';
import { TOO_MANY_REPLACED } from './device-replacement.ts';
import { VersionedItem } from './planner-item.ts';

/** Plans the replacement of devices as one item. Without a quarter it goes where the first of them falls due. */
export const ReplaceDevices = z.strictObject({
  companyId: CompanyId,
  deviceIds: chosenDevices(TOO_MANY_REPLACED),
  quarter: QuarterKey.optional(),
});
export type ReplaceDevices = z.infer<typeof ReplaceDevices>;

/** Devices for an item that is there: it replaces them, so that the forecast counts them as planned, or is about them. */
export const ItemDevices = VersionedItem.extend({ deviceIds: ChosenDevices, replaces: z.boolean().default(false) });
export type ItemDevices = z.infer<typeof ItemDevices>;

export const ItemDevice = VersionedItem.extend({ deviceId: DeviceId });
export type ItemDevice = z.infer<typeof ItemDevice>;
