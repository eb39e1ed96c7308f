import { z } from 'zod';
import { BudgetId, CompanyId, ExportId, GoalId, Id, IntegrationId, ReportId, WebhookId } from '../kernel/id.ts';
import { LinkEnd } from '../kernel/link.ts';
import { pageOf } from '../kernel/page.ts';

const Common = {
  notificationId: Id,
  at: z.string(),
  companyId: CompanyId.optional(),
  readAt: z.string().optional(),
};

function told<Type extends string, Record extends string, Params extends z.ZodRawShape>(
  type: Type,
  record: [Record, z.ZodType<string>],
  params: Params,
) {
  const [recordType, recordId] = record;
  return z.object({
    ...Common,
    type: z.literal(type),
    record: z.object({ type: z.literal(recordType), id: recordId }),
    params: z.object(params),
  });
}

const company = z.string();

/**
 * What a person is told. The row keeps what happened and its figures; the page turns that into words, in the reader's
 * language and with the record's name as it is now.
 */
export const Notification = z.discriminatedUnion('type', [
  /** To the client's approvers: lines wait for an answer. */
  told('budget-sent', ['budget', BudgetId], { lines: z.int() }),
  /** To staff: the client answered; `complete` when no line waits any more. */
  told('budget-answered', ['budget', BudgetId], {
    company,
    approved: z.int(),
    rejected: z.int(),
    complete: z.boolean(),
  }),
  /** To whoever answers for the goal: it went off track. */
  told('goal-off-track', ['goal', GoalId], { company }),
  told('integration-failed', ['integration', IntegrationId], {}),
  told('integration-recovered', ['integration', IntegrationId], {}),
  told('report-finished', ['report', ReportId], { company }),
  /** To whoever owns the relationship: the schedule's report waits to be sent. */
  told('report-waits', ['report', ReportId], { company }),
  told('report-failed', ['report', ReportId], { company }),
  told('export-finished', ['export', ExportId], { list: z.string(), rows: z.int() }),
  told('export-failed', ['export', ExportId], { list: z.string() }),
  /** To owners: a webhook is told nothing more until one of them says so. */
  told('webhook-disabled', ['webhook', WebhookId], { gone: z.boolean() }),
  /** To staff whom a comment names: who wrote it, and about whose record. */
  z.object({
    ...Common,
    type: z.literal('mentioned'),
    record: LinkEnd,
    params: z.object({ company, by: z.string() }),
  }),
]);
export type Notification = z.infer<typeof Notification>;
export type NotificationType = Notification['type'];
export const NotificationPage = pageOf(Notification);

/** What happened, before it is anybody's notification. */
export type Notice = {
  [T in NotificationType]: Omit<Extract<Notification, { type: T }>, 'notificationId' | 'at' | 'readAt'>;
}[NotificationType];

export const Unread = z.object({ unread: z.int().min(0) });
export type Unread = z.infer<typeof Unread>;
export const OneNotification = z.strictObject({ notificationId: Id });
