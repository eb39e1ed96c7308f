import { budgetSummary } from '../../shared/budgets/budget-summary.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { saveSummary } from '../_kit/summary.ts';
import { BudgetEntity } from './budget.entity.ts';

/** Keeps the company's figures of its budgets up to date. */
export function refreshSummary(scope: Scope, companyId: string): Promise<boolean> {
  return saveSummary(scope, companyId, 'budgets', async () => {
    const query = BudgetEntity.query.record({ mspId: scope.mspId, companyId });
    return budgetSummary(await all(scope, BudgetEntity, query, { most: 500, consistent: true }));
  });
}
