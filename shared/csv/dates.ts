import type { CalendarDate } from '../kernel/calendar.ts';

/** Which comes first where a date is all numbers: 31/12/2026 or 12/31/2026. */
export type DayOrder = 'day-first' | 'month-first';

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ].*)?$/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?: .*)?$/;
const NAMED_DAY_FIRST = /^(\d{1,2})[- .]+([a-z]{3,9})[- .,]+(\d{4}|\d{2})$/;
const NAMED_MONTH_FIRST = /^([a-z]{3,9})[ .]+(\d{1,2}),? +(\d{4})$/;

/**
 * The order of a column of dates: the first that can be read one way only tells. Undefined when none does, as a column
 * without a day beyond the twelfth: then a person has to say.
 */
export function dayOrderOf(cells: readonly string[]): DayOrder | undefined {
  for (const cell of cells) {
    const [, first, sign, second] = NUMBERS.exec(cell.trim()) ?? [];
    if (!first || !second || sign === '.') continue;
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return undefined;
}

/**
 * A date as spreadsheets and exports write it: `2027-03-31`, with or without a time, `31.3.2027`, `3/31/2027` by the order
 * given, `31 Mar 2027`, `March 31, 2027`. Two digits of a year mean 1970 to 2069. Undefined for anything else and for days
 * that no month has.
 */
export function readDate(text: string, order: DayOrder): CalendarDate | undefined {
  const given = text.trim().toLowerCase();
  const isoParts = YEAR_FIRST.exec(given);
  if (isoParts) return dateOf(isoParts[1], Number(isoParts[2]), isoParts[3]);
  const [, first, sign, second, year] = NUMBERS.exec(given) ?? [];
  if (first) {
    const dayFirst = sign === '.' || order === 'day-first';
    return dayFirst ? dateOf(year, Number(second), first) : dateOf(year, Number(first), second);
  }
  const dayNamed = NAMED_DAY_FIRST.exec(given);
  if (dayNamed) return dateOf(dayNamed[3], monthNamed(dayNamed[2]), dayNamed[1]);
  const monthFirst = NAMED_MONTH_FIRST.exec(given);
  return monthFirst ? dateOf(monthFirst[3], monthNamed(monthFirst[1]), monthFirst[2]) : undefined;
}

/** A month from 1 to 12, by its number or by the first three letters of its name or more; undefined for anything else. */
export function readMonth(text: string): number | undefined {
  const given = text.trim().toLowerCase();
  const month = /^\d{1,2}$/.test(given) ? Number(given) : /^[a-z]{3,}$/.test(given) ? monthNamed(given) : 0;
  return month >= 1 && month <= 12 ? month : undefined;
}

/** 1 to 12 by the name or its beginning; 0 for no month. */
function monthNamed(name = ''): number {
  return MONTHS.findIndex((month) => month.startsWith(name)) + 1;
}

function dateOf(yearText = '', month: number, dayText = ''): CalendarDate | undefined {
  const short = yearText.length === 2;
  const year = Number(yearText) + (short ? (Number(yearText) < 70 ? 2000 : 1900) : 0);
  const day = Number(dayText);
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? date.toISOString().slice(0, 10) : undefined;
}
