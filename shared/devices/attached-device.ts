import { z } from 'zod';
import { DeviceId } from '../kernel/id.ts';
import { DeviceRow } from './device.ts';
import { MOST_AT_ONCE } from './most-attached.ts';

/** Devices that somebody chose, each once. `refusal` says what to do with too many of them. */
export function chosenDevices(refusal: string) {
  return z
    .array(DeviceId)
    .min(1, 'Choose at least one device.')
    .max(MOST_AT_ONCE, refusal)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each device once.');
}

/** Devices to attach to a record. */
export const ChosenDevices = chosenDevices(
  `At most ${MOST_AT_ONCE} devices at once. Choose fewer, and add the others after.`,
);

/** A device as the page of a record names it that replaces it, or is about it. */
export const AttachedDevice = DeviceRow.pick({
  deviceId: true,
  name: true,
  type: true,
  user: true,
  replacementDue: true,
  isEstimated: true,
  retiredAt: true,
}).extend({
  /** The record is work that replaces it; otherwise the record is only about it. */
  isReplaced: z.boolean(),
});
export type AttachedDevice = z.infer<typeof AttachedDevice>;

export const AttachedDevices = z.object({ items: z.array(AttachedDevice) });
export type AttachedDevices = z.infer<typeof AttachedDevices>;
