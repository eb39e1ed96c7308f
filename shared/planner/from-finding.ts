import type { FindingRow } from '../findings/finding.ts';
import type { Feature } from '../kernel/features.ts';
import { costsBeside } from './costs-beside.ts';
import { MOST_HOURS } from './limits.ts';
import type { CostLine, Lane } from './planner-item.ts';

const LANE_OF: Partial<Record<Feature, Lane>> = {
  m365: 'microsoft-365',
  devices: 'devices',
};

/** The whole one-time estimate of the work, labour included, in minor units. */
export interface Effort {
  minor: number;
  hours: number;
  ratePerHour: number;
}

/** What the planner item of a finding begins with: its words, its risk as priority, and the estimate as labour and one cost line. */
export function itemOfFinding(
  { companyId, findingId, title, why, risk, raisedBy }: FindingRow,
  { minor, hours, ratePerHour }: Effort,
) {
  // One item holds no more; what is beyond it stays in the costs, so that the sum is the finding's.
  const labour = Math.min(hours, MOST_HOURS);
  const costs: CostLine[] = costsBeside(minor, labour, ratePerHour);
  return {
    companyId,
    findingId,
    title: title.slice(0, 160),
    lane: LANE_OF[raisedBy] ?? ('advisory' as const),
    priority: risk,
    hours: labour,
    costs,
    publicNote: why,
  };
}
