import { budgetChanged } from '../../events/budgets.ts';
import type { BudgetDetail, LineChange, NewLine } from '../../shared/budgets/budget.ts';
import { pulledAnew } from '../../shared/budgets/pulling.ts';
import { fiscalYear } from '../../shared/kernel/date.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import type { FromProduct } from '../../shared/planner/from-product.ts';
import { commit } from '../_kit/commit.ts';
import { erase, type Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { estimatesById } from '../planner/estimates.service.ts';
import { happened } from '../platform/activity.service.ts';
import { BudgetLineEntity, type BudgetLineRow } from './budget.entity.ts';
import { unlinked } from './budget-links.ts';
import { freshLine, lineOf, moved, type One, priced, record, type Stored, shownLine } from './budget-records.ts';
import { readOpen } from './budgets.service.ts';
import { productsById } from './products.service.ts';
import { withStale } from './stale.service.ts';

type OneLine = One & { budgetLineId: string; v: number };

/** Lines of a draft are entered one by one; what changes of a budget that the client has stands in its history. */
const told = (scope: Scope, { budget: { companyId, budgetId, sentVersion } }: Stored): Op[] =>
  sentVersion > 0 ? [happened(scope, companyId, record(budgetId), 'changed', ['lines'])] : [];

async function save(scope: Scope, before: Stored, lines: BudgetLineRow[]): Promise<BudgetDetail> {
  const { companyId, budgetId } = before.budget;
  const { after, ops } = moved(scope, before, lines);
  return commit(
    scope,
    [...ops, ...told(scope, before)],
    [budgetChanged.of({ companyId, budgetId })],
    await withStale(scope, after),
  );
}

const swap = (lines: readonly BudgetLineRow[], next: BudgetLineRow) =>
  lines.map((line) => (line.budgetLineId === next.budgetLineId ? next : line));

/** A line by hand. */
export async function addLine(scope: Scope, { companyId, budgetId, v, ...facts }: NewLine): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  await knownProduct(scope, facts.product);
  return save(scope, before, [...before.lines, freshLine(scope, before.budget, facts)]);
}

/** 404 unless the product that a line names exists. */
async function knownProduct(scope: Scope, from: { productId: string } | null | undefined): Promise<void> {
  if (from && !(await productsById(scope, [from.productId])).has(from.productId)) throw notFound('product');
}

/** Changes a draft line. What the client has been sent is locked: pull it anew, or replace the budget. */
export async function editLine(
  scope: Scope,
  { companyId, budgetId, budgetLineId, v, product, ...set }: LineChange,
): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const line = draftLine(before, budgetLineId);
  await knownProduct(scope, product);
  const from = product === undefined ? {} : { product: product ?? undefined };
  const next = { ...line, ...set, ...from, pulledVersion: undefined };
  return save(scope, before, swap(before.lines, priced(before.budget, next)));
}

function draftLine(stored: Stored, budgetLineId: string): BudgetLineRow {
  const line = lineOf(stored, budgetLineId);
  if (line.status !== 'draft') {
    throw refused(
      'budget.line-locked',
      'The client has this line already. Pull it from the planner anew, or replace the budget.',
    );
  }
  return line;
}

/** Takes a draft line out; its planner item can be taken anew afterwards. */
export async function removeLine(
  scope: Scope,
  { companyId, budgetId, budgetLineId, v }: OneLine,
): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const line = draftLine(before, budgetLineId);
  const left = before.lines.filter((one) => one !== line);
  const { after, ops } = moved(scope, before, left);
  const gone = [erase(BudgetLineEntity, line), ...unlinked(scope, before.budget, before.lines, left)];
  return commit(
    scope,
    [...ops, ...gone, ...told(scope, before)],
    [budgetChanged.of({ companyId, budgetId })],
    await withStale(scope, after),
  );
}

/** The catalogue's price now of the product that a line was copied from. */
async function priceNow(scope: Scope, { product }: BudgetLineRow): Promise<FromProduct> {
  const found = product && (await productsById(scope, [product.productId])).get(product.productId);
  if (!found) {
    throw refused(
      'budget.line-by-hand',
      'This line was entered by hand; there is no planner item or product to compare it with.',
    );
  }
  return { productId: found.productId, unitMinor: found.unitPriceMinor };
}

async function pullPrice(scope: Scope, before: Stored, line: BudgetLineRow): Promise<BudgetDetail> {
  const product = await priceNow(scope, line);
  const { unitMinor } = product;
  const next = { ...line, unitMinor, product, status: 'draft' as const, decision: undefined };
  return save(scope, before, swap(before.lines, priced(before.budget, next)));
}

/**
 * Takes over what the planner or the catalogue says now. A draft stays a draft; a line that the client has seen becomes a draft again, so that
 * the next sending shows the new figures and nothing is approved that the client did not see.
 */
export async function pullLine(scope: Scope, { companyId, budgetId, budgetLineId, v }: OneLine): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const line = lineOf(before, budgetLineId);
  if (!line.pulledFrom) return pullPrice(scope, before, line);
  const item = (await estimatesById(scope, companyId, [line.pulledFrom.plannerItemId])).get(
    line.pulledFrom.plannerItemId,
  );
  const { fiscalYear: year, fiscalYearStart } = before.budget;
  const now = pulledAnew(shownLine(line), item, fiscalYear(year, fiscalYearStart).end);
  if (!now)
    throw refused(
      'budget.item-gone',
      'The planner item no longer has this part. Remove the line, or keep it as it is.',
    );
  const next = {
    ...line,
    ...now,
    status: 'draft' as const,
    decision: undefined,
    pulledVersion: item?.v,
    keptVersion: undefined,
  };
  return save(scope, before, swap(before.lines, priced(before.budget, next)));
}

/** Leaves a line as it is; the difference is shown again when the planner item or the product's price changes once more. */
export async function keepLine(scope: Scope, { companyId, budgetId, budgetLineId, v }: OneLine): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const line = lineOf(before, budgetLineId);
  if (!line.pulledFrom) {
    const product = await priceNow(scope, line);
    return save(scope, before, swap(before.lines, { ...line, product }));
  }
  const id = line.pulledFrom.plannerItemId;
  const item = (await estimatesById(scope, companyId, [id])).get(id);
  if (!item) throw refused('budget.item-gone', 'The planner item of this line does not exist any more.');
  return save(scope, before, swap(before.lines, { ...line, keptVersion: item.v }));
}
