import { amountIn } from '../../../shared/budgets/amounts.ts';
import type { BudgetLine } from '../../../shared/budgets/budget.ts';
import { pull } from '../../../shared/budgets/pulling.ts';
import { fiscalYear } from '../../../shared/kernel/calendar.ts';
import { quarterWordsOf } from '../../../shared/kernel/fiscal-words.ts';
import type { ItemEstimate } from '../../../shared/planner/planner-item.ts';

/** A planner item as a budget can take it. */
export interface Choice {
  id: string;
  title: string;
  /** "Q1 2027", or that it has no date yet. */
  when: string;
  /** What its lines cost in the fiscal year. */
  minor: number;
}

/**
 * The planner items that would bring new lines into a budget of this year, those that cost something in it first and by date.
 *
 * @param present lines that the budget has already
 */
export function choicesOf(
  items: readonly ItemEstimate[],
  { year, startMonth }: { year: number; startMonth: number },
  present: readonly BudgetLine[] = [],
): Choice[] {
  const has = new Set(present.map(({ source }) => JSON.stringify(source)));
  const within = fiscalYear(year, startMonth);
  return items
    .flatMap((item) => {
      const fresh = pull(item, within).filter(({ source }) => !has.has(JSON.stringify(source)));
      const minor = fresh.reduce((sum, line) => sum + amountIn(line, year, startMonth), 0);
      const when = item.startDate ? quarterWordsOf(item.startDate, startMonth) : 'No date yet';
      const choice = { id: item.plannerItemId, title: item.title, when, minor };
      return fresh.length === 0 ? [] : [{ choice, at: item.startDate ?? '9999' }];
    })
    .toSorted((a, b) => Number(b.choice.minor > 0) - Number(a.choice.minor > 0) || a.at.localeCompare(b.at))
    .map(({ choice }) => choice);
}
