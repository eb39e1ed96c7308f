const DAY_MS = 86_400_000;

/** A calendar fact, `YYYY-MM-DD`, without zone. `date.ts` has its schema; here is the arithmetic, which pages load without it. */
export type CalendarDate = string;

/** A formatter takes longer to make than a row of a list to check, so each zone's is made once. */
const formats = new Map<string, Intl.DateTimeFormat>();
/** There are some 600 zones. */
const MOST_FORMATS = 1_000;

/** @throws RangeError when `Intl` does not know the zone */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  // Names in other letter case are zones too: what people send must not fill the memory.
  if (formats.size >= MOST_FORMATS) formats.clear();
  formats.set(zone, fresh);
  return fresh;
}

/** True when `Intl` knows the zone. */
export function isTimeZone(name: string): boolean {
  try {
    return Boolean(formatOf(name));
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const utc = (date: CalendarDate) => Date.parse(`${date}T00:00:00Z`);
const iso = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10);

/** The calendar date that people in `zone` read at `instant`. */
export function dateIn(zone: string, instant: Date): CalendarDate {
  return formatOf(zone).format(instant);
}

/** `days` later (or earlier, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return iso(utc(date) + days * DAY_MS);
}

/** Same day `months` later; a day that the month lacks becomes its last one. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  return iso(Date.UTC(targetYear, targetMonth, Math.min(day, lastDay)));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** The month bucket of an index, `YYYY-MM`. */
export function monthOf(date: CalendarDate): string {
  return date.slice(0, 7);
}

/** A quarter of a fiscal year. The year is named for the calendar year in which it ends (January start: the same). */
export interface FiscalQuarter {
  year: number;
  quarter: 1 | 2 | 3 | 4;
  /** First and last day. */
  start: CalendarDate;
  end: CalendarDate;
}

/**
 * The fiscal quarter of a date.
 *
 * @param startMonth month in which the fiscal year begins, 1-12
 */
export function fiscalQuarter(date: CalendarDate, startMonth: number): FiscalQuarter {
  const [year = 0, month = 1] = date.split('-').map(Number);
  const offset = (month - startMonth + 12) % 12;
  const quarter = (Math.floor(offset / 3) + 1) as FiscalQuarter['quarter'];
  const startYear = month >= startMonth ? year : year - 1;
  const start = addMonths(`${startYear}-${String(startMonth).padStart(2, '0')}-01`, (quarter - 1) * 3);
  return {
    year: startMonth === 1 ? startYear : startYear + 1,
    quarter,
    start,
    end: addDays(addMonths(start, 3), -1),
  };
}

/** First and last day of the fiscal year `year` (named for the calendar year in which it ends). */
export function fiscalYear(year: number, startMonth: number): { start: CalendarDate; end: CalendarDate } {
  const startYear = startMonth === 1 ? year : year - 1;
  const start = `${startYear}-${String(startMonth).padStart(2, '0')}-01`;
  return { start, end: addDays(addMonths(start, 12), -1) };
}
