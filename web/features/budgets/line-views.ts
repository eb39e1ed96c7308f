import { byQuarter, sumsOf, totalOf } from '../../../shared/budgets/amounts.ts';
import type { BudgetDetail, BudgetLine, LineType } from '../../../shared/budgets/budget.ts';
import { LINE_STATUSES, LINE_TYPES } from '../../../shared/budgets/kinds.ts';
import { addMonths, fiscalYear } from '../../../shared/kernel/calendar.ts';
import { quarterWords, yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { LINE_STATUS, LINE_TYPE } from './text.ts';

export const VIEWS = ['type', 'quarter', 'status'] as const;
export type View = (typeof VIEWS)[number];

/** A line as one row of a view: by quarter, a line has a row in every quarter in which it costs something. */
export interface LineRow {
  key: string;
  line: BudgetLine;
  amountMinor: number;
}

/** Rows under one heading with their total, rejected ones left out. */
export interface LineGroup {
  id: string;
  name: string;
  rows: LineRow[];
  totalMinor: number;
}

type Year = Pick<BudgetDetail, 'fiscalYear' | 'fiscalYearStart'>;

/** "Q1 2027" when the fiscal year is the calendar year, else "Q1 FY27, Jul–Sep". */
export function quarterNames({ fiscalYear: year, fiscalYearStart }: Year, locale: string): string[] {
  const { start } = fiscalYear(year, fiscalYearStart);
  const month = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  return [0, 1, 2, 3].map((at) => {
    const name = quarterWords({ year, quarter: at + 1 }, fiscalYearStart);
    if (fiscalYearStart === 1) return name;
    const [first, last] = [at * 3, at * 3 + 2].map((months) =>
      month.format(Date.parse(`${addMonths(start, months)}T00:00:00Z`)),
    );
    return `${name}, ${first}–${last}`;
  });
}

/** The quarters of the budget's year in which a line costs something: "Q1", "Q2–Q4". */
export function whenOf(line: BudgetLine, { fiscalYear: year, fiscalYearStart }: Year): string {
  const live = byQuarter(line, year, fiscalYearStart).flatMap((minor, at) => (minor === 0 ? [] : [at + 1]));
  const [first] = live;
  const last = live.at(-1);
  if (first === undefined) return `Not in ${yearWords(year, fiscalYearStart)}`;
  return first === last ? `Q${first}` : `Q${first}–Q${last}`;
}

const whole = (line: BudgetLine): LineRow => ({ key: line.budgetLineId, line, amountMinor: line.amountMinor });

function group(id: string, name: string, rows: LineRow[]): LineGroup {
  const totalMinor = rows.reduce(
    (sum, { line, amountMinor }) => sum + (line.status === 'rejected' ? 0 : amountMinor),
    0,
  );
  return { id, name, rows, totalMinor };
}

/** By the day they are due, then by name: lines of one planner item stand together. */
const inOrder = (lines: readonly BudgetLine[]) =>
  lines.toSorted((a, b) => a.startDate.localeCompare(b.startDate) || a.label.localeCompare(b.label));

function quarterGroups(budget: BudgetDetail, locale: string): LineGroup[] {
  const shares = budget.lines.map((line) => ({
    line,
    quarters: byQuarter(line, budget.fiscalYear, budget.fiscalYearStart),
  }));
  const groups = quarterNames(budget, locale).map((name, at) =>
    group(
      `q${at + 1}`,
      name,
      shares.flatMap(({ line, quarters }) => {
        const amountMinor = quarters[at] ?? 0;
        return amountMinor === 0 ? [] : [{ key: `${line.budgetLineId}.${at + 1}`, line, amountMinor }];
      }),
    ),
  );
  const outside = shares
    .filter(({ quarters }) => quarters.every((minor) => minor === 0))
    .map(({ line }) => whole(line));
  return [
    ...groups,
    group('outside', `Nothing due in ${yearWords(budget.fiscalYear, budget.fiscalYearStart)}`, outside),
  ];
}

/** The lines of a budget under the headings of a view; headings without lines are left out. */
export function groupLines(budget: BudgetDetail, view: View, locale: string): LineGroup[] {
  const lines = inOrder(budget.lines);
  const of = (id: string, name: string, fits: (line: BudgetLine) => boolean) =>
    group(id, name, lines.filter(fits).map(whole));
  const groups = {
    type: () => LINE_TYPES.map((type) => of(type, LINE_TYPE[type], (line) => line.type === type)),
    status: () => LINE_STATUSES.map((status) => of(status, LINE_STATUS[status].word, (line) => line.status === status)),
    quarter: () => quarterGroups({ ...budget, lines }, locale),
  };
  return groups[view]().filter(({ rows }) => rows.length > 0);
}

/** What each type costs in each quarter, rejected lines left out; types without cost are absent, the dearest comes first. */
export function costByQuarter({ lines, fiscalYear: year, fiscalYearStart }: BudgetDetail): {
  types: { type: LineType; quarters: number[]; totalMinor: number }[];
  quarters: number[];
  totalMinor: number;
} {
  const live = lines.filter((line) => line.status !== 'rejected');
  const types = LINE_TYPES.map((type) => {
    const quarters = [0, 0, 0, 0];
    for (const line of live.filter((one) => one.type === type)) {
      byQuarter(line, year, fiscalYearStart).forEach((minor, at) => {
        quarters[at] = (quarters[at] ?? 0) + minor;
      });
    }
    return { type, quarters, totalMinor: quarters.reduce((sum, minor) => sum + minor, 0) };
  })
    .filter(({ totalMinor }) => totalMinor > 0)
    .toSorted((a, b) => b.totalMinor - a.totalMinor);
  const quarters = [0, 1, 2, 3].map((at) => types.reduce((sum, type) => sum + (type.quarters[at] ?? 0), 0));
  return { types, quarters, totalMinor: totalOf(sumsOf(lines)) };
}

/**
 * Ids of the lines that are ticked after the ticked rows changed: a line with several rows is ticked in all or none of them,
 * and the row just pressed decides.
 */
export function tickedLines(
  rows: readonly LineRow[],
  before: ReadonlySet<string>,
  keys: ReadonlySet<string>,
): Set<string> {
  const after = new Set(before);
  for (const { key, line } of rows) {
    const id = line.budgetLineId;
    if (keys.has(key) && !before.has(id)) after.add(id);
    if (!keys.has(key) && before.has(id)) after.delete(id);
  }
  return after;
}
