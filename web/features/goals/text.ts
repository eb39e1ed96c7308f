import type { Goal, Horizon, ProgressMode } from '../../../shared/goals/goal.ts';
import type { Measure, Metric } from '../../../shared/goals/measure.ts';
import type { Activity } from '../../../shared/platform/activity.ts';
import { counted, formatMoney, formatNumber } from '../../ui/format.ts';

export const HORIZONS: Record<Horizon, string> = {
  'this-quarter': 'This quarter',
  'this-year': 'This year',
  'one-to-three-years': 'One to three years',
};

export const MODES: Record<ProgressMode, string> = {
  manual: 'Set by hand',
  'from-planner': 'From planner items',
  'from-metric': 'From a figure',
};

export const METRICS: Record<Metric, string> = {
  'secure-score': 'Microsoft Secure Score',
  'licence-waste': 'Unused licences, a month',
};

/** Names of fields as the history shows them; what is not named here is not told. */
export const FIELDS: Record<string, string> = {
  title: 'title',
  category: 'category',
  priority: 'priority',
  horizon: 'horizon',
  startDate: 'start',
  targetDate: 'target date',
  ownerId: 'owner',
  sponsorContactId: 'sponsor',
  progressMode: 'how progress is counted',
  progress: 'progress',
  measure: 'figure',
  description: 'description',
  why: 'why it matters',
  nextStep: 'next step',
  devices: 'devices',
};

/** What happens to goals, of all that happens to records. */
export const VERBS: Partial<Record<Activity['verb'], string>> & { changed: string } = {
  created: 'Set by hand',
  'created-from-finding': 'Set from a finding',
  changed: 'Changed',
  planned: 'Work planned',
  unplanned: 'Work taken away',
  achieved: 'Achieved',
  abandoned: 'Abandoned',
  reopened: 'Reopened',
  'on-agenda': 'Put on an agenda',
};

/** A figure of a measure in its unit: "62.5%", "$640". */
export function figure(value: number, unit: Measure['unit'], locale: string): string {
  return unit === 'percent' ? `${formatNumber(value, locale)}%` : formatMoney(value, unit, locale);
}

/** Where progress comes from, in a few words. */
export function progressSource({
  progressMode,
  work,
  measure,
}: Pick<Goal, 'progressMode' | 'work' | 'measure'>): string {
  if (progressMode === 'from-metric' && measure) return METRICS[measure.metric];
  if (progressMode === 'from-planner') {
    return work.items === 0 ? 'No work yet' : `${work.done} of ${counted(work.items, 'item')} done`;
  }
  return 'Set by hand';
}
