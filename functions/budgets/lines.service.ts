import { budgetChanged } from '../../events/budgets.ts';
import type { BudgetDetail, LineChange, NewLine } from '../../shared/budgets/budget.ts';
import { pull } from '../../shared/budgets/pulling.ts';
import { refused } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { erase } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { estimatesById } from '../planner/estimates.service.ts';
import { BudgetLineEntity, type BudgetLineRow } from './budget.entity.ts';
import { lineOf, moved, type One, priced, type Stored } from './budget-records.ts';
import { readOpen } from './budgets.service.ts';
import { withStale } from './stale.service.ts';

type OneLine = One & { budgetLineId: string; v: number };

async function save(scope: Scope, before: Stored, lines: BudgetLineRow[]): Promise<BudgetDetail> {
  const { companyId, budgetId } = before.budget;
  const { after, ops } = moved(scope, before, lines);
  return commit(scope, ops, [budgetChanged.of({ companyId, budgetId })], await withStale(scope, after));
}

const swap = (lines: readonly BudgetLineRow[], next: BudgetLineRow) =>
  lines.map((line) => (line.budgetLineId === next.budgetLineId ? next : line));

/** A line by hand. */
export async function addLine(scope: Scope, { companyId, budgetId, v, ...facts }: NewLine): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const row: BudgetLineRow = {
    ...facts,
    mspId: scope.mspId,
    companyId,
    budgetId,
    budgetLineId: newId(scope.now()),
    status: 'draft',
    amountMinor: 0,
  };
  return save(scope, before, [...before.lines, priced(before.budget, row)]);
}

/** Changes a draft line. What the client has been sent is locked: pull it anew, or replace the budget. */
export async function editLine(
  scope: Scope,
  { companyId, budgetId, budgetLineId, v, ...set }: LineChange,
): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const line = draftLine(before, budgetLineId);
  return save(scope, before, swap(before.lines, priced(before.budget, { ...line, ...set, pulledVersion: undefined })));
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

/** Takes a draft line out. */
export async function removeLine(
  scope: Scope,
  { companyId, budgetId, budgetLineId, v }: OneLine,
): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const line = draftLine(before, budgetLineId);
  const { after, ops } = moved(
    scope,
    before,
    before.lines.filter((one) => one !== line),
  );
  return commit(
    scope,
    [...ops, erase(BudgetLineEntity, line)],
    [budgetChanged.of({ companyId, budgetId })],
    await withStale(scope, after),
  );
}

/**
 * Takes over what the planner says now. A draft stays a draft; a line that the client has seen becomes a draft again, so that
 * the next sending shows the new figures and nothing is approved that the client did not see.
 */
export async function pullLine(scope: Scope, { companyId, budgetId, budgetLineId, v }: OneLine): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const line = lineOf(before, budgetLineId);
  if (!line.pulledFrom)
    throw refused('budget.line-by-hand', 'This line was entered by hand; there is no planner item to pull from.');
  const item = (await estimatesById(scope, companyId, [line.pulledFrom.plannerItemId])).get(
    line.pulledFrom.plannerItemId,
  );
  const now =
    item && !item.isArchived
      ? pull(item, line.startDate).find((one) => one.source.part === line.pulledFrom?.part)
      : undefined;
  if (!now)
    throw refused(
      'budget.item-gone',
      'The planner item no longer has this part. Remove the line, or keep it as it is.',
    );
  const { quantity, unitMinor, recurrence, startDate } = now;
  const next = {
    ...line,
    quantity,
    unitMinor,
    recurrence,
    startDate,
    status: 'draft' as const,
    decision: undefined,
    pulledVersion: item?.v,
    keptVersion: undefined,
  };
  return save(scope, before, swap(before.lines, priced(before.budget, next)));
}

/** Leaves a line as it is; the difference is shown again when the planner item changes once more. */
export async function keepLine(scope: Scope, { companyId, budgetId, budgetLineId, v }: OneLine): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  const line = lineOf(before, budgetLineId);
  const id = line.pulledFrom?.plannerItemId ?? '';
  const item = (await estimatesById(scope, companyId, id ? [id] : [])).get(id);
  if (!item) throw refused('budget.line-by-hand', 'There is no planner item that this line could differ from.');
  return save(scope, before, swap(before.lines, { ...line, keptVersion: item.v }));
}
