import { z } from 'zod';
import { CompanyId, DeviceId } from '../kernel/id.ts';
import { pageOf } from '../kernel/page.ts';
import { DeviceFilter, DeviceRow } from './device.ts';
import { MOST_MOVED } from './most-moved.ts';

export const SeveralDevices = z.strictObject({
  companyId: CompanyId,
  deviceIds: z
    .array(DeviceId)
    .min(1, 'Choose at least one device.')
    .max(MOST_MOVED, `Send at most ${MOST_MOVED} devices at once.`)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each device once.'),
});
export type SeveralDevices = z.infer<typeof SeveralDevices>;

/** Devices that are now as was asked, those that were so before and those that are gone left out. */
export const MovedDevices = z.object({ deviceIds: z.array(DeviceId) });
export type MovedDevices = z.infer<typeof MovedDevices>;

/** What is done with several devices needs no more of each than this. */
export const ChosenDevice = DeviceRow.pick({
  companyId: true,
  deviceId: true,
  name: true,
  type: true,
  replacementMinor: true,
  currency: true,
});
export type ChosenDevice = z.infer<typeof ChosenDevice>;

/** All devices that a list would show, a thousand at a time. */
export const ChosenFilter = DeviceFilter.omit({ limit: true });
export type ChosenFilter = z.infer<typeof ChosenFilter>;
export const ChosenPage = pageOf(ChosenDevice);
