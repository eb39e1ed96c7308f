import type { QueryClient } from '@tanstack/react-query';
import type { Report } from '../../../shared/reports/report.ts';
import { isStuck, isUnderWay } from '../../../shared/reports/stuck.ts';
import { api } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

const HISTORY_SHOWN = 10;

/** A report under way is asked after this often. */
const EVERY_MS = 1_500;

/** True while the workflow is at it. */
export function isMoving(report: Pick<Report, 'status' | 'updatedAt'>): boolean {
  return isUnderWay(report) && !isStuck(report, new Date());
}

export const reportsQuery = (companyId: string, cursor?: string) =>
  api.reports.list.queryOptions({
    input: { companyId, limit: 50, ...(cursor ? { cursor } : {}) },
    refetchInterval: ({ state }) => (state.data?.items.some(isMoving) ? EVERY_MS : false),
  });
export const reportQuery = (companyId: string, reportId: string) =>
  api.reports.get.queryOptions({
    input: { companyId, reportId },
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? EVERY_MS : false),
  });
/** What happened to a report, newest first. */
export const reportHistoryQuery = (one: { companyId: string; reportId: string }) =>
  api.reports.history.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...one, limit: HISTORY_SHOWN, cursor }),
    ...byCursor,
  });
export const deliveriesQuery = (companyId: string, reportId: string) =>
  api.reports.deliveries.queryOptions({ input: { companyId, reportId } });
export const arrangementQuery = () => api.reports.arrangement.queryOptions();
export const reachableQuery = (companyId: string) => api.reports.reachable.queryOptions({ input: { companyId } });
export const waitingQuery = () => api.reports.waiting.queryOptions();
export const scheduleQuery = (companyId: string) => api.reports.schedule.queryOptions({ input: { companyId } });
/** Schedules of all clients, page after page. */
export const schedulesQuery = () =>
  api.reports.schedules.infiniteOptions({
    input: (cursor: string | undefined) => ({ limit: 50, ...(cursor ? { cursor } : {}) }),
    ...byCursor,
  });

/** Lists ask the server anew; a report that is gone is not asked for. */
export const refreshLists = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ queryKey: api.reports.list.key() });

/** Everything about reports asks the server anew. */
export const refreshReports = (queryClient: QueryClient) =>
  queryClient.invalidateQueries({ queryKey: api.reports.key() });

/** What a report shows and where it is used. */
export const reportLinksQuery = (one: { companyId: string; reportId: string }) =>
  api.reports.links.queryOptions({ input: one });
