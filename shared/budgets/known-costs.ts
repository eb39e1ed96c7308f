import { labour } from '../kernel/minor.ts';
import type { Licence } from '../m365/licence.ts';
import { isClosedItem } from '../planner/closed-statuses.ts';
import type { ItemEstimate, ItemStatus, Lane } from '../planner/planner-item.ts';
import { monthIndex } from '../planner/roadmap-quarters.ts';
import type { BudgetLine, LineStatus, LineType } from './budget.ts';
import type { ForecastLine } from './forecast.ts';
import { LABOUR, pull } from './pulling.ts';

/** A cost that is known, before it is spread over years. Months are counted from year 0. */
export interface KnownCost extends Omit<ForecastLine, 'amounts'> {
  categoryKey: string;
  /** Month of its first payment. */
  from: number;
  /** Last month that its term covers; nothing for one that never ends by itself. */
  termEnds?: number;
  /** Last month in which it counts, renewed or not: later a newer budget speaks. */
  until?: number;
  /** First month that costs one increase more; each twelve months another. */
  raisedFrom: number;
  /** Increase a year in percent, where it is not that of its category. */
  percent?: number;
}

/** How likely planned work is to come, in percent, by where it stands. */
const ITEM_ODDS: Record<ItemStatus, number> = {
  idea: 20,
  proposed: 40,
  presented: 60,
  approved: 90,
  scheduled: 100,
  'in-progress': 100,
  'on-hold': 30,
  completed: 100,
  declined: 0,
  deferred: 30,
  cancelled: 0,
};

/** The same of a budget's line. */
const LINE_ODDS: Record<LineStatus, number> = { draft: 50, pending: 60, approved: 100, rejected: 0 };

function categoryOf(type: LineType, lane?: Lane): string {
  return type === 'subscription' && lane === 'microsoft-365' ? 'microsoft-365' : type;
}

const YEAR = 12;
const TERM_MONTHS = 12;

function termOf(recurrence: ForecastLine['recurrence'], from: number, termMonths: number) {
  return recurrence === 'one-time' ? {} : { termEnds: from + termMonths - 1 };
}

/** What open planner items cost, each part by itself; items without dates and closed ones give nothing. */
export function costsOfItems(items: readonly ItemEstimate[]): KnownCost[] {
  return items.flatMap((item) => {
    const { startDate, status, lane, hoursLow, hoursHigh, ratePerHour, plannerItemId } = item;
    if (!startDate || isClosedItem(item)) return [];
    const from = monthIndex(startDate);
    return pull(item, startDate).map(({ label, type, quantity, unitMinor, recurrence, source }, at): KnownCost => {
      const hours = type === LABOUR;
      return {
        key: `planner-item:${plannerItemId}:${at}`,
        categoryKey: categoryOf(type, lane),
        label,
        source: { type: 'planner-item', id: source.plannerItemId },
        quantity,
        unitMinor,
        recurrence,
        hours,
        startDate,
        status,
        probability: ITEM_ODDS[status],
        ...(hours && hoursLow !== undefined ? { lowMinor: labour(hoursLow, ratePerHour) } : {}),
        ...(hours && hoursHigh !== undefined ? { highMinor: labour(hoursHigh, ratePerHour) } : {}),
        from,
        ...termOf(recurrence, from, TERM_MONTHS),
        raisedFrom: from + YEAR,
      };
    });
  });
}

/** A budget's lines as far as a forecast counts them. */
export interface BudgetedLines {
  budgetId: string;
  fiscalYear: number;
  /** First day of its fiscal year. */
  start: string;
  lines: readonly Omit<BudgetLine, 'stale'>[];
}

/**
 * What budgets add beside the planner: lines by hand that the client has not rejected. Those that came from planner items are
 * counted there. What recurs counts until the next budget's fiscal year begins: from then on that budget speaks.
 */
export function costsOfBudgets(budgets: readonly BudgetedLines[]): KnownCost[] {
  return budgets.flatMap(({ budgetId, fiscalYear, lines }) => {
    const [next] = budgets
      .filter((other) => other.fiscalYear > fiscalYear)
      .map(({ start }) => monthIndex(start))
      .sort((a, b) => a - b);
    return lines
      .filter(({ source, status }) => !source && status !== 'rejected')
      .map((line): KnownCost => {
        const { label, type, quantity, unitMinor, recurrence, startDate, termMonths, status, budgetLineId } = line;
        const from = monthIndex(startDate);
        return {
          key: `budget:${budgetLineId}`,
          categoryKey: categoryOf(type),
          label,
          source: { type: 'budget', id: budgetId },
          quantity,
          unitMinor,
          recurrence,
          hours: type === LABOUR,
          startDate,
          status,
          probability: LINE_ODDS[status],
          from,
          ...termOf(recurrence, from, termMonths),
          ...(next === undefined || recurrence === 'one-time' ? {} : { until: next - 1 }),
          raisedFrom: from + YEAR,
        };
      });
  });
}

/**
 * What Microsoft 365 licences cost at today's run rate, from the first month shown; each renewal brings the increase. Free
 * ones, trials and those without a known price give nothing.
 *
 * @param first first month shown
 * @param today month of today: renewals before it are over
 */
export function costsOfLicences(licences: readonly Licence[], first: number, today: number): KnownCost[] {
  return licences.flatMap((licence): KnownCost[] => {
    const { partNumber, name, purchased, priceMinor, free, trial, nextChange } = licence;
    if (free || trial || !priceMinor || purchased === 0) return [];
    const renewal = nextChange ? monthIndex(nextChange) : first + YEAR;
    const late = Math.max(0, Math.ceil((today - renewal) / YEAR));
    return [
      {
        key: `licence:${partNumber}`,
        categoryKey: 'microsoft-365',
        label: name,
        source: { type: 'licence', id: partNumber },
        quantity: purchased,
        unitMinor: priceMinor,
        recurrence: 'monthly',
        hours: false,
        probability: 100,
        from: first,
        raisedFrom: renewal + late * YEAR,
      },
    ];
  });
}
