import { budgetChanged } from '../../events/budgets.ts';
import type { NewFact } from '../../events/define.ts';
import type { Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import { answering, type Heard, waits } from './approval.service.ts';
import type { BudgetLineRow } from './budget.entity.ts';
import { moved, type One, readBudget, type Stored } from './budget-records.ts';

/** Which lines of a budget get which answer; `pending` opens a line again. */
export type Choose = (line: {
  budgetLineId: string;
  plannerItemId?: string;
  /** Waits for an answer, or was answered under this very item of the agenda. */
  isOpenHere: boolean;
}) => 'approved' | 'rejected' | 'pending' | undefined;

interface Part {
  ops: Op[];
  fact: NewFact;
}

/** Lines whose answer was taken back wait again. */
function opened(scope: Scope, before: Stored, again: ReadonlySet<BudgetLineRow>): Part {
  const { companyId, budgetId } = before.budget;
  const lines = before.lines.map((line): BudgetLineRow => {
    if (!again.has(line)) return line;
    const { decision, ...open } = line;
    return { ...open, status: 'pending' };
  });
  const told = happened(scope, companyId, { type: 'budget', id: budgetId }, 'changed', ['lines']);
  return { ops: [...moved(scope, before, lines).ops, told], fact: budgetChanged.of({ companyId, budgetId }) };
}

/**
 * The parts of another commit by which staff take down what the client says in a meeting: about lines that wait, and about
 * those that were answered in this very meeting, because a decision may be changed while it is held. Nothing when no line
 * gets another answer than it has.
 *
 * @param comment who said it where: beside each line from now on
 */
export async function answeredIn(
  scope: Scope,
  one: One,
  heard: Heard,
  choose: Choose,
  comment: string,
): Promise<Part | undefined> {
  const before = await readBudget(scope, one);
  const wanted = before.lines.flatMap((line) => {
    const { budgetLineId, pulledFrom } = line;
    const named = {
      budgetLineId,
      isOpenHere: line.status === 'pending' || line.decision?.agendaItemId === heard.agendaItemId,
      ...(pulledFrom ? { plannerItemId: pulledFrom.plannerItemId } : {}),
    };
    const status = waits(line, heard.meetingId) ? choose(named) : undefined;
    return status && status !== line.status ? [{ line, status }] : [];
  });
  const again = wanted.flatMap(({ line, status }) => (status === 'pending' ? [line] : []));
  if (again.length > 0) return opened(scope, before, new Set(again));
  const answers = wanted.flatMap(({ line: { budgetLineId }, status }) =>
    status === 'pending' ? [] : [{ budgetLineId, decision: status, comment }],
  );
  if (answers.length === 0) return undefined;
  const { sentVersion } = before.budget;
  const { ops, fact } = answering(scope, before, { budgetId: one.budgetId, sentVersion, answers }, heard);
  return { ops, fact };
}
