import { infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query';
import type { AllMeetingsFilter, OneMeeting } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { api, client } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

const HISTORY_SHOWN = 8;
/** Meetings that one call brings. */
const PAGE = 50;

export type MeetingsFilter = Pick<AllMeetingsFilter, 'phase' | 'type' | 'q'>;

/** Meetings of one client, or of all; rows stay while another filter loads. */
export const meetingsQuery = (companyId: string | undefined, filter: MeetingsFilter) =>
  infiniteQueryOptions({
    queryKey: [['meetings', 'list'], { companyId, filter }] as const,
    queryFn: ({ pageParam: cursor, signal }) => {
      const page = { ...filter, limit: PAGE, cursor };
      return companyId
        ? client.meetings.list({ companyId, ...page }, { signal })
        : client.meetings.listAll(page, { signal });
    },
    ...byCursor,
    placeholderData: keepPreviousData,
  });
/** Which meeting, out of anything that bears its ids: a key is what it asks, and nothing else. */
const idsOf = ({ companyId, meetingId }: OneMeeting): OneMeeting => ({ companyId, meetingId });
export const meetingQuery = (one: OneMeeting) => api.meetings.get.queryOptions({ input: idsOf(one) });
export const minutesQuery = (one: OneMeeting) => api.meetings.minutes.queryOptions({ input: idsOf(one) });
/** What the agenda could be about. */
export const suggestionsQuery = (one: OneMeeting) => api.meetings.suggestions.queryOptions({ input: idsOf(one) });
export const templatesQuery = () => api.meetings.templates.queryOptions({});
/** What one client and its MSP promised each other. */
export const actionsQuery = (companyId: string, status: 'open' | 'closed') =>
  api.meetings.actions.infiniteOptions({
    input: (cursor: string | undefined) => ({ companyId, status, limit: PAGE, cursor }),
    ...byCursor,
  });
/** What happened to a meeting, newest first, page by page. */
export const meetingHistoryQuery = (one: OneMeeting) =>
  api.meetings.history.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...idsOf(one), limit: HISTORY_SHOWN, cursor }),
    ...byCursor,
  });

/** A write that answers with the whole meeting: the page shows it at once. */
export function keepMeeting(queryClient: QueryClient, saved: MeetingDetail): void {
  queryClient.setQueryData(meetingQuery(saved).queryKey, saved);
}

/** After a change: everything about meetings loads anew, and so do the figures of clients that count them. */
export function refreshMeetings(queryClient: QueryClient): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: api.companies.overview.key() });
  return queryClient.invalidateQueries({ queryKey: api.meetings.key() });
}

/** After an action became work: the roadmap has one item more. */
export function refreshWork(queryClient: QueryClient): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: api.planner.key() });
  return refreshMeetings(queryClient);
}
