import { addDays, addMonths, type CalendarDate, fiscalQuarter } from '../kernel/calendar.ts';
import { quarterWordsOf } from '../kernel/fiscal-words.ts';
import type { Period } from './report.ts';
import type { Rule } from './schedule.ts';

interface Span {
  start: CalendarDate;
  end: CalendarDate;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The month or fiscal quarter of a day. */
function spanOf({ every }: Rule, date: CalendarDate, fiscalYearStart: number): Span {
  if (every === 'quarter') return fiscalQuarter(date, fiscalYearStart);
  const start = `${date.slice(0, 8)}01`;
  return { start, end: addDays(addMonths(start, 1), -1) };
}

const dayIn = ({ on, count }: Rule, { start, end }: Span): CalendarDate =>
  on === 'day' ? addDays(start, count - 1) : addDays(end, -7 * count);

/** The first day after `after` on which a report is due. */
export function nextDate(rule: Rule, after: CalendarDate, fiscalYearStart: number): CalendarDate {
  const span = spanOf(rule, after, fiscalYearStart);
  const day = dayIn(rule, span);
  return day > after ? day : dayIn(rule, spanOf(rule, addDays(span.end, 1), fiscalYearStart));
}

/** The latest due day up to `today`: days that passed while nobody looked are made up for once. */
export function latestDue(rule: Rule, due: CalendarDate, today: CalendarDate, fiscalYearStart: number): CalendarDate {
  const next = nextDate(rule, due, fiscalYearStart);
  return next > today ? due : latestDue(rule, next, today, fiscalYearStart);
}

/** What the report of a due day speaks about: what has ended, or, before an end, what is under way. */
export function coveredBy(rule: Rule, date: CalendarDate, fiscalYearStart: number): { title: string; period: Period } {
  const span = spanOf(rule, date, fiscalYearStart);
  const past = spanOf(rule, addDays(span.start, -1), fiscalYearStart);
  const period = rule.on === 'day' ? { from: past.start, to: past.end } : { from: span.start, to: date };
  const { from } = period;
  const title =
    rule.every === 'quarter'
      ? `Quarterly review, ${quarterWordsOf(from, fiscalYearStart)}`
      : `Monthly report, ${MONTHS[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`;
  return { title, period };
}

/** What a report made by hand is proposed to be: the quarter under way; in its first month, with the one before. */
export function proposal(today: CalendarDate, fiscalYearStart: number): { title: string; period: Period } {
  const { start } = fiscalQuarter(today, fiscalYearStart);
  const from = start < addMonths(today, -1) ? start : addMonths(start, -3);
  return { title: `Quarterly review, ${quarterWordsOf(today, fiscalYearStart)}`, period: { from, to: today } };
}
