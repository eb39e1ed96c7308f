import type { Report } from '../../../shared/reports/report.ts';
import { isStuck, isUnderWay } from '../../../shared/reports/stuck.ts';
import { api } from '../../lib/api.ts';

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
/** What a report shows and where it is used. */
export const reportLinksQuery = (one: { companyId: string; reportId: string }) =>
  api.reports.links.queryOptions({ input: one });
export const reportsKey = () => api.reports.key();
