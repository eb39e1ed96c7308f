import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import { staleness } from '../../shared/budgets/pulling.ts';
import type { Scope } from '../_kit/scope.ts';
import { estimatesById } from '../planner/planner-records.ts';

/**
 * The budget with each pulled line held against its planner item as it stands now. Compared when read, so no missed fact can
 * hide a difference.
 */
export async function withStale(scope: Scope, budget: BudgetDetail): Promise<BudgetDetail> {
  const ids = [...new Set(budget.lines.flatMap((line) => line.source?.plannerItemId ?? []))];
  const items = await estimatesById(scope, budget.companyId, ids);
  const lines = budget.lines.map((line) => {
    const item = items.get(line.source?.plannerItemId ?? '');
    const stale = staleness(line, item, budget.fiscalYear, budget.fiscalYearStart);
    return stale ? { ...line, stale } : line;
  });
  return { ...budget, lines };
}
