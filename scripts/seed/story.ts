import { addDays, addMonths, type CalendarDate, dateIn, fiscalQuarter } from '../../shared/kernel/date.ts';
import { yearWords } from '../../shared/kernel/fiscal-words.ts';

/** The demo's zone: Northlight IT Partners sits in Portland. */
export const ZONE = 'America/Los_Angeles';

/** Longest wait for what follows from a step of the demo, in milliseconds: a first sync takes a few seconds. */
export const PATIENCE_MS = 120_000;

/** Dates of the demo's story, told from today: `from(1, 15, 21)` begins on day 15 of the next quarter and takes 21 days. */
export function calendar(now: Date, fiscalYearStart = 1) {
  const today = dateIn(ZONE, now);
  const { start, year } = fiscalQuarter(today, fiscalYearStart);
  return {
    today,
    /** The fiscal year that is planned for: the coming one. */
    nextYear: year + 1,
    nextYearName: yearWords(year + 1, fiscalYearStart),
    span(quarter: number, day: number, days: number): { startDate: CalendarDate; endDate: CalendarDate } {
      const startDate = addDays(addMonths(start, quarter * 3), day);
      return { startDate, endDate: addDays(startDate, days - 1) };
    },
  };
}

export type Calendar = ReturnType<typeof calendar>;
