import { z } from 'zod';
import { BudgetId, BudgetLineId } from '../kernel/id.ts';
import { prose } from '../kernel/text.ts';
import { BudgetDetail, BudgetLine, Decision, MOST_LINES } from './budget.ts';

/** A line as the client sees it. An allow-list: what is not named here never reaches the portal. */
export const ClientLine = BudgetLine.pick({
  budgetLineId: true,
  label: true,
  type: true,
  quantity: true,
  unitMinor: true,
  recurrence: true,
  startDate: true,
  termMonths: true,
  note: true,
  status: true,
  amountMinor: true,
}).extend({
  decision: Decision.omit({ meetingId: true, agendaItemId: true }).optional(),
  plannerItemId: z.string().optional(),
});
export type ClientLine = z.infer<typeof ClientLine>;

/** A budget as the client sees it: sent lines only. */
export const ClientBudget = BudgetDetail.pick({
  budgetId: true,
  title: true,
  fiscalYear: true,
  fiscalYearStart: true,
  currency: true,
  status: true,
  sentVersion: true,
  sentAt: true,
  dueDate: true,
}).extend({
  lines: z.array(ClientLine),
  waiting: z.int(),
  approvedMinor: z.int(),
  waitingMinor: z.int(),
  rejectedMinor: z.int(),
});
export type ClientBudget = z.infer<typeof ClientBudget>;

/** One answer to one line; a rejection says why. */
export const Answer = z
  .strictObject({
    budgetLineId: BudgetLineId,
    decision: z.enum(['approved', 'rejected']),
    comment: prose('the comment', 1_000).default(''),
  })
  .refine(({ decision, comment }) => decision === 'approved' || comment.length > 0, {
    path: ['comment'],
    message: 'Say why not, so that we can come back with something better.',
  });
export type Answer = z.infer<typeof Answer>;

export const Answers = z.strictObject({
  budgetId: BudgetId,
  /** The sending that the answers are about. */
  sentVersion: z.int().min(1),
  answers: z.array(Answer).min(1, 'Answer at least one line.').max(MOST_LINES),
});
export type Answers = z.infer<typeof Answers>;

/** What the client sees of a budget, or nothing while no line was sent. */
export function clientView(budget: BudgetDetail): ClientBudget | undefined {
  const lines = budget.lines.filter((line) => line.status !== 'draft');
  if (budget.sentVersion === 0 || lines.length === 0) return undefined;
  const sum = (status: string) =>
    lines.filter((line) => line.status === status).reduce((minor, line) => minor + line.amountMinor, 0);
  const { budgetId, title, fiscalYear, fiscalYearStart, currency, status, sentVersion, sentAt, dueDate } = budget;
  return {
    budgetId,
    title,
    fiscalYear,
    fiscalYearStart,
    currency,
    status,
    sentVersion,
    sentAt,
    dueDate,
    lines: lines.map((line) => ClientLine.parse({ ...line, plannerItemId: line.source?.plannerItemId })),
    waiting: lines.filter((line) => line.status === 'pending').length,
    approvedMinor: sum('approved'),
    waitingMinor: sum('pending'),
    rejectedMinor: sum('rejected'),
  };
}
