import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CalendarDate } from '../kernel/date.ts';
import { CompanyId, FindingId, GoalId, Id, UserId } from '../kernel/id.ts';
import { Link } from '../kernel/link.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Priority } from '../kernel/priority.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { Measure, NewMeasure } from './measure.ts';

export const GOAL_CATEGORIES = [
  'growth',
  'security',
  'productivity',
  'cost',
  'compliance',
  'continuity',
  'people',
  'customer-experience',
] as const;
export const GoalCategory = z.enum(GOAL_CATEGORIES);
export type GoalCategory = z.infer<typeof GoalCategory>;

/** `proposed` waits for a yes, `active` is being worked at, the other two are closed. */
export const GoalStatus = z.enum(['proposed', 'active', 'achieved', 'abandoned']);
export type GoalStatus = z.infer<typeof GoalStatus>;

export const HEALTHS = ['on-track', 'at-risk', 'off-track'] as const;
export const Health = z.enum(HEALTHS);
export type Health = z.infer<typeof Health>;

/** Where a goal stands, in one word: an active one is told by its health. */
export const STANDINGS = ['proposed', ...HEALTHS, 'achieved', 'abandoned'] as const;
export const Standing = z.enum(STANDINGS);
export type Standing = z.infer<typeof Standing>;

export const Horizon = z.enum(['this-quarter', 'this-year', 'one-to-three-years']);
export type Horizon = z.infer<typeof Horizon>;

/** Whether progress is set by hand, follows the work in the planner, or follows a figure. */
export const ProgressMode = z.enum(['manual', 'from-planner', 'from-metric']);
export type ProgressMode = z.infer<typeof ProgressMode>;

const Percent = z
  .int('Enter whole percent.')
  .min(0, 'Progress cannot be negative.')
  .max(100, 'Progress ends at 100 percent.');

/** What a person says of a goal and a list shows. */
const RowFacts = {
  title: line('the title', 160),
  category: GoalCategory.default('security'),
  priority: Priority.default('medium'),
  horizon: Horizon.default('this-year'),
  /** Since when it is being worked at: the day it became active, unless it is older than its record. */
  startDate: CalendarDate.optional(),
  targetDate: CalendarDate.optional(),
  /** Staff who answers for it, and who at the client wants it. */
  ownerId: UserId.optional(),
  sponsorContactId: Id.optional(),
  progressMode: ProgressMode.default('manual'),
};

const GoalTexts = {
  /** What staff know about it. */
  description: prose('the description', 4_000).default(''),
  /** Why the client wants it, in the client's words. */
  why: prose('why it matters', 1_000).default(''),
  /** What happens next, in a line. */
  nextStep: prose('the next step', 300).default(''),
};

const Work = z.object({
  items: z.int(),
  done: z.int(),
  hours: z.number(),
  hoursDone: z.number(),
  unsized: z.int(),
});

/** A row of list and board. Progress and health are kept up to date, so that a list reads nothing else. */
export const Goal = z.object({
  ...RecordFields,
  ...RowFacts,
  companyId: CompanyId,
  goalId: GoalId,
  status: GoalStatus,
  health: Health,
  /** Set by a person against the rule; it stands until it is taken back. */
  healthByHand: Health.optional(),
  progress: Percent,
  measure: Measure.optional(),
  work: Work,
  closedAt: z.string().optional(),
  findingId: FindingId.optional(),
});
export type Goal = z.infer<typeof Goal>;
export const GoalPage = pageOf(Goal);

/** The goal's page: its words beside its row. */
export const GoalDetail = Goal.extend({
  description: z.string(),
  why: z.string(),
  nextStep: z.string(),
  /** The words of the source it came from, as they were then. */
  quote: z.object({ text: z.string(), from: z.string() }).optional(),
  /** The evidence that it is reached, or the reason why it was given up. */
  closing: z.string().optional(),
});
export type GoalDetail = z.infer<typeof GoalDetail>;

const measured = (goal: { progressMode?: ProgressMode | undefined; measure?: unknown }) =>
  goal.progressMode !== 'from-metric' || Boolean(goal.measure);
const MEASURED = { path: ['measure'], message: 'Choose the figure that the goal follows, and its target.' };

const ORDER = { path: ['targetDate'], message: 'The target date cannot be before the start.' };

export const NewGoal = z
  .strictObject({
    ...RowFacts,
    ...GoalTexts,
    companyId: CompanyId,
    status: z.enum(['proposed', 'active']).default('proposed'),
    progress: Percent.default(0),
    measure: NewMeasure.optional(),
    findingId: FindingId.optional(),
  })
  .refine(measured, MEASURED)
  .refine(({ startDate, targetDate }) => !startDate || !targetDate || startDate <= targetDate, ORDER);
export type NewGoal = z.infer<typeof NewGoal>;

export const OneGoal = z.strictObject({ companyId: CompanyId, goalId: GoalId });
export const VersionedGoal = OneGoal.extend({ v: Version });

/** Null empties a field; what is not named stays. */
export const GoalChange = changeOf({ ...RowFacts, ...GoalTexts }).extend({
  startDate: CalendarDate.nullable().optional(),
  targetDate: CalendarDate.nullable().optional(),
  ownerId: UserId.nullable().optional(),
  sponsorContactId: Id.nullable().optional(),
  progress: Percent.optional(),
  measure: NewMeasure.optional(),
  companyId: CompanyId,
  goalId: GoalId,
  v: Version,
});
export type GoalChange = z.infer<typeof GoalChange>;

/** One gesture on the board. `by-rule` makes it active and takes back what was set by hand. */
export const StandingChange = VersionedGoal.extend({ standing: z.enum(['proposed', ...HEALTHS, 'by-rule']) });
export type StandingChange = z.infer<typeof StandingChange>;

export const Achievement = VersionedGoal.extend({
  evidence: prose('the evidence', 2_000).min(3, 'Say in a few words how everybody can see that it is reached.'),
});
export type Achievement = z.infer<typeof Achievement>;
export const Abandonment = VersionedGoal.extend({
  reason: prose('the reason', 2_000).min(3, 'Say why in a few words: the next reader will ask.'),
});
export type Abandonment = z.infer<typeof Abandonment>;

const Filter = {
  ...PageInput,
  /** Without one: every goal that is not closed. */
  standing: Standing.optional(),
  category: GoalCategory.optional(),
  q: z.string().trim().max(80).optional(),
};
export const GoalFilter = z.strictObject({ ...Filter, companyId: CompanyId });
export type GoalFilter = z.infer<typeof GoalFilter>;
export const AllGoalsFilter = z.strictObject(Filter);
export type AllGoalsFilter = z.infer<typeof AllGoalsFilter>;

/** Every link from what led to the goal, over the goal and its planner items, to the budgets that hold them. */
export const Alignment = z.object({ links: z.array(Link) });
export type Alignment = z.infer<typeof Alignment>;
