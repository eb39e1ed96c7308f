import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CalendarDate } from '../kernel/date.ts';
import { CompanyId, DeviceId, FindingId, GoalId, Id, PlannerItemId, UserId } from '../kernel/id.ts';
import { MAX_MINOR, Price } from '../kernel/money.ts';
import { Flag, PageInput, pageOf } from '../kernel/page.ts';
import { Priority } from '../kernel/priority.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { FromProduct } from './from-product.ts';
import { MOST_HOURS } from './limits.ts';

export const ITEM_STATUSES = [
  'idea',
  'proposed',
  'presented',
  'approved',
  'scheduled',
  'in-progress',
  'on-hold',
  'completed',
  'declined',
  'deferred',
  'cancelled',
] as const;
export const ItemStatus = z.enum(ITEM_STATUSES);
export type ItemStatus = z.infer<typeof ItemStatus>;

/** Lanes of the roadmap. */
export const LANES = [
  'security',
  'infrastructure',
  'microsoft-365',
  'compliance',
  'devices',
  'software',
  'renewals',
  'advisory',
] as const;
export const Lane = z.enum(LANES);
export type Lane = z.infer<typeof Lane>;

export const BusinessValue = z.enum(['high', 'medium', 'low']);

/** Kinds of cost beside labour; they become the type of the budget line. */
export const CostKind = z.enum(['hardware', 'software', 'subscription', 'other']);
export type CostKind = z.infer<typeof CostKind>;
export const Recurrence = z.enum(['one-time', 'monthly', 'annual']);
export type Recurrence = z.infer<typeof Recurrence>;

/** One estimated cost: "2 x PowerEdge R450". */
export const CostLine = z.strictObject({
  label: line('what the cost is for', 120),
  kind: CostKind,
  quantity: z
    .number('Enter a quantity.')
    .min(0, 'The quantity cannot be negative.')
    .max(100_000)
    .multipleOf(0.01, 'Use at most two decimals.'),
  unitMinor: Price,
  recurrence: Recurrence.default('one-time'),
  product: FromProduct.optional(),
});
export type CostLine = z.infer<typeof CostLine>;

const Hours = z
  .number('Enter hours.')
  .min(0, 'Hours cannot be negative.')
  .max(MOST_HOURS, 'Enter at most 10,000 hours.')
  .multipleOf(0.25, 'Enter hours in quarters, such as 1.25.');

/** What a row of list and roadmap shows. */
const RowFacts = {
  title: line('the title', 160),
  lane: Lane.default('advisory'),
  status: ItemStatus.default('proposed'),
  priority: Priority.default('medium'),
  /** Likely hours; the range says how sure that is. */
  hours: Hours.default(0),
  /** Without dates the item waits in the unscheduled tray and counts in no total. */
  startDate: CalendarDate.optional(),
  endDate: CalendarDate.optional(),
  assigneeId: UserId.optional(),
};

/** What only the item's page shows, beside its notes. */
const PageFacts = {
  businessValue: BusinessValue.default('medium'),
  hoursLow: Hours.optional(),
  hoursHigh: Hours.optional(),
  costs: z.array(CostLine).max(20, 'An item holds at most 20 cost lines.').default([]),
  /** The whole one-time estimate at least and at most, when known. */
  estimateLow: Price.optional(),
  estimateHigh: Price.optional(),
  approverContactId: Id.optional(),
};

const ItemNotes = {
  /** What the client reads. */
  publicNote: prose('the public note', 6_000).default(''),
  /** Staff only; never published. */
  privateNote: prose('the private note', 6_000).default(''),
  /** What happens if it waits; the client reads it. */
  riskIfDeferred: prose('what happens if it waits', 1_000).default(''),
};

/** A row of list and roadmap. */
export const PlannerItem = z.object({
  ...RecordFields,
  ...RowFacts,
  companyId: CompanyId,
  plannerItemId: PlannerItemId,
  currency: z.string(),
  /** Likely one-time estimate: cost lines once and labour. */
  oneTimeMinor: z.int().min(0).max(MAX_MINOR),
  monthlyMinor: z.int().min(0).max(MAX_MINOR),
  annualMinor: z.int().min(0).max(MAX_MINOR),
  findingId: FindingId.optional(),
  /** Goals that it serves. */
  goalIds: z.array(GoalId).optional(),
  /** 0 while never published. */
  publishedVersion: z.int().min(0),
  publishedAt: z.string().optional(),
  /** How many client-visible fields differ from what the client sees. */
  unpublishedChanges: z.int().min(0),
  isArchived: z.boolean(),
});
export type PlannerItem = z.infer<typeof PlannerItem>;

export const PlannerItemPage = pageOf(PlannerItem);

/** What the client sees of an item: this and nothing else. Kept in a row of its own. */
export const PublishedItem = z.object({
  plannerItemId: PlannerItemId,
  companyId: CompanyId,
  title: z.string(),
  lane: Lane,
  status: ItemStatus,
  startDate: CalendarDate.optional(),
  endDate: CalendarDate.optional(),
  currency: z.string(),
  oneTimeMinor: z.int(),
  monthlyMinor: z.int(),
  annualMinor: z.int(),
  publicNote: z.string(),
  riskIfDeferred: z.string(),
  publishedVersion: z.int(),
  publishedAt: z.string(),
  /** When its work was completed, where that is known: plans end on other days. */
  completedAt: z.string().optional(),
});
export type PublishedItem = z.infer<typeof PublishedItem>;

/** The item's page: notes, what is published, where it came from and where it is used, what happened. */
export const PlannerItemDetail = PlannerItem.extend({
  ...PageFacts,
  // Items of before may hold quantities with more decimals: they stay readable.
  costs: z.array(CostLine.extend({ quantity: z.number() })),
  /** Minor units an hour by which its labour is estimated. */
  ratePerHour: Price,
  publicNote: z.string(),
  privateNote: z.string(),
  riskIfDeferred: z.string(),
  /** Devices that it replaces. */
  deviceIds: z.array(DeviceId).optional(),
  published: PublishedItem.optional(),
});
export type PlannerItemDetail = z.infer<typeof PlannerItemDetail>;

/** What an item costs and what that is made of: what a budget takes of it. */
export const ItemEstimate = PlannerItemDetail.pick({
  plannerItemId: true,
  title: true,
  lane: true,
  status: true,
  currency: true,
  startDate: true,
  hours: true,
  hoursLow: true,
  hoursHigh: true,
  ratePerHour: true,
  costs: true,
  isArchived: true,
  v: true,
  updatedAt: true,
});
export type ItemEstimate = z.infer<typeof ItemEstimate>;

const inOrder = (item: { startDate?: string; endDate?: string }) =>
  !item.startDate || !item.endDate || item.startDate <= item.endDate;
const bothDates = (item: { startDate?: string; endDate?: string }) => Boolean(item.startDate) === Boolean(item.endDate);
const ORDER = { path: ['endDate'], message: 'The end cannot be before the start.' };
const BOTH = { path: ['endDate'], message: 'Give both a start and an end, or neither.' };

/** What it answers, and what it serves. */
const Reasons = { findingId: FindingId.optional(), goalId: GoalId.optional() };

export const NewPlannerItem = z
  .strictObject({ ...RowFacts, ...PageFacts, ...ItemNotes, ...Reasons, companyId: CompanyId })
  .refine(bothDates, BOTH)
  .refine(inOrder, ORDER);
export type NewPlannerItem = z.infer<typeof NewPlannerItem>;

export const PlannerItemChange = changeOf({ ...RowFacts, ...PageFacts, ...ItemNotes }).extend({
  // null empties a field; what is not named stays.
  startDate: CalendarDate.nullable().optional(),
  endDate: CalendarDate.nullable().optional(),
  hoursLow: Hours.nullable().optional(),
  hoursHigh: Hours.nullable().optional(),
  estimateLow: Price.nullable().optional(),
  estimateHigh: Price.nullable().optional(),
  assigneeId: UserId.nullable().optional(),
  approverContactId: Id.nullable().optional(),
  companyId: CompanyId,
  plannerItemId: PlannerItemId,
  v: Version,
});
export type PlannerItemChange = z.infer<typeof PlannerItemChange>;

/** One gesture on the roadmap: new dates, maybe another lane; `null` puts the item into the tray. */
export const Move = z
  .strictObject({
    companyId: CompanyId,
    plannerItemId: PlannerItemId,
    v: Version,
    startDate: CalendarDate.nullable(),
    endDate: CalendarDate.nullable(),
    lane: Lane.optional(),
  })
  .refine((m) => bothDates({ startDate: m.startDate ?? undefined, endDate: m.endDate ?? undefined }), BOTH)
  .refine((m) => inOrder({ startDate: m.startDate ?? undefined, endDate: m.endDate ?? undefined }), ORDER);
export type Move = z.infer<typeof Move>;

export const PlannerFilter = z.strictObject({
  ...PageInput,
  companyId: CompanyId,
  status: ItemStatus.optional(),
  lane: Lane.optional(),
  q: z.string().trim().max(80).optional(),
  archived: Flag.default(false),
});
export type PlannerFilter = z.infer<typeof PlannerFilter>;

export const OneItem = z.strictObject({ companyId: CompanyId, plannerItemId: PlannerItemId });
export const VersionedItem = OneItem.extend({ v: Version });
