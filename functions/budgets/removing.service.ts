import { budgetChanged } from '../../events/budgets.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { commit } from '../_kit/commit.ts';
import { erase, type Op, remove as removed } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { BudgetEntity, BudgetLineEntity } from './budget.entity.ts';
import { unlinked } from './budget-links.ts';
import { moved, type One, type Stored } from './budget-records.ts';
import { readOpen } from './budgets.service.ts';

/** Lines and links that leave in one commit: with the budget, its fact and its audit they stay below what one holds. */
const MOST_LEAVING = 90;

/**
 * The links of a draft whose lines came from very many items go before it: with them its lines would not fit into one commit.
 * A draft that stands after all, because somebody else changed it meanwhile, has all its lines.
 */
async function unlinkedBefore(scope: Scope, before: Stored): Promise<{ links: Op[]; last: Stored }> {
  const links = unlinked(scope, before.budget, before.lines, []);
  if (before.lines.length + links.length <= MOST_LEAVING) return { links, last: before };
  const { after, ops } = moved(scope, before, before.lines);
  const { companyId, budgetId } = before.budget;
  // The answer of the request belongs to the commit that ends it.
  await commit({ ...scope, idempotency: undefined }, [...ops, ...links], [budgetChanged.of({ companyId, budgetId })]);
  return { links: [], last: after };
}

/** Deletes a draft that was never sent. What a client has seen stays. */
export async function remove(scope: Scope, { companyId, budgetId, v }: One & { v: number }): Promise<Gone> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  if (before.budget.sentVersion > 0)
    throw refused('budget.sent', 'The client has seen this budget. Replace it by a new one instead.');
  const { links, last } = await unlinkedBefore(scope, before);
  const lines = last.lines.map((line) => erase(BudgetLineEntity, line));
  const ops = [removed(BudgetEntity, last.budget, { what: 'budget' }), ...lines, ...links];
  return commit(scope, ops, [budgetChanged.of({ companyId, budgetId })], {});
}
