import type { BudgetDetail, BudgetLine } from '../../shared/budgets/budget.ts';
import { priceMove, staleness } from '../../shared/budgets/staleness.ts';
import type { Scope } from '../_kit/scope.ts';
import { estimatesOf, itemRows, type PlannerItemRow } from '../planner/estimates.service.ts';
import type { BudgetLineRow } from './budget.entity.ts';
import { type Stored, shown, shownLine } from './budget-records.ts';
import { productsById } from './products.service.ts';

/** True when the planner item stands as it was when the line took its figures, so there is nothing to compare. */
const isAsPulled = (line: BudgetLineRow, item: PlannerItemRow | undefined) =>
  item !== undefined && line.pulledVersion === item.v;

/**
 * The budget with each pulled line held against its planner item as it stands now, and each copied one against its product. Compared when read, so no missed fact can
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
  const ofCatalogue = lines.flatMap(({ pulledFrom, product }) => (pulledFrom || !product ? [] : product.productId));
  const [estimates, products] = await Promise.all([
    estimatesOf(scope, [...new Set(movedOn)]),
    productsById(scope, ofCatalogue),
  ]);
  const compared = lines.map((line): BudgetLine => {
    const told = shownLine(line);
    if (!line.pulledFrom) {
      const price = priceMove(told, products.get(line.product?.productId ?? ''), budget);
      return price ? { ...told, stale: price } : told;
    }
    if (isAsPulled(line, itemOf(line))) return told;
    const item = estimates.get(line.pulledFrom?.plannerItemId ?? '');
    const stale = staleness(told, item, budget.fiscalYear, budget.fiscalYearStart);
    return stale ? { ...told, stale } : told;
  });
  return { ...shown({ budget, lines }), lines: compared };
}
