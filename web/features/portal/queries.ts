import { useQueryClient } from '@tanstack/react-query';
import type { Answers } from '../../../shared/budgets/client-budget.ts';
import type { PortalActivityFilter } from '../../../shared/portal/portal-activity.ts';
import { api, client } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

/** What waits and what comes next, over all pages: the menu counts by it. */
export const homeQuery = () => api.portal.home.queryOptions();
/** The company's budgets as it sees them, newest first. */
export const budgetsQuery = () => api.portal.budgets.queryOptions();
export const roadmapQuery = () => api.portal.roadmap.queryOptions();
/** Agendas that are published, and meetings that were held. */
export const meetingsQuery = () => api.portal.meetings.queryOptions();
export const minutesQuery = (meetingId: string) => api.portal.minutes.queryOptions({ input: { meetingId } });
export const reportsQuery = () => api.portal.reports.queryOptions();

const EVENTS = 50;
/** What was done at the company, newest first; only its administrators are told. */
export const activityQuery = (search: Omit<PortalActivityFilter, 'limit' | 'cursor'>) =>
  api.portal.activity.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...search, limit: EVENTS, cursor }),
    ...byCursor,
  });

/**
 * Sends answers, one message a budget, and shows each budget as it is afterwards. A refusal stops what follows and fetches
 * everything anew; what went out before stays sent.
 */
export function useSendAnswers(): (messages: readonly Answers[]) => Promise<void> {
  const queryClient = useQueryClient();
  return async (messages) => {
    try {
      for (const message of messages) {
        const after = await client.portal.answer(message);
        queryClient.setQueryData(
          budgetsQuery().queryKey,
          (known) => known && { items: known.items.map((one) => (one.budgetId === after.budgetId ? after : one)) },
        );
      }
    } finally {
      await queryClient.invalidateQueries({ queryKey: api.portal.key() });
    }
  };
}

/** Asks for the address under which a report can be fetched for a few minutes, and leaves the rest to the browser. */
export async function downloadReport(reportId: string): Promise<void> {
  const { url } = await client.portal.downloadReport({ reportId });
  window.location.assign(url);
}
