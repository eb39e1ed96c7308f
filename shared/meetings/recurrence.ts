import { TZDate } from '@date-fns/tz';
import type { Repeat } from './meeting.ts';

const MONTHS: Record<Repeat, number> = {
  monthly: 1,
  'every-two-months': 2,
  quarterly: 3,
  'half-yearly': 6,
  yearly: 12,
};

/**
 * When a repeating meeting is held next: on the same weekday of the month (the second Tuesday, the last Friday when it was in
 * the fifth week) at the same time of day as people in `zone` read it, whatever daylight saving did meanwhile.
 *
 * @param startsAt ISO instant of this one
 */
export function nextStart(startsAt: string, zone: string, repeat: Repeat): string {
  const here = new TZDate(startsAt, zone);
  const week = Math.ceil(here.getDate() / 7);
  const month = new TZDate(here.getFullYear(), here.getMonth() + MONTHS[repeat], 1, zone);
  const days = new TZDate(month.getFullYear(), month.getMonth() + 1, 0, zone).getDate();
  const first = 1 + ((here.getDay() - month.getDay() + 7) % 7);
  const wanted = first + (week - 1) * 7;
  const day = wanted > days ? wanted - 7 : wanted;
  const at = new TZDate(month.getFullYear(), month.getMonth(), day, here.getHours(), here.getMinutes(), zone);
  return new Date(at.getTime()).toISOString();
}

/** A start of the series after `now`: one that slept goes on with its next date, not with those it missed. */
export function startAfter(now: string, startsAt: string, zone: string, repeat: Repeat): string {
  let start = nextStart(startsAt, zone, repeat);
  while (start <= now) start = nextStart(start, zone, repeat);
  return start;
}
