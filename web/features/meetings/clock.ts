import type { Meeting } from '../../../shared/meetings/meeting.ts';

const MINUTE = 60_000;

type Span = Pick<Meeting, 'startsAt' | 'durationMinutes'>;

/** An instant some minutes later. */
export const later = (iso: string, minutes: number): string =>
  new Date(Date.parse(iso) + minutes * MINUTE).toISOString();

/** When a meeting is to end. */
export const endOf = ({ startsAt, durationMinutes }: Span): string => later(startsAt, durationMinutes);

/** Minutes by which the time boxes of an agenda exceed the meeting; none while they fit. */
export const minutesOver = ({ plannedMinutes, durationMinutes }: Pick<Meeting, 'plannedMinutes' | 'durationMinutes'>) =>
  Math.max(0, plannedMinutes - durationMinutes);

/** When each item begins if those before keep to their time, and whether it ends after the meeting does. */
export function runningTimes(meeting: Span, items: readonly { minutes: number }[]): { at: string; late: boolean }[] {
  let gone = 0;
  return items.map(({ minutes }) => {
    const at = later(meeting.startsAt, gone);
    gone += minutes;
    return { at, late: gone > meeting.durationMinutes };
  });
}
