import { z } from 'zod';
import { BudgetId, BudgetLineId, CompanyId, PlannerItemId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const OneBudget = z.object({ companyId: CompanyId, budgetId: BudgetId });

export const budgetSent = fact('budgets.budget.sent', 1, OneBudget.extend({ sentVersion: z.int(), lines: z.int() }));
/** The client answered lines: which ones, and how. */
export const budgetAnswered = fact(
  'budgets.budget.answered',
  1,
  OneBudget.extend({
    sentVersion: z.int(),
    answers: z.array(
      z.object({
        budgetLineId: BudgetLineId,
        plannerItemId: PlannerItemId.optional(),
        decision: z.enum(['approved', 'rejected']),
      }),
    ),
    /** True when no line waits any more. */
    complete: z.boolean(),
  }),
);
export const budgetChanged = fact('budgets.budget.changed', 1, OneBudget);
