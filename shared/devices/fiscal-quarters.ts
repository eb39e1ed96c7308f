import { addDays, addMonths, type CalendarDate, fiscalQuarter, fiscalYear } from '../kernel/calendar.ts';

/** The name of a fiscal quarter as figures and filters bear it, `2027-Q2`. */
export function quarterName(date: CalendarDate, fiscalYearStart: number): string {
  const { year, quarter } = fiscalQuarter(date, fiscalYearStart);
  return `${year}-Q${quarter}`;
}

/** First and last day of the quarter that bears a name such as `2027-Q2`. */
export function quarterDates(name: string, fiscalYearStart: number): { start: CalendarDate; end: CalendarDate } {
  const [year = '', quarter = ''] = name.split('-Q');
  const start = addMonths(fiscalYear(Number(year), fiscalYearStart).start, (Number(quarter) - 1) * 3);
  return { start, end: addDays(addMonths(start, 3), -1) };
}

/** A quarter as people read it: "Q2 2027", or "Q2 FY27" where the fiscal year does not begin in January. */
export function quarterLabel(name: string, fiscalYearStart: number): string {
  const [year = '', quarter = ''] = name.split('-');
  return `${quarter} ${fiscalYearStart === 1 ? year : `FY${year.slice(2)}`}`;
}
