import type { Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { link, unlink } from '../platform/links.service.ts';
import type { BudgetLineRow } from './budget.entity.ts';
import { type One, record } from './budget-records.ts';

const between = ({ companyId, budgetId }: One, id: string) => ({
  companyId,
  from: { type: 'planner-item' as const, id },
  to: record(budgetId),
  role: 'budgeted-in' as const,
});

/** The planner items from which lines came, each once. */
export function itemsIn(lines: readonly Pick<BudgetLineRow, 'pulledFrom'>[]): string[] {
  return [...new Set(lines.flatMap(({ pulledFrom }) => pulledFrom?.plannerItemId ?? []))];
}

/** The parts of a commit that link items with the budget that takes them. */
export function linked(scope: Scope, budget: One, ids: readonly string[]): Op[] {
  return ids.map((id) => link(scope, between(budget, id)));
}

/** The parts of a commit that let go of items of which no line is left: a link that stayed would tell of what is not there. */
export function unlinked(
  scope: Scope,
  budget: One,
  before: readonly BudgetLineRow[],
  after: readonly BudgetLineRow[],
): Op[] {
  const left = new Set(itemsIn(after));
  return itemsIn(before)
    .filter((id) => !left.has(id))
    .map((id) => unlink(scope, between(budget, id)));
}
