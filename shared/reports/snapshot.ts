import { z } from 'zod';
import { LINE_TYPES } from '../budgets/budget.ts';
import { ITEM_STATUSES, LANES } from '../planner/planner-item.ts';
import { SectionId } from './report.ts';

/** Amounts are minor units of the snapshot's currency; dates are YYYY-MM-DD; points and percentages are as the source says. */
const Minor = z.int();

const Sums = { oneTimeMinor: Minor, monthlyMinor: Minor, annualMinor: Minor };

export const FrozenItem = z.object({
  plannerItemId: z.string(),
  title: z.string(),
  lane: z.enum(LANES),
  status: z.enum(ITEM_STATUSES),
  startDate: z.string().optional(),
  endDate: z.string().optional(),
  /** The client's day on which finished work was completed, where that is known. */
  completedOn: z.string().optional(),
  ...Sums,
});
export type FrozenItem = z.infer<typeof FrozenItem>;

export const FrozenRoadmap = z.object({
  /** Quarters that hold work, then work without a date; sums are over the group's items. */
  groups: z.array(z.object({ title: z.string(), items: z.array(FrozenItem), ...Sums })),
  /** Finished inside the report's period. */
  done: z.array(FrozenItem),
});
export type FrozenRoadmap = z.infer<typeof FrozenRoadmap>;

const Quarters = z.tuple([Minor, Minor, Minor, Minor]);

export const FrozenBudget = z.object({
  budgetId: z.string(),
  title: z.string(),
  fiscalYear: z.int(),
  fiscalYearStart: z.int(),
  sentAt: z.string().optional(),
  dueDate: z.string().optional(),
  /** What is approved or waits, by type and quarter; what was turned down counts in no sum. */
  types: z.array(z.object({ type: z.enum(LINE_TYPES), quarters: Quarters, totalMinor: Minor })),
  quarters: Quarters,
  totalMinor: Minor,
  approvedMinor: Minor,
  waitingMinor: Minor,
  rejectedMinor: Minor,
  /** Approved and waiting amounts by quarter. */
  approvedQuarters: Quarters,
  waitingQuarters: Quarters,
  lines: z.array(
    z.object({
      label: z.string(),
      type: z.enum(LINE_TYPES),
      startDate: z.string(),
      recurrence: z.enum(['one-time', 'monthly', 'annual']),
      amountMinor: Minor,
      status: z.enum(['pending', 'approved', 'rejected']),
    }),
  ),
});
export type FrozenBudget = z.infer<typeof FrozenBudget>;

export const FrozenForecast = z.object({
  fiscalYearStart: z.int(),
  /** The base year and those after it. */
  years: z.array(z.int()),
  /** Amounts in the order of the years; categories that cost nothing are left out. */
  categories: z.array(z.object({ label: z.string(), amounts: z.array(Minor) })),
  totals: z.array(Minor),
  /** Sum of the years after the base year. */
  forwardMinor: Minor,
  /** Devices that fall due are among the costs. */
  hasDevices: z.boolean().optional(),
});
export type FrozenForecast = z.infer<typeof FrozenForecast>;

export const FrozenDecision = z.object({
  at: z.string(),
  /** Who decided; empty when the person is not known any more. */
  name: z.string(),
  decision: z.enum(['approved', 'rejected']),
  what: z.string(),
  budgetId: z.string(),
  budgetTitle: z.string(),
  /** Another budget took this one's place. */
  isReplaced: z.literal(true).optional(),
  amountMinor: Minor,
  comment: z.string(),
});
export type FrozenDecision = z.infer<typeof FrozenDecision>;

export const CONTROL_STANDINGS = [
  'to-decide',
  'planned',
  'in-progress',
  'other-tool',
  'other-way',
  'risk-accepted',
  'done',
] as const;

export const FrozenScore = z.object({
  /** The day of Microsoft's latest count. */
  asOf: z.string(),
  points: z.number(),
  max: z.number(),
  percent: z.number(),
  /** Change of the percentage over the last 30 days, in percentage points; absent without a count that old. */
  change: z.number().optional(),
  /** With points that other tools earn, by our own count. */
  withOtherTools: z.object({ points: z.number(), percent: z.number() }).optional(),
  /** Average of organizations like this one. */
  peers: z.number().optional(),
  /** At most 26 weeks, oldest first. */
  history: z.array(z.object({ date: z.string(), percent: z.number(), peers: z.number().optional() })),
  events: z.array(z.object({ date: z.string(), label: z.string() })),
  areas: z.array(z.object({ name: z.string(), points: z.number(), max: z.number() })),
  /** What would lift the score most, best first: percentage points each. */
  moves: z.array(
    z.object({
      title: z.string(),
      area: z.string(),
      userImpact: z.enum(['low', 'moderate', 'high']),
      percentPoints: z.number(),
    }),
  ),
  controls: z.array(
    z.object({
      controlId: z.string(),
      title: z.string(),
      points: z.number(),
      max: z.number(),
      userImpact: z.enum(['low', 'moderate', 'high']),
      standing: z.enum(CONTROL_STANDINGS),
      /** What proves that another tool does it. */
      proof: z.string(),
      /** Until when an accepted risk stands. */
      until: z.string().optional(),
    }),
  ),
  /** Controls that the table leaves out. */
  moreControls: z.int(),
});
export type FrozenScore = z.infer<typeof FrozenScore>;

/**
 * Everything that a report prints, as it was at one moment. The pages are drawn from this and from nothing else, so the same
 * snapshot gives the same paper, byte by byte. Only what the client may see is in it.
 */
export const Snapshot = z.object({
  version: z.literal(2),
  reportId: z.string(),
  title: z.string(),
  note: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  frozenAt: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  msp: z.object({ name: z.string(), accent: z.string(), logo: z.string() }),
  company: z.object({ name: z.string(), industry: z.string() }),
  preparedBy: z.string(),
  /** In the order of the pages; each section knows the shape of its own data. */
  sections: z.array(z.object({ id: SectionId, data: z.unknown() })),
});
export type Snapshot = z.infer<typeof Snapshot>;
