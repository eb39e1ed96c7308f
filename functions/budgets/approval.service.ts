import { budgetAnswered, budgetSent } from '../../events/budgets.ts';
import type { NewFact } from '../../events/define.ts';
import type { BudgetDetail, Sending } from '../../shared/budgets/budget.ts';
import { type Answers, type ClientBudget, clientView } from '../../shared/budgets/client-budget.ts';
import { AppError, notFound, refused } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import type { Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { all } from '../_kit/store.ts';
import { happened } from '../platform/activity.service.ts';
import { BudgetEntity, type BudgetLineRow } from './budget.entity.ts';
import {
  lineOf,
  MOST_BUDGETS,
  moved,
  type One,
  readBudget,
  record,
  type Stored,
  shown,
  shownLine,
} from './budget-records.ts';
import { readOpen } from './budgets.service.ts';
import { withStale } from './stale.service.ts';

/** An answer meets a change by staff only by chance; the lines are then checked again. */
const ATTEMPTS = 4;

/** Sends draft lines to the client: from now on they are locked and wait for an answer. */
export async function send(
  scope: Scope,
  { companyId, budgetId, v, budgetLineIds, dueDate }: Sending,
): Promise<BudgetDetail> {
  const before = await readOpen(scope, { companyId, budgetId }, v);
  for (const id of budgetLineIds ?? []) {
    if (lineOf(before, id).status !== 'draft')
      throw refused('budget.line-sent', 'One of these lines was sent already. Reload and choose again.');
  }
  const goes = (line: BudgetLineRow) => line.status === 'draft' && (budgetLineIds?.includes(line.budgetLineId) ?? true);
  const count = before.lines.filter(goes).length;
  if (count === 0)
    throw refused('budget.nothing-to-send', 'There is no draft line to send. Add or change a line first.');
  const lines = before.lines.map((line) => (goes(line) ? { ...line, status: 'pending' as const } : line));
  const sentVersion = before.budget.sentVersion + 1;
  const { after, ops } = moved(scope, before, lines, {
    sentVersion,
    sentAt: scope.now().toISOString(),
    ...(dueDate ? { dueDate } : {}),
  });
  const told = happened(scope, companyId, record(budgetId), 'sent', [String(sentVersion)]);
  return commit(
    scope,
    [...ops, told],
    [budgetSent.of({ companyId, budgetId, sentVersion, lines: count })],
    await withStale(scope, after),
  );
}

/** Budgets that the client has been sent, replaced ones among them, newest first: what it answered to, in its own view. */
export async function sentBudgets(scope: Scope, companyId: string, replaced = true): Promise<ClientBudget[]> {
  const query = BudgetEntity.query.record({ mspId: scope.mspId, companyId });
  const rows = await all(scope, BudgetEntity, query, { most: MOST_BUDGETS, newestFirst: true });
  const sent = rows.filter((row) => row.sentVersion > 0 && (replaced || row.status !== 'obsolete'));
  const views = await Promise.all(
    sent.map(async ({ budgetId }) => clientView(shown(await readBudget(scope, { companyId, budgetId }, false)))),
  );
  return views.filter((view) => view !== undefined);
}

/** The client's budgets as the client sees them, newest first. Drafts and their lines are never among them. */
export const clientBudgets = (scope: Scope, companyId: string) => sentBudgets(scope, companyId, false);

/** Titles of the budgets that the client sees, by id; a replaced one, which it has seen, has none. */
export async function sentTitles(scope: Scope, companyId: string): Promise<Map<string, string | undefined>> {
  const query = BudgetEntity.query.record({ mspId: scope.mspId, companyId });
  const rows = await all(scope, BudgetEntity, query, { most: MOST_BUDGETS });
  const sent = rows.filter(({ sentVersion }) => sentVersion > 0);
  return new Map(sent.map(({ budgetId, status, title }) => [budgetId, status === 'obsolete' ? undefined : title]));
}

/** One budget as the client sees it; one that was never sent does not exist for the client. */
export async function clientBudget(scope: Scope, one: One): Promise<ClientBudget> {
  const view = clientView(shown(await readBudget(scope, one, false)));
  if (!view || view.status === 'obsolete') throw notFound('budget');
  return view;
}

/** Whether a line may be answered: it is open, or was answered in the meeting that answers it again. */
export function waits({ status, decision }: BudgetLineRow, meetingId?: string): boolean {
  return status === 'pending' || (meetingId !== undefined && decision?.meetingId === meetingId);
}

/** Where staff take answers down: the meeting and the item of its agenda; and whose they are. */
export interface Heard {
  meetingId: string;
  agendaItemId: string;
  saidBy?: string;
}

function answered(
  scope: Scope,
  before: Stored,
  { sentVersion, answers }: Answers,
  heard: Heard | undefined,
): BudgetLineRow[] {
  if (before.budget.sentVersion !== sentVersion) {
    throw new AppError(
      409,
      'budget.sent-anew',
      'Your MSP sent changes since you opened this page. Reload to see them, then answer.',
    );
  }
  const at = scope.now().toISOString();
  const next = new Map(
    answers.map(({ budgetLineId, decision, comment }) => {
      const line = lineOf(before, budgetLineId);
      if (line.status === 'draft') throw notFound('budget line');
      if (!waits(line, heard?.meetingId))
        throw refused('budget.line-answered', `"${line.label}" was answered already. Reload to see how.`);
      const word = { by: scope.actor.userId, at, comment, ...heard };
      return [budgetLineId, { ...line, status: decision, decision: word }];
    }),
  );
  return before.lines.map((line) => next.get(line.budgetLineId) ?? line);
}

/**
 * How the planner items behind the answered lines stand: one approved part is enough to go ahead, whichever answer it came
 * with; what was rejected stays visible on the budget.
 */
function itemsBehind(lines: readonly BudgetLineRow[], answered: ReadonlySet<string>) {
  const idOf = ({ pulledFrom }: BudgetLineRow) => pulledFrom?.plannerItemId;
  const concerned = lines.filter(({ budgetLineId }) => answered.has(budgetLineId)).flatMap((line) => idOf(line) ?? []);
  return [...new Set(concerned)].map((plannerItemId) => {
    const approved = lines.some((line) => idOf(line) === plannerItemId && line.status === 'approved');
    return { plannerItemId, decision: approved ? ('approved' as const) : ('rejected' as const) };
  });
}

interface Answering {
  ops: Op[];
  fact: NewFact;
  view: ClientBudget;
}

/** The parts of a commit that takes answers to lines, all of them or none; `heard` when staff take them down in a meeting. */
export function answering(scope: Scope, before: Stored, input: Answers, heard?: Heard): Answering {
  const { companyId, budgetId, sentVersion, status } = before.budget;
  if (sentVersion === 0 || status === 'obsolete') throw notFound('budget');
  const lines = answered(scope, before, input, heard);
  const complete = lines.every((line) => line.status !== 'pending');
  const { after, ops } = moved(scope, before, lines);
  const answers = input.answers.map(({ budgetLineId, decision }) => ({ budgetLineId, decision }));
  const items = itemsBehind(lines, new Set(answers.map((one) => one.budgetLineId)));
  const approved = answers.filter(({ decision }) => decision === 'approved').length;
  const counts = [String(approved), String(answers.length - approved)];
  const told = happened(scope, companyId, record(budgetId), 'answered', counts);
  return {
    ops: [...ops, told],
    fact: budgetAnswered.of({ companyId, budgetId, sentVersion: input.sentVersion, answers, items, complete }),
    view: clientView({ ...after.budget, lines: after.lines.map(shownLine) }) as ClientBudget,
  };
}

/**
 * Takes the client's answers to lines, all of them or none. The budget is approved when no line waits any more and at least
 * one was approved; the facts tell the planner which items may go ahead.
 *
 * @param present what the caller is told, now and when the same request comes again
 */
export async function answer<Seen>(
  scope: Scope,
  one: One,
  input: Answers,
  present: (view: ClientBudget) => Seen,
): Promise<Seen> {
  return startingOver(ATTEMPTS, async () => {
    const { ops, fact, view } = answering(scope, await readBudget(scope, one), input);
    return commit(scope, ops, [fact], present(view));
  });
}
