import { keepPreviousData, type QueryClient } from '@tanstack/react-query';
import { api } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

const HISTORY_SHOWN = 8;
const ARCHIVE_PAGE = 100;
const PRODUCTS_OFFERED = 25;

type One = { companyId: string; plannerItemId: string };

/** Every item of a client that is not archived: roadmap and list are two views of it. */
export const roadmapQuery = (companyId: string) => api.planner.roadmap.queryOptions({ input: { companyId } });
/** The archived items of a client, newest first. */
export const archiveQuery = (companyId: string) =>
  api.planner.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ companyId, archived: true, limit: ARCHIVE_PAGE, cursor }),
    ...byCursor,
  });
export const itemQuery = (one: One) => api.planner.get.queryOptions({ input: one });
/** What led to an item and where it is used. */
export const itemLinksQuery = (one: One) => api.planner.links.queryOptions({ input: one });
/** The devices that an item replaces. */
export const itemDevicesQuery = (one: One) => api.planner.devices.queryOptions({ input: one });
/** What happened to an item, newest first, page by page. */
export const itemHistoryQuery = (one: One) =>
  api.planner.history.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...one, limit: HISTORY_SHOWN, cursor }),
    ...byCursor,
  });
/** Products of the MSP's catalogue that a cost can be copied from, by name. */
export const productsQuery = (q: string) =>
  api.budgets.products.queryOptions({
    input: { q: q || undefined, limit: PRODUCTS_OFFERED },
    placeholderData: keepPreviousData,
  });
/** One product, to hold the price of a cost against it. */
export const productQuery = (productId: string) =>
  api.budgets.product.queryOptions({ input: { productId }, staleTime: 60_000 });
/** The items that serve a goal. */
export const goalItemsQuery = (one: { companyId: string; goalId: string }) =>
  api.planner.forGoal.queryOptions({ input: one });
/** What an hour of labour is estimated at for every client without a rate of its own. */
export const mspRateQuery = () => api.planner.mspRate.queryOptions();
/** What an hour of labour is estimated at for a client. */
export const rateQuery = (companyId: string) =>
  api.planner.rate.queryOptions({ input: { companyId }, staleTime: 5 * 60_000 });

/** After a change: everything about planner items loads anew, and so do the figures of clients that count them. */
export function refreshPlanner(queryClient: QueryClient): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: api.companies.overview.key() });
  return queryClient.invalidateQueries({ queryKey: api.planner.key() });
}

/** The same after a change of an item that stands: the finding that it answers may have followed it. */
export function refreshItem(queryClient: QueryClient): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: api.findings.key() });
  return refreshPlanner(queryClient);
}
