import { z } from 'zod';
import { BudgetId } from '../kernel/id.ts';
import { totalOf } from './amounts.ts';
import { type Budget, BudgetStatus } from './budget.ts';

/** The newest budget that still counts, in a few figures: the company's `sum#budgets` row. */
export const BudgetSummary = z.object({
  current: z
    .object({
      budgetId: BudgetId,
      title: z.string(),
      fiscalYear: z.int(),
      status: BudgetStatus,
      totalMinor: z.int(),
      approvedMinor: z.int(),
      pendingMinor: z.int(),
      openLines: z.int(),
      dueDate: z.string().optional(),
    })
    .optional(),
});
export type BudgetSummary = z.infer<typeof BudgetSummary>;

/** The figures of a client's budgets: the latest fiscal year's, newest first. */
export function budgetSummary(budgets: readonly Budget[]): BudgetSummary {
  const [current] = budgets
    .filter((budget) => budget.status !== 'obsolete')
    .toSorted((a, b) => b.fiscalYear - a.fiscalYear || b.createdAt.localeCompare(a.createdAt));
  if (!current) return {};
  const { budgetId, title, fiscalYear, status, sums, openLines, dueDate } = current;
  return {
    current: {
      budgetId,
      title,
      fiscalYear,
      status,
      totalMinor: totalOf(sums),
      approvedMinor: sums.approved,
      pendingMinor: sums.pending,
      openLines,
      dueDate,
    },
  };
}
