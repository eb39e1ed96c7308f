import { TZDate } from '@date-fns/tz';
import { addDays, type CalendarDate } from '../../../shared/kernel/calendar.ts';

/** Day and time of day as people in a zone read them, the way that inputs hold them. */
export interface DayAndTime {
  date: CalendarDate;
  /** `HH:MM` in 24 hours. */
  time: string;
}

const two = (part: number) => String(part).padStart(2, '0');

/** What people in `zone` read on calendar and clock at an instant. */
export function dayAndTime(iso: string, zone: string): DayAndTime {
  const at = new TZDate(iso, zone);
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}

/** The instant that people in `zone` mean. A time that the clocks skip in spring is the one an hour on. */
export function instantOf({ date, time }: DayAndTime, zone: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(new TZDate(year, month - 1, day, hours, minutes, zone).getTime()).toISOString();
}

/** "Pacific Time": what a zone is called. */
export function zoneName(zone: string, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** A day to propose: two weeks from `today`, on the Monday after when that is a weekend. */
export function proposedDay(today: CalendarDate): CalendarDate {
  const day = addDays(today, 14);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0);
}
