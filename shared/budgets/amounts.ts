import { addMonths, type CalendarDate, fiscalYear } from '../kernel/calendar.ts';
import { labour } from '../kernel/minor.ts';
import type { BudgetLine, BudgetStatus, LineStatus, Sums } from './budget.ts';

/** What decides a line's amount. */
export type Priced = Pick<BudgetLine, 'quantity' | 'unitMinor' | 'recurrence' | 'startDate' | 'termMonths'>;

/** A payment of a line inside the fiscal year. */
interface Payment {
  /** First day of the month in which it falls. */
  month: CalendarDate;
  minor: number;
}

const monthStart = (date: CalendarDate) => `${date.slice(0, 7)}-01`;

/**
 * The payments of a line that fall into a fiscal year: once at its start; each month of its term; or each year of its term
 * on the anniversary of its start. Each payment counts whole in the year in which it falls, none is spread over its term.
 */
export function payments(line: Priced, year: number, startMonth: number): Payment[] {
  const { start, end } = fiscalYear(year, startMonth);
  const step = line.recurrence === 'monthly' ? 1 : 12;
  const times = line.recurrence === 'one-time' ? 1 : Math.ceil(line.termMonths / step);
  const minor = labour(line.quantity, line.unitMinor);
  return Array.from({ length: times }, (_, i) => monthStart(addMonths(monthStart(line.startDate), i * step)))
    .filter((month) => month >= start && month <= end)
    .map((month) => ({ month, minor }));
}

/** What a line costs in a fiscal year, in minor units. */
export function amountIn(line: Priced, year: number, startMonth: number): number {
  return payments(line, year, startMonth).reduce((sum, { minor }) => sum + minor, 0);
}

/** A line's amount by quarter of the fiscal year; the four add up to its amount. */
export function byQuarter(line: Priced, year: number, startMonth: number): [number, number, number, number] {
  const sums: [number, number, number, number] = [0, 0, 0, 0];
  for (const { month, minor } of payments(line, year, startMonth)) {
    const offset = (Number(month.slice(5, 7)) - startMonth + 12) % 12;
    sums[Math.floor(offset / 3) as 0 | 1 | 2 | 3] += minor;
  }
  return sums;
}

/** Sums of lines by state. */
export function sumsOf(lines: readonly Pick<BudgetLine, 'status' | 'amountMinor'>[]): Sums {
  const sum = (status: LineStatus) =>
    lines.filter((line) => line.status === status).reduce((minor, line) => minor + line.amountMinor, 0);
  return { draft: sum('draft'), pending: sum('pending'), approved: sum('approved'), rejected: sum('rejected') };
}

/** The budget's total: everything but what the client rejected. */
export function totalOf({ draft, pending, approved }: Sums): number {
  return draft + pending + approved;
}

/**
 * Where a budget stands: approved once the client has decided every line and approved at least one; anything that is left
 * to send or to answer makes it pending again.
 */
export function statusOf(sentVersion: number, lines: readonly Pick<BudgetLine, 'status'>[]): BudgetStatus {
  if (sentVersion === 0) return 'draft';
  const isDecided = lines.every(({ status }) => status === 'approved' || status === 'rejected');
  return isDecided && lines.some(({ status }) => status === 'approved') ? 'approved' : 'pending';
}
