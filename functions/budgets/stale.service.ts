import type { BudgetDetail, BudgetLine } from '../../shared/budgets/budget.ts';
import { staleness } from '../../shared/budgets/pulling.ts';
import type { Scope } from '../_kit/scope.ts';
import { estimatesOf, itemRows, type PlannerItemRow } from '../planner/estimates.service.ts';
import type { BudgetLineRow } from './budget.entity.ts';
import { type Stored, shown, shownLine } from './budget-records.ts';

/** True when the planner item stands as it was when the line took its figures, so there is nothing to compare. */
const isAsPulled = (line: BudgetLineRow, item: PlannerItemRow | undefined) =>
  item !== undefined && line.pulledVersion === item.v;

/**
 * The budget with each pulled line held against its planner item as it stands now. Compared when read, so no missed fact can
 * hide a difference. What an estimate is made of is read for items only that moved on since.
 *
 * @param rows the client's planner items; given where they were read beside the budget
 */
export async function withStale(
  scope: Scope,
  { budget, lines }: Stored,
  rows: Promise<PlannerItemRow[]> = itemRows(scope, budget.companyId),
): Promise<BudgetDetail> {
  const items = new Map((await rows).map((row) => [row.plannerItemId, row]));
  const itemOf = (line: BudgetLineRow) => items.get(line.pulledFrom?.plannerItemId ?? '');
  const movedOn = lines.flatMap((line) => (isAsPulled(line, itemOf(line)) ? [] : (itemOf(line) ?? [])));
  const estimates = await estimatesOf(scope, [...new Set(movedOn)]);
  const compared = lines.map((line): BudgetLine => {
    const told = shownLine(line);
    if (isAsPulled(line, itemOf(line))) return told;
    const item = estimates.get(line.pulledFrom?.plannerItemId ?? '');
    const stale = staleness(told, item, budget.fiscalYear, budget.fiscalYearStart);
    return stale ? { ...told, stale } : told;
  });
  return { ...shown({ budget, lines }), lines: compared };
}
