import type { Licence } from '../m365/licence.ts';
import type { Lane } from '../planner/planner-item.ts';
import { monthIndex } from '../planner/roadmap-quarters.ts';
import type { BudgetLine, LineStatus, LineType } from './budget.ts';
import type { ForecastLine } from './forecast.ts';
import { LABOUR } from './pulling.ts';

/** A cost that is known, before it is spread over years. Months are counted from year 0. */
export interface KnownCost extends Omit<ForecastLine, 'amounts'> {
  categoryKey: string;
  /** Month of its first payment. */
  from: number;
  /** Last month that its term covers; nothing for one that never ends by itself. */
  termEnds?: number;
  /** First and last month in which it counts, whenever it began and however it is renewed: beyond them something else speaks. */
  since?: number;
  until?: number;
  /** First month that costs one increase more; each twelve months another. */
  raisedFrom: number;
  /** Increase a year in percent, where it is not that of its category. */
  percent?: number;
}

/** How likely a budget's line is to come, in percent, by where it stands. */
const LINE_ODDS: Record<LineStatus, number> = { draft: 50, pending: 60, approved: 100, rejected: 0 };

/** The category in which a cost counts. */
export function categoryOf(type: LineType, lane?: Lane): string {
  return type === 'subscription' && lane === 'microsoft-365' ? 'microsoft-365' : type;
}

const YEAR = 12;

/** When the term of a cost that recurs ends. */
export function termOf(recurrence: ForecastLine['recurrence'], from: number, termMonths: number) {
  return recurrence === 'one-time' ? {} : { termEnds: from + termMonths - 1 };
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
 * The months in which a budget speaks of a line: once within its fiscal year; of what recurs until the next budget's year
 * begins, and only from its own on where one of an earlier year speaks before.
 */
function speaks({ fiscalYear, start }: BudgetedLines, isOnce: boolean, budgets: readonly BudgetedLines[]) {
  const since = monthIndex(start);
  if (isOnce) return { since, until: since + YEAR - 1 };
  const later = budgets.filter((other) => other.fiscalYear > fiscalYear).map((other) => monthIndex(other.start));
  return {
    ...(budgets.some((other) => other.fiscalYear < fiscalYear) ? { since } : {}),
    ...(later.length > 0 ? { until: Math.min(...later) - 1 } : {}),
  };
}

/**
 * What budgets add beside the planner: lines by hand that the client has not rejected. Those that came from planner items are
 * counted there. A price holds for the term that was agreed, a year at least.
 */
export function costsOfBudgets(budgets: readonly BudgetedLines[]): KnownCost[] {
  return budgets.flatMap((budget) => {
    const { budgetId, lines } = budget;
    return lines
      .filter(({ source, status }) => !source && status !== 'rejected')
      .map((line): KnownCost => {
        const { label, type, quantity, unitMinor, recurrence, startDate, termMonths, status, budgetLineId } = line;
        const from = monthIndex(startDate);
        const isOnce = recurrence === 'one-time';
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
          ...speaks(budget, isOnce, budgets),
          raisedFrom: from + (isOnce ? YEAR : Math.max(YEAR, termMonths)),
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
