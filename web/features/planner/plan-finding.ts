import type { QueryClient } from '@tanstack/react-query';
import type { FindingRow } from '../../../shared/findings/finding.ts';
import type { Feature } from '../../../shared/kernel/features.ts';
import type { Lane, PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { client } from '../../lib/api.ts';
import { costsBeside } from './costs-beside.ts';
import { rateQuery, refreshPlanner } from './queries.ts';

const LANE_OF: Partial<Record<Feature, Lane>> = {
  m365: 'microsoft-365',
  devices: 'devices',
  'backup-security': 'security',
  compliance: 'compliance',
  'tool-stack': 'software',
};

export interface FindingPlan {
  /** Without dates the item waits in the tray. */
  dates?: { start: string; end: string };
  /** The whole one-time estimate in minor units, labour included. */
  minor: number;
  hours: number;
}

/** Makes the planner item of a finding: its words, its risk as priority, and the estimate as labour and one cost line. */
export async function planFinding(
  queryClient: QueryClient,
  finding: FindingRow,
  { dates, minor, hours }: FindingPlan,
): Promise<PlannerItemDetail> {
  const { companyId, findingId, title, why, risk, raisedBy } = finding;
  const { ratePerHour } = await queryClient.ensureQueryData(rateQuery(companyId));
  const item = await client.planner.create({
    companyId,
    findingId,
    title: title.slice(0, 160),
    lane: LANE_OF[raisedBy] ?? 'advisory',
    priority: risk,
    hours,
    costs: costsBeside(minor, hours, ratePerHour),
    publicNote: why,
    ...(dates ? { startDate: dates.start, endDate: dates.end } : {}),
  });
  await refreshPlanner(queryClient);
  return item;
}
