import { amountIn, statusOf, sumsOf } from '../../shared/budgets/amounts.ts';
import { type Budget, type BudgetDetail, type BudgetLine, MOST_LINES } from '../../shared/budgets/budget.ts';
import { notFound, refused } from '../../shared/kernel/error.ts';
import { labour, MAX_MINOR } from '../../shared/kernel/money.ts';
import { newId } from '../_kit/new-id.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, rowFirst } from '../_kit/store.ts';
import { BudgetEntity, BudgetLineEntity, type BudgetLineRow, type BudgetRow } from './budget.entity.ts';

/** Budgets of one client over the years. */
export const MOST_BUDGETS = 200;

export type One = { companyId: string; budgetId: string };

/** A budget as links and histories name it. */
export const record = (budgetId: string) => ({ type: 'budget' as const, id: budgetId });

/** A budget and its lines as stored. */
export interface Stored {
  budget: BudgetRow;
  lines: BudgetLineRow[];
}

/** Reads a budget with its lines, consistently when it is about to change. */
export async function readBudget(scope: Scope, { companyId, budgetId }: One, consistent = true): Promise<Stored> {
  const key = { mspId: scope.mspId, companyId, budgetId };
  const [budget, lines] = await rowFirst(
    find(scope, BudgetEntity, BudgetEntity.get(key), { consistent }),
    () => all(scope, BudgetLineEntity, BudgetLineEntity.query.ofBudget(key), { most: MOST_LINES, consistent }),
    { consistent },
  );
  if (!budget) throw notFound('budget');
  return { budget, lines };
}

/** The line of a budget, or 404. */
export function lineOf({ lines }: Stored, budgetLineId: string): BudgetLineRow {
  const line = lines.find((one) => one.budgetLineId === budgetLineId);
  if (!line) throw notFound('budget line');
  return line;
}

/** A stored line as the contract shows it. */
export function shownLine({
  mspId,
  companyId,
  budgetId,
  pulledFrom,
  pulledVersion,
  ...line
}: BudgetLineRow): BudgetLine {
  return { ...line, ...(pulledFrom ? { source: pulledFrom } : {}) };
}

/** A budget with its lines as the contract shows them. */
export function shown({ budget, lines }: Stored): BudgetDetail {
  return { ...budget, lines: lines.map(shownLine) };
}

/** The line with its amount in the budget's fiscal year. @throws 422 when it comes to more than sums can hold */
export function priced(budget: Pick<Budget, 'fiscalYear' | 'fiscalYearStart'>, line: BudgetLineRow): BudgetLineRow {
  if (labour(line.quantity, line.unitMinor) > MAX_MINOR)
    throw refused(
      'budget.line-too-large',
      `"${line.label}" comes to too large an amount. Lower its quantity or price.`,
    );
  return { ...line, amountMinor: amountIn(line, budget.fiscalYear, budget.fiscalYearStart) };
}

/** A draft line of a budget from what it is for, with its amount. */
export function freshLine(
  scope: Scope,
  budget: BudgetRow,
  facts: Omit<BudgetLineRow, 'mspId' | 'companyId' | 'budgetId' | 'budgetLineId' | 'status' | 'amountMinor'>,
): BudgetLineRow {
  const { mspId, companyId, budgetId } = budget;
  const own = {
    mspId,
    companyId,
    budgetId,
    budgetLineId: newId(scope.now()),
    status: 'draft' as const,
    amountMinor: 0,
  };
  return priced(budget, { ...facts, ...own });
}

/**
 * The next state of a budget with these lines, and the writes that bring it about. Sums, counts and status always follow from
 * the lines; the budget's version guards the whole.
 */
export function moved(
  scope: Scope,
  before: Stored,
  lines: BudgetLineRow[],
  set: Partial<Omit<BudgetRow, 'status'>> = {},
): { after: Stored; ops: Op[] } {
  if (lines.length > MOST_LINES)
    throw refused('budget.full', `A budget holds at most ${MOST_LINES} lines. Start another one for the rest.`);
  const openLines = lines.filter((line) => line.status === 'pending').length;
  const handLines = lines.filter(({ pulledFrom }) => !pulledFrom).length;
  const counts = { lineCount: lines.length, openLines, handLines, sums: sumsOf(lines) };
  const status = statusOf(set.sentVersion ?? before.budget.sentVersion, lines);
  const budget = revised(scope, before.budget, { ...set, ...counts, status });
  const known = new Map(before.lines.map((line) => [line.budgetLineId, line]));
  const changed = lines.filter((line) => known.get(line.budgetLineId) !== line);
  return {
    after: { budget, lines },
    ops: [
      change(BudgetEntity, before.budget, budget, { what: 'budget' }),
      ...changed.map((line) => replace(BudgetLineEntity, line)),
    ],
  };
}
