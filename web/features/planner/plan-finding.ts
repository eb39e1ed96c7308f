import type { QueryClient } from '@tanstack/react-query';
import type { FindingRow } from '../../../shared/findings/finding.ts';
import { itemOfFinding } from '../../../shared/planner/from-finding.ts';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { client } from '../../lib/api.ts';
import { rateQuery, refreshPlanner } from './queries.ts';

export interface FindingPlan {
  /** Without dates the item waits in the tray. */
  dates?: { start: string; end: string };
  /** The whole one-time estimate in minor units, labour included. */
  minor: number;
  hours: number;
}

/** Makes the planner item of a finding. */
export async function planFinding(
  queryClient: QueryClient,
  finding: FindingRow,
  { dates, minor, hours }: FindingPlan,
): Promise<PlannerItemDetail> {
  const { ratePerHour } = await queryClient.fetchQuery(rateQuery(finding.companyId));
  const item = await client.planner.create({
    ...itemOfFinding(finding, { minor, hours, ratePerHour }),
    ...(dates ? { startDate: dates.start, endDate: dates.end } : {}),
  });
  await refreshPlanner(queryClient);
  return item;
}
