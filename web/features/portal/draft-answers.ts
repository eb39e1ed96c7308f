import type { Answers } from '../../../shared/budgets/client-budget.ts';
import type { PortalBudget, PortalLine } from '../../../shared/portal/portal.ts';

/** An answer that is chosen and not sent yet. */
export interface DraftAnswer {
  decision: 'approved' | 'rejected';
  comment: string;
}

/** Chosen answers by line. */
export type Draft = Readonly<Record<string, DraftAnswer>>;

/** What the chosen answers come to. */
export interface DraftSum {
  approved: number;
  approvedMinor: number;
  rejected: number;
  open: number;
  /** Lines that are turned down without a reason yet. */
  unexplained: string[];
}

/** Chooses one answer for lines; chosen once more, it is taken back. Reasons that were typed stay. */
export function decide(draft: Draft, lineIds: readonly string[], decision: DraftAnswer['decision']): Draft {
  const back = lineIds.every((id) => draft[id]?.decision === decision);
  const rest = Object.fromEntries(Object.entries(draft).filter(([id]) => !lineIds.includes(id)));
  if (back) return rest;
  return { ...rest, ...Object.fromEntries(lineIds.map((id) => [id, { decision, comment: draft[id]?.comment ?? '' }])) };
}

/** The reason for turning lines down. */
export function explain(draft: Draft, lineIds: readonly string[], comment: string): Draft {
  return { ...draft, ...Object.fromEntries(lineIds.map((id) => [id, { decision: 'rejected' as const, comment }])) };
}

/** Adds up the chosen answers over all lines that wait. */
export function sumOf(budgets: readonly PortalBudget[], draft: Draft): DraftSum {
  const sum: DraftSum = { approved: 0, approvedMinor: 0, rejected: 0, open: 0, unexplained: [] };
  for (const { budgetLineId, amountMinor } of budgets.flatMap(({ lines }) =>
    lines.filter(({ status }) => status === 'pending'),
  )) {
    const answer = draft[budgetLineId];
    if (!answer) sum.open += 1;
    if (answer?.decision === 'approved') {
      sum.approved += 1;
      sum.approvedMinor += amountMinor;
    }
    if (answer?.decision === 'rejected') {
      sum.rejected += 1;
      if (answer.comment.trim() === '') sum.unexplained.push(budgetLineId);
    }
  }
  return sum;
}

/** The chosen answers as they are sent: one message a budget, only lines that still wait. */
export function messagesOf(budgets: readonly PortalBudget[], draft: Draft): Answers[] {
  return budgets
    .map(({ budgetId, sentVersion, lines }) => ({
      budgetId,
      sentVersion,
      answers: lines
        .filter(({ status }) => status === 'pending')
        .flatMap(({ budgetLineId }) => {
          const answer = draft[budgetLineId];
          return answer ? [{ budgetLineId, decision: answer.decision, comment: answer.comment.trim() }] : [];
        }),
    }))
    .filter(({ answers }) => answers.length > 0);
}

/** Answers as they are remembered in the browser, each with the line as it was read when it was given. */
interface Kept {
  draft: Draft;
  read: Record<string, string>;
}

const waitingLines = (budgets: readonly PortalBudget[]) =>
  budgets.flatMap(({ lines }) => lines.filter(({ status }) => status === 'pending'));

/** All of a line that somebody agrees to. */
const wordsOf = ({ label, quantity, unitMinor, recurrence, startDate, termMonths }: PortalLine) =>
  [label, quantity, unitMinor, recurrence, startDate, termMonths].join('|');

/** The text to remember. */
export function written(budgets: readonly PortalBudget[], draft: Draft): string {
  const read = waitingLines(budgets).map((line) => [line.budgetLineId, wordsOf(line)]);
  const kept: Kept = { draft, read: Object.fromEntries(read) };
  return JSON.stringify(kept);
}

/**
 * What is left of remembered answers: those to lines that still wait and still say the same, so that nobody approves a figure
 * that he has not seen, and nobody types a reason twice.
 */
export function recalled(budgets: readonly PortalBudget[], text: string | null): Draft {
  const kept = parsed(text);
  if (!kept) return {};
  const same = waitingLines(budgets).filter((line) => kept.read[line.budgetLineId] === wordsOf(line));
  return Object.fromEntries(
    same.flatMap(({ budgetLineId: id }) => {
      const answer = kept.draft[id];
      return answer ? [[id, answer]] : [];
    }),
  );
}

function parsed(text: string | null): Kept | undefined {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as Kept;
  } catch (error) {
    // What a browser holds can be cut short by hand or by a full disk: then nothing was chosen.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
