import { TZDate } from '@date-fns/tz';
import { addDays, dateIn, daysBetween } from '../kernel/calendar.ts';

/** Hour of the reader's day from which a digest goes out. */
const DIGEST_HOUR = 7;
const MONDAY = 1;
const FRIDAY = 5;

/** The day whose digest has begun at an instant, as people in `zone` read the clock: before seven it is the day before. */
function digestDay(zone: string, instant: Date): string {
  const today = dateIn(zone, instant);
  return new TZDate(instant, zone).getHours() < DIGEST_HOUR ? addDays(today, -1) : today;
}

/**
 * True when a digest is due: on weekdays, or on Mondays, from seven until the end of the day, once. A day that passed while
 * nobody looked is not made up for: the next digest tells it too.
 *
 * @param zone IANA name of the reader's zone
 * @param last when the latest digest was due, or when the person began to want one
 */
export function digestDue(every: 'daily' | 'weekly', zone: string, last: Date, now: Date): boolean {
  const today = dateIn(zone, now);
  const weekday = new TZDate(now, zone).getDay();
  const goesOut = every === 'weekly' ? weekday === MONDAY : weekday >= MONDAY && weekday <= FRIDAY;
  return goesOut && digestDay(zone, now) === today && digestDay(zone, last) < today;
}

/** Since when a digest tells, as one says it: "yesterday", "Friday", "November 3". */
export function sinceText(since: Date, now: Date, zone: string, locale: string): string {
  const days = daysBetween(dateIn(zone, since), dateIn(zone, now));
  if (days <= 0) return 'this morning';
  if (days === 1) return 'yesterday';
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(since);
  if (days < 7) return say({ weekday: 'long' });
  return days === 7 ? `last ${say({ weekday: 'long' })}` : say({ month: 'long', day: 'numeric' });
}
