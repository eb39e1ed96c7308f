import { z } from 'zod';
import { ClientBudget, ClientLine } from '../budgets/client-budget.ts';
import { Brand } from '../identity/msp.ts';
import { BudgetId, MeetingId, ReportId } from '../kernel/id.ts';
import { ClientMeeting, ClientMeetingRow } from '../meetings/client-meeting.ts';
import { Minutes } from '../meetings/minutes.ts';
import { PublishedItem } from '../planner/planner-item.ts';

/** Who decided, as colleagues know each other: a name, and whether it was the reader. Ids of people stay inside. */
const Decided = z.object({ at: z.string(), comment: z.string(), name: z.string().optional(), mine: z.boolean() });

export const PortalLine = ClientLine.omit({ decision: true }).extend({ decision: Decided.optional() });
export type PortalLine = z.infer<typeof PortalLine>;

export const PortalBudget = ClientBudget.omit({ lines: true }).extend({ lines: z.array(PortalLine) });
export type PortalBudget = z.infer<typeof PortalBudget>;
export const OnePortalBudget = z.strictObject({ budgetId: BudgetId });

/** A piece of work as published; `waiting` when a budget line of it waits for an answer. */
export const PortalItem = PublishedItem.omit({ companyId: true, publishedVersion: true }).extend({
  waiting: z.boolean(),
});
export type PortalItem = z.infer<typeof PortalItem>;

export const PortalRoadmap = z.object({ items: z.array(PortalItem), fiscalYearStart: z.int(), today: z.string() });
export type PortalRoadmap = z.infer<typeof PortalRoadmap>;

/** What waits for an answer: over all budgets, and until when. */
export const Waiting = z.object({
  lines: z.int(),
  budgets: z.int(),
  amountMinor: z.int(),
  /** The earliest day by which an answer is asked for. */
  dueDate: z.string().optional(),
});
export type Waiting = z.infer<typeof Waiting>;

export const PortalHome = z.object({
  brand: Brand,
  company: z.object({
    name: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    fiscalYearStart: z.int(),
  }),
  /** False for people who may read and not answer. */
  mayAnswer: z.boolean(),
  today: z.string(),
  waiting: Waiting,
  next: z.array(PortalItem),
  /** The next meeting, once its agenda is published. */
  meeting: ClientMeetingRow.optional(),
  reports: z.int(),
});
export type PortalHome = z.infer<typeof PortalHome>;

export const PortalReport = z.object({
  reportId: ReportId,
  title: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  finishedAt: z.string(),
  publishedAt: z.string(),
  pages: z.int(),
  bytes: z.int(),
  /** Fingerprint of the file: the same for everybody who ever got it. */
  sha256: z.string(),
});
export type PortalReport = z.infer<typeof PortalReport>;
export const OnePortalReport = z.strictObject({ reportId: ReportId });

export const PortalMeetings = z.object({ ahead: z.array(ClientMeeting), over: z.array(ClientMeetingRow) });
export type PortalMeetings = z.infer<typeof PortalMeetings>;
export const OnePortalMeeting = z.strictObject({ meetingId: MeetingId });
export const PortalMinutes = Minutes.omit({ companyId: true });
export type PortalMinutes = z.infer<typeof PortalMinutes>;
