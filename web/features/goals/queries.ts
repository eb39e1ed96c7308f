import { infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query';
import type { AllGoalsFilter } from '../../../shared/goals/goal.ts';
import { api, client } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

const HISTORY_SHOWN = 8;
/** Goals that one call over all clients brings. */
const PAGE = 50;

type One = { companyId: string; goalId: string };
export type AllFilter = Pick<AllGoalsFilter, 'standing' | 'category' | 'q'>;

/** Every goal of a client: board and list are two views of it. */
export const boardQuery = (companyId: string) => api.goals.board.queryOptions({ input: { companyId } });
/** Goals of all clients, those due first at the top. Rows stay while another filter loads. */
export const allGoalsQuery = (filter: AllFilter) =>
  infiniteQueryOptions({
    queryKey: [['goals', 'all'], { filter }] as const,
    queryFn: ({ pageParam, signal }) => client.goals.listAll({ ...filter, limit: PAGE, cursor: pageParam }, { signal }),
    ...byCursor,
    placeholderData: keepPreviousData,
  });
/** A key is what it asks and nothing else: whatever bears the ids will do. */
export const goalQuery = ({ companyId, goalId }: One) => api.goals.get.queryOptions({ input: { companyId, goalId } });
/** What led to a goal and where it is used. */
export const goalLinksQuery = (one: One) => api.goals.links.queryOptions({ input: one });
/** The devices that a goal is about. */
export const goalDevicesQuery = (one: One) => api.goals.devices.queryOptions({ input: one });
/** What led to a goal, the work that serves it, the budgets that hold that work. */
export const alignmentQuery = (one: One) => api.goals.alignment.queryOptions({ input: one });
/** What happened to a goal, newest first, page by page. */
export const goalHistoryQuery = (one: One) =>
  api.goals.history.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...one, limit: HISTORY_SHOWN, cursor }),
    ...byCursor,
  });

/** After a change: everything about goals loads anew, and so do the figures of clients that count them. */
export function refreshGoals(queryClient: QueryClient): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: api.companies.overview.key() });
  return queryClient.invalidateQueries({ queryKey: api.goals.key() });
}
