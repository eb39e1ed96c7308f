import { type CalendarDate, fiscalQuarter } from './calendar.ts';

/**
 * A fiscal year as people read it: "2027", or "FY27" where it does not begin in January (named for the year in which it ends).
 *
 * @param startMonth month in which the fiscal year begins, 1-12
 */
export function yearWords(year: number, startMonth: number): string {
  return startMonth === 1 ? String(year) : `FY${String(year % 100).padStart(2, '0')}`;
}

/** A fiscal quarter as people read it, on every page and paper: "Q1 2027" or "Q1 FY27". */
export function quarterWords({ year, quarter }: { year: number; quarter: number }, startMonth: number): string {
  return `Q${quarter} ${yearWords(year, startMonth)}`;
}

/** The same of the quarter that holds a day. */
export function quarterWordsOf(date: CalendarDate, startMonth: number): string {
  return quarterWords(fiscalQuarter(date, startMonth), startMonth);
}
