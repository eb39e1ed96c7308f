import { addDays, addMonths, type CalendarDate, fiscalQuarter, fiscalYear } from '../kernel/calendar.ts';
import { quarterWords } from '../kernel/fiscal-words.ts';

/** The key of a fiscal quarter in figures and filters, `2027-Q2`. */
export function quarterKey(date: CalendarDate, fiscalYearStart: number): string {
  const { year, quarter } = fiscalQuarter(date, fiscalYearStart);
  return `${year}-Q${quarter}`;
}

/** First and last day of the quarter of a key such as `2027-Q2`. */
export function quarterDates(key: string, fiscalYearStart: number): { start: CalendarDate; end: CalendarDate } {
  const [year = '', quarter = ''] = key.split('-Q');
  const start = addMonths(fiscalYear(Number(year), fiscalYearStart).start, (Number(quarter) - 1) * 3);
  return { start, end: addDays(addMonths(start, 3), -1) };
}

/** A quarter as people read it, by its key: "Q2 2027" or "Q2 FY27". */
export function quarterLabel(key: string, fiscalYearStart: number): string {
  const [year, quarter] = key.split('-Q');
  return quarterWords({ year: Number(year), quarter: Number(quarter) }, fiscalYearStart);
}
