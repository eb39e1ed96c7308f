import type { QueryClient } from '@tanstack/react-query';
import type { RecordType } from '../../shared/kernel/link.ts';
import { budgetLinksQuery, budgetsKey } from '../features/budgets/queries.ts';
import { deviceLinksQuery, refreshDevices } from '../features/devices/queries.ts';
import { findingLinksQuery, refreshFindings } from '../features/findings/queries.ts';
import { goalLinksQuery, refreshGoals } from '../features/goals/queries.ts';
import { controlLinksQuery, licenceLinksQuery, m365Key } from '../features/m365/queries.ts';
import { itemLinksQuery, refreshPlanner } from '../features/planner/queries.ts';
import { refreshReports, reportLinksQuery } from '../features/reports/queries.ts';

/** The links at a record, by its kind. Kinds that are no record of a page have none. */
export const LINKS_OF = {
  finding: (companyId: string, findingId: string) => findingLinksQuery({ companyId, findingId }),
  goal: (companyId: string, goalId: string) => goalLinksQuery({ companyId, goalId }),
  'planner-item': (companyId: string, plannerItemId: string) => itemLinksQuery({ companyId, plannerItemId }),
  budget: (companyId: string, budgetId: string) => budgetLinksQuery({ companyId, budgetId }),
  device: (companyId: string, deviceId: string) => deviceLinksQuery({ companyId, deviceId }),
  control: (companyId: string, controlId: string) => controlLinksQuery({ companyId, controlId }),
  licence: (companyId: string, partNumber: string) => licenceLinksQuery({ companyId, partNumber }),
  report: (companyId: string, reportId: string) => reportLinksQuery({ companyId, reportId }),
} as const;

const refresh = (keyOf: () => readonly unknown[]) => (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ queryKey: keyOf() });

const REFRESH: Record<keyof typeof LINKS_OF, (queryClient: QueryClient) => Promise<void>> = {
  finding: refreshFindings,
  goal: refreshGoals,
  'planner-item': refreshPlanner,
  budget: refresh(budgetsKey),
  device: refreshDevices,
  control: refresh(m365Key),
  licence: refresh(m365Key),
  report: refreshReports,
};

export const hasLinks = (kind: RecordType): kind is keyof typeof LINKS_OF => kind in LINKS_OF;

/** After records were linked with another: what shows their links and history loads anew. */
export async function refreshLinks(queryClient: QueryClient, records: readonly { kind: RecordType }[]): Promise<void> {
  const kinds = new Set(records.map(({ kind }) => kind));
  await Promise.all([...kinds].filter(hasLinks).map((kind) => REFRESH[kind](queryClient)));
}
