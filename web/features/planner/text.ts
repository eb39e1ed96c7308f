import type { CostKind, PlannerItemDetail, Recurrence } from '../../../shared/planner/planner-item.ts';
import type { Activity } from '../../../shared/platform/activity.ts';

export const BUSINESS_VALUES: Record<PlannerItemDetail['businessValue'], string> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const COST_KINDS: Record<CostKind, string> = {
  hardware: 'Hardware',
  software: 'Software',
  subscription: 'Subscription',
  other: 'Other',
};

/** Said after an amount: "$90 a month". */
export const RECURRENCES: Record<Recurrence, { word: string; after: string }> = {
  'one-time': { word: 'Once', after: '' },
  monthly: { word: 'Monthly', after: 'a month' },
  annual: { word: 'Annually', after: 'a year' },
};

/** Names of fields as pages show them; what is not named here is not told. */
export const FIELDS: Record<string, string> = {
  title: 'title',
  lane: 'lane',
  status: 'status',
  priority: 'priority',
  businessValue: 'business value',
  hours: 'hours',
  hoursLow: 'hours',
  hoursHigh: 'hours',
  costs: 'costs',
  estimateLow: 'range',
  estimateHigh: 'range',
  startDate: 'dates',
  endDate: 'dates',
  assigneeId: 'owner',
  approverContactId: 'client approver',
  publicNote: 'public note',
  privateNote: 'private note',
  riskIfDeferred: 'what happens if it waits',
  goalIds: 'goals',
  deviceIds: 'devices',
  currency: 'currency',
  oneTimeMinor: 'one-time estimate',
  monthlyMinor: 'monthly estimate',
  annualMinor: 'annual estimate',
};

/** What happens to planner items, of all that happens to records. */
export const VERBS: Partial<Record<Activity['verb'], string>> & { changed: string } = {
  created: 'Added by hand',
  'created-from-finding': 'Made from a finding',
  'created-for-goal': 'Made for a goal',
  changed: 'Changed',
  moved: 'Moved',
  published: 'Published',
  withdrawn: 'Withdrawn from the client',
  archived: 'Archived',
  restored: 'Restored',
  budgeted: 'Added to a budget',
  approved: 'Approved by the client',
  rejected: 'Declined by the client',
  deferred: 'Put off by the client',
  'on-agenda': 'Put on an agenda',
  sent: 'Sent to the client',
  answered: 'Answered by the client',
};
