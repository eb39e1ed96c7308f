import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CalendarDate } from '../kernel/date.ts';
import { BudgetId, BudgetLineId, CompanyId, PlannerItemId } from '../kernel/id.ts';
import { Price } from '../kernel/money.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { FromProduct } from '../planner/from-product.ts';
import { Recurrence } from '../planner/planner-item.ts';
import { LINE_STATUSES, LINE_TYPES, LONGEST_LABEL, LONGEST_TERM } from './kinds.ts';

export { LINE_STATUSES, LINE_TYPES };

/** Lines that one budget holds: all of them change in one transaction when it is sent or answered. */
export const MOST_LINES = 60;

export const BudgetStatus = z.enum(['draft', 'pending', 'approved', 'obsolete']);
export type BudgetStatus = z.infer<typeof BudgetStatus>;
export const LineStatus = z.enum(LINE_STATUSES);
export type LineStatus = z.infer<typeof LineStatus>;
export const LineType = z.enum(LINE_TYPES);
export type LineType = z.infer<typeof LineType>;

/** Sums of a budget's lines in the fiscal year by their state, in minor units. */
export const Sums = z.object({ draft: z.int(), pending: z.int(), approved: z.int(), rejected: z.int() });
export type Sums = z.infer<typeof Sums>;

/** What is asked of a line that is entered or changed. */
const LineFacts = {
  label: line('what the line is for', LONGEST_LABEL),
  type: LineType,
  quantity: z
    .number('Enter a quantity.')
    .min(0, 'The quantity cannot be negative.')
    .max(100_000)
    .multipleOf(0.01, 'Use at most two decimals.'),
  unitMinor: Price,
  recurrence: Recurrence.default('one-time'),
  /** The day it is first due; quarter and amount in the fiscal year follow from it. */
  startDate: CalendarDate,
  /** How long a recurring line runs. */
  termMonths: z
    .int('Enter whole months.')
    .min(1, 'Enter at least one month.')
    .max(LONGEST_TERM, `Enter at most ${LONGEST_TERM} months.`)
    .default(12),
  /** The client reads it beside the line. */
  note: prose('the note', 1_000).default(''),
  /** The product of the catalogue that its price was copied from. */
  product: FromProduct.optional(),
};

/** Which part of a planner item a line was pulled from: its labour, or a cost by its label, numbered where it is not the first of it. */
export const LineSource = z.object({ plannerItemId: PlannerItemId, part: z.string() });
export type LineSource = z.infer<typeof LineSource>;

/** What the client said about a line. */
export const Decision = z.object({
  by: z.string(),
  at: z.string(),
  comment: z.string(),
  /** The meeting in which staff took it down: there it may still be taken down otherwise. */
  meetingId: z.string().optional(),
  /** The item of its agenda under which it was said: another word on that item takes it back. */
  agendaItemId: z.string().optional(),
  /** Whose word it was in that meeting: `by` only took it down. */
  saidBy: z.string().optional(),
});

/**
 * What the planner says now about a line that was pulled before, or the catalogue about one that was copied from it; shown
 * beside the line, never silently taken over.
 */
export const Stale = z.object({
  from: z.enum(['planner', 'catalogue']),
  quantity: z.number(),
  unitMinor: z.int(),
  recurrence: Recurrence,
  startDate: CalendarDate,
  termMonths: z.int(),
  amountMinor: z.int(),
  differenceMinor: z.int(),
  changedAt: z.string(),
  gone: z.boolean(),
});
export type Stale = z.infer<typeof Stale>;

/** A line as it is kept. It sets no limits: one that was taken once is never unreadable afterwards, and its budget with it. */
export const BudgetLine = z.object({
  label: z.string(),
  type: LineType,
  quantity: z.number(),
  unitMinor: z.int(),
  recurrence: Recurrence,
  startDate: CalendarDate,
  termMonths: z.int(),
  note: z.string(),
  product: FromProduct.optional(),
  budgetLineId: BudgetLineId,
  status: LineStatus,
  /** What it costs in the budget's fiscal year. */
  amountMinor: z.int(),
  source: LineSource.optional(),
  /** Version of the planner item whose difference was looked at and left. */
  keptVersion: z.int().optional(),
  decision: Decision.optional(),
  stale: Stale.optional(),
});
export type BudgetLine = z.infer<typeof BudgetLine>;

export const Budget = z.object({
  ...RecordFields,
  companyId: CompanyId,
  budgetId: BudgetId,
  title: z.string(),
  fiscalYear: z.int(),
  fiscalYearStart: z.int(),
  currency: z.string(),
  status: BudgetStatus,
  /** How often lines were sent to the client; 0 while it is a draft. */
  sentVersion: z.int(),
  sentAt: z.string().optional(),
  dueDate: CalendarDate.optional(),
  /** Staff only. */
  internalNotes: z.string(),
  lineCount: z.int(),
  openLines: z.int(),
  sums: Sums,
  /** The budget that this one replaces. */
  replaces: BudgetId.optional(),
});
export type Budget = z.infer<typeof Budget>;
export const BudgetPage = pageOf(Budget);

export const BudgetDetail = Budget.extend({ lines: z.array(BudgetLine) });
export type BudgetDetail = z.infer<typeof BudgetDetail>;

const Title = line('the title', 120);
const FiscalYear = z.int('Choose a fiscal year.').min(2000).max(2100);

export const NewBudget = z.strictObject({
  companyId: CompanyId,
  title: Title,
  fiscalYear: FiscalYear,
  plannerItemIds: z.array(PlannerItemId).max(30, 'Choose at most 30 planner items at once.').default([]),
  /** Template whose lines it starts with: a shipped one's word, or the id of one of the MSP's own. */
  templateId: z.string().max(40).optional(),
  internalNotes: prose('the internal notes', 4_000).default(''),
});
export type NewBudget = z.infer<typeof NewBudget>;

export const OneBudget = z.strictObject({ companyId: CompanyId, budgetId: BudgetId });
export const VersionedBudget = OneBudget.extend({ v: Version });
export const BudgetChange = VersionedBudget.extend({
  title: Title.optional(),
  internalNotes: prose('the internal notes', 4_000).optional(),
  dueDate: CalendarDate.nullable().optional(),
});
export type BudgetChange = z.infer<typeof BudgetChange>;

export const ItemsToAdd = VersionedBudget.extend({
  plannerItemIds: z.array(PlannerItemId).min(1, 'Choose at least one planner item.').max(30),
});
export type ItemsToAdd = z.infer<typeof ItemsToAdd>;

export const NewLine = VersionedBudget.extend(LineFacts);
export type NewLine = z.infer<typeof NewLine>;
export const OneLine = VersionedBudget.extend({ budgetLineId: BudgetLineId });
export const LineChange = changeOf(LineFacts).extend({
  ...OneLine.shape,
  // null takes the product away; what is not named stays.
  product: FromProduct.nullable().optional(),
});
export type LineChange = z.infer<typeof LineChange>;

/** Sends draft lines (all, or the named ones) to the client's approvers. */
export const Sending = VersionedBudget.extend({
  budgetLineIds: z.array(BudgetLineId).max(MOST_LINES).optional(),
  dueDate: CalendarDate.optional(),
});
export type Sending = z.infer<typeof Sending>;

export const BudgetFilter = z.strictObject({ ...PageInput, companyId: CompanyId, status: BudgetStatus.optional() });
export type BudgetFilter = z.infer<typeof BudgetFilter>;
