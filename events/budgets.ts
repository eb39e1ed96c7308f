import { z } from 'zod';
import { BudgetId, BudgetLineId, CompanyId, PlannerItemId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const decision = z.enum(['approved', 'rejected']);
const OneBudget = z.object({ companyId: CompanyId, budgetId: BudgetId });

export const budgetSent = fact(
  'budgets.budget.sent',
  1,
  OneBudget.extend({ sentVersion: z.int(), lines: z.int() }),
  'A budget was sent to the client.',
);
/** The client answered lines: which ones, how, and what that means for the planned work behind them. */
export const budgetAnswered = fact(
  'budgets.budget.answered',
  1,
  OneBudget.extend({
    sentVersion: z.int(),
    answers: z.array(z.object({ budgetLineId: BudgetLineId, decision })),
    /** How the planner items behind these lines stand now, over all their lines: approved when any part is. */
    items: z.array(z.object({ plannerItemId: PlannerItemId, decision })),
    /** True when no line waits any more. */
    complete: z.boolean(),
  }),
  'The client answered lines of a budget.',
);
export const budgetChanged = fact('budgets.budget.changed', 1, OneBudget);
