import { z } from 'zod';
import { Instant } from '../kernel/date.ts';
import { MeetingId } from '../kernel/id.ts';
import { type Meeting, MeetingStatus, MeetingType } from './meeting.ts';

/** A client's meetings in a few figures: the company's `sum#meetings` row. */
export const MeetingSummary = z.object({
  next: z
    .object({
      meetingId: MeetingId,
      title: z.string(),
      type: MeetingType,
      status: MeetingStatus,
      startsAt: Instant,
      timeZone: z.string(),
      itemCount: z.int(),
    })
    .optional(),
  /** Instant at which the last one began that was closed. */
  lastHeldAt: Instant.optional(),
  openActions: z.int(),
});
export type MeetingSummary = z.infer<typeof MeetingSummary>;

/**
 * @param ahead meetings that are not over, in any order
 * @param last the latest meeting that is over
 */
export function meetingSummary(
  ahead: readonly Meeting[],
  last: Meeting | undefined,
  openActions: number,
): MeetingSummary {
  const [next] = ahead.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return {
    ...(next
      ? {
          next: {
            meetingId: next.meetingId,
            title: next.title,
            type: next.type,
            status: next.status,
            startsAt: next.startsAt,
            timeZone: next.timeZone,
            itemCount: next.itemCount,
          },
        }
      : {}),
    ...(last ? { lastHeldAt: last.startsAt } : {}),
    openActions,
  };
}
