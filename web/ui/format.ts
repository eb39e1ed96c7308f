import { minorDigits } from '../../shared/kernel/minor.ts';

// Intl formatters are slow to make and a table makes thousands: one per kind, locale and shape.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const distances = new Map<string, Intl.RelativeTimeFormat>();

function kept<Format>(all: Map<string, Format>, key: string, make: () => Format): Format {
  const known = all.get(key);
  if (known) return known;
  const made = make();
  all.set(key, made);
  return made;
}

const number = (locale: string, options: Intl.NumberFormatOptions) =>
  kept(numbers, `${locale}${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
const date = (locale: string, options: Intl.DateTimeFormatOptions) =>
  kept(dates, `${locale}${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
const distance = (locale: string) =>
  kept(distances, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }));

/** Money from integer minor units. Whole amounts show no decimals; `sign` puts + or - in front of a change. */
export function formatMoney(
  minor: number,
  currency: string,
  locale: string,
  { compact = false, sign = false }: { compact?: boolean; sign?: boolean } = {},
): string {
  const digits = minorDigits(currency);
  const scale = 10 ** digits;
  const value = minor / scale;
  const signDisplay = sign ? 'exceptZero' : 'auto';
  const text =
    compact && Math.abs(value) >= 1000
      ? number(locale, { style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1, signDisplay })
      : number(locale, {
          style: 'currency',
          currency,
          minimumFractionDigits: minor % scale === 0 ? 0 : digits,
          maximumFractionDigits: digits,
          signDisplay,
        });
  return text.format(value).replace('-', '−');
}

/** A plain number with group signs. */
export function formatNumber(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  return number(locale, options).format(value).replace('-', '−');
}

interface DateShape {
  year?: boolean;
  near?: Date;
  weekday?: boolean;
  time?: boolean;
}

/** Within so many days of today, nobody takes a date without its year for one of another year. */
const NEAR_DAYS = 183;

/**
 * A calendar date `YYYY-MM-DD` or an ISO instant. A calendar date never shifts with the time zone.
 *
 * @param options `near`: the year is told only of what lies further than half a year from this moment
 */
export function formatDate(
  iso: string,
  locale: string,
  timeZone: string,
  { year = true, near, weekday = false, time = false }: DateShape = {},
): string {
  const calendar = iso.length === 10;
  const at = new Date(calendar ? `${iso}T00:00:00Z` : iso);
  const far = near !== undefined && Math.abs(at.getTime() - near.getTime()) > NEAR_DAYS * 86_400_000;
  return date(locale, {
    month: 'short',
    day: 'numeric',
    ...((near ? far : year) ? { year: 'numeric' } : {}),
    ...(weekday ? { weekday: 'short' } : {}),
    ...(time && !calendar ? { hour: 'numeric', minute: '2-digit' } : {}),
    timeZone: calendar ? 'UTC' : timeZone,
  }).format(at);
}

/** A time of day, or a span of them: "10:00 – 11:00 AM". `zone` names the zone behind it: "10:00 AM PST". */
export function formatTime(
  iso: string,
  locale: string,
  timeZone: string,
  { until, zone = false }: { until?: string; zone?: boolean } = {},
): string {
  const clock = date(locale, {
    hour: 'numeric',
    minute: '2-digit',
    ...(zone ? { timeZoneName: 'short' } : {}),
    timeZone,
  });
  return until ? clock.formatRange(new Date(iso), new Date(until)) : clock.format(new Date(iso));
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The calendar day of an instant in a zone, as a day number: the ground for "today" and "yesterday". */
function dayNumber(at: Date, timeZone: string): number {
  const text = date('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  return Math.floor(Date.parse(`${text}T00:00:00Z`) / day);
}

/**
 * How far `iso` is from `now` in words: "just now", "12 min. ago", "yesterday", "in 16 days", "2 mo. ago".
 * Calendar dates count in days, in the given zone, so a date is "today" all day.
 */
export function formatRelative(iso: string, now: Date, locale: string, timeZone: string): string {
  const words = distance(locale);
  const calendar = iso.length === 10;
  const at = new Date(calendar ? `${iso}T00:00:00Z` : iso);
  if (!calendar) {
    const gap = at.getTime() - now.getTime();
    if (Math.abs(gap) < minute) return words.format(0, 'second');
    if (Math.abs(gap) < hour) return words.format(Math.trunc(gap / minute), 'minute');
    if (Math.abs(gap) < 12 * hour) return words.format(Math.trunc(gap / hour), 'hour');
  }
  const days = (calendar ? Math.floor(at.getTime() / day) : dayNumber(at, timeZone)) - dayNumber(now, timeZone);
  if (Math.abs(days) < 45) return words.format(days, 'day');
  if (Math.abs(days) < 700) return words.format(Math.round(days / 30.44), 'month');
  return words.format(Math.round(days / 365.25), 'year');
}

/** "1 device", "3 devices". */
export const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
