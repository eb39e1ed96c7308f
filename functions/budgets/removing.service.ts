import { budgetChanged } from '../../events/budgets.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import { commit } from '../_kit/commit.ts';
import { erase, type Op, remove as removed } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { BudgetEntity, BudgetLineEntity, type BudgetLineRow } from './budget.entity.ts';
import { unlinked } from './budget-links.ts';
import { moved, type One, type Stored } from './budget-records.ts';
import { readOpen } from './budgets.service.ts';

/** Lines and links that leave in one commit: with the budget, its fact and its audit they stay below what one holds. */
const MOST_LEAVING = 90;

/** The parts of a commit by which lines go; `left` are those that stay. */
function leaving(scope: Scope, { budget, lines }: Stored, left: readonly BudgetLineRow[]): Op[] {
  const stays = new Set(left);
  const gone = lines.filter((line) => !stays.has(line));
  return [...gone.map((line) => erase(BudgetLineEntity, line)), ...unlinked(scope, budget, lines, left)];
}

/** A draft small enough to go in one commit: of one whose lines came from very many items, half goes before. */
async function lightened(scope: Scope, before: Stored): Promise<Stored> {
  if (leaving(scope, before, []).length <= MOST_LEAVING) return before;
  const left = before.lines.slice(Math.ceil(before.lines.length / 2));
  const { after, ops } = moved(scope, before, left);
  const { companyId, budgetId } = before.budget;
  const facts = [budgetChanged.of({ companyId, budgetId })];
  // The answer of the request belongs to the commit that ends it.
  await commit({ ...scope, idempotency: undefined }, [...ops, ...leaving(scope, before, left)], facts);
  return after;
}

/** Deletes a draft that was never sent. What a client has seen stays. */
export async function remove(scope: Scope, { companyId, budgetId, v }: One & { v: number }): Promise<Gone> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  if (before.budget.sentVersion > 0)
    throw refused('budget.sent', 'The client has seen this budget. Replace it by a new one instead.');
  const last = await lightened(scope, before);
  const ops = [removed(BudgetEntity, last.budget, { what: 'budget' }), ...leaving(scope, last, [])];
  return commit(scope, ops, [budgetChanged.of({ companyId, budgetId })], {});
}
