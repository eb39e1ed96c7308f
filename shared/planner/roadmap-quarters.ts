import { quarterWords, yearWords } from '../kernel/fiscal-words.ts';

/** Quarters whose items an overview names: what is near, out of a roadmap of years. */
export const QUARTERS_NAMED = 4;

/** A quarter of the roadmap. Dates are the first and the last day, YYYY-MM-DD. */
export interface Quarter {
  /** "Q1 2027", or "Q1 FY27" where the fiscal year does not begin in January. */
  name: string;
  /** Its two parts, for heads that show them apart: "Q1"; "2027" or "FY27". */
  label: string;
  yearLabel: string;
  start: string;
  end: string;
}

/** First and last day of a piece of work, YYYY-MM-DD. */
export interface Span {
  start: string;
  end: string;
}

/** First and last month shown, as month indexes. */
export interface Window {
  first: number;
  last: number;
}

const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Months since year 0. A month index is plain arithmetic on the written date: no clock, no zone, no slip.
 *
 * @throws RangeError when `date` is not written YYYY-MM-DD
 */
export function monthIndex(date: string): number {
  const [, year, month] = WRITTEN.exec(date) ?? [];
  if (!year || !month || Number(month) < 1 || Number(month) > 12) {
    throw new RangeError(`"${date}" is not a date. Write it as YYYY-MM-DD.`);
  }
  return Number(year) * 12 + Number(month) - 1;
}

function written(index: number, day: number): string {
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Days of a month of the Gregorian calendar. */
export function daysInMonth(index: number): number {
  const year = Math.floor(index / 12);
  const month = index % 12;
  if (month === 1) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [3, 5, 8, 10].includes(month) ? 30 : 31;
}

/** First day of a month. */
export function monthStart(index: number): string {
  return written(index, 1);
}

/** Last day of a month. */
export function monthEnd(index: number): string {
  return written(index, daysInMonth(index));
}

/** Position of a day on the month grid: 2.5 is the middle of the third month after `first`. */
export function dayPosition(date: string, first: number): number {
  const index = monthIndex(date);
  return index - first + (Number(date.slice(8)) - 1) / daysInMonth(index);
}

/**
 * `count` quarters from the one that holds `today`.
 *
 * @param fiscalStartMonth month in which the fiscal year begins, 1-12
 */
export function quartersFrom(today: string, count: number, fiscalStartMonth = 1): Quarter[] {
  const shift = fiscalStartMonth - 1;
  const first = Math.floor((monthIndex(today) - shift) / 3) * 3 + shift;
  return Array.from({ length: count }, (_, i) => {
    const start = first + i * 3;
    const fiscal = start - shift;
    const year = Math.floor(fiscal / 12) + (shift === 0 ? 0 : 1);
    const quarter = Math.floor((fiscal % 12) / 3) + 1;
    return {
      name: quarterWords({ year, quarter }, fiscalStartMonth),
      label: `Q${quarter}`,
      yearLabel: yearWords(year, fiscalStartMonth),
      start: monthStart(start),
      end: monthEnd(start + 2),
    };
  });
}

/** Index of the quarter that holds `date`; -1 before the first, `quarters.length` after the last. */
export function quarterAt(date: string, quarters: readonly Quarter[]): number {
  const [first] = quarters;
  if (first && date < first.start) return -1;
  const at = quarters.findIndex(({ start, end }) => start <= date && date <= end);
  return at === -1 ? quarters.length : at;
}

/** The months that the quarters cover. */
export function windowOf(quarters: readonly Quarter[]): Window {
  const first = monthIndex(quarters[0]?.start ?? '2000-01-01');
  const last = monthIndex(quarters.at(-1)?.end ?? '2000-01-31');
  return { first, last };
}

/** Whole months from `from` to `to`, both included. */
function months(from: number, to: number): Span {
  return { start: monthStart(from), end: monthEnd(to) };
}

/**
 * Moves work by whole months and snaps it to the month grid. Its length in months stays; no move leaves it as it is. The
 * start stays inside the window, unless it was outside before: then it never moves further out.
 */
export function moveByMonths(span: Span, by: number, window: Window): Span {
  const from = monthIndex(span.start);
  const length = monthIndex(span.end) - from;
  const target = Math.max(Math.min(window.first, from), Math.min(Math.max(window.last, from), from + by));
  return target === from ? span : months(target, target + length);
}

/** Moves the end by whole months: at least one month stays, and the end stays inside the window likewise. */
export function resizeByMonths(span: Span, by: number, window: Window): Span {
  const from = monthIndex(span.start);
  const to = monthIndex(span.end);
  const target = Math.max(from, Math.min(Math.max(window.last, to), to + by));
  return target === to ? span : { start: span.start, end: monthEnd(target) };
}

/** Puts work at the start of a quarter with its length in months; work without a date takes the whole quarter. */
export function moveToQuarter(span: Span | null, quarter: Quarter): Span {
  const from = monthIndex(quarter.start);
  const length = span ? monthIndex(span.end) - monthIndex(span.start) : 2;
  return months(from, from + length);
}
