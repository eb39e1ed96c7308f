import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import type { BudgetDetail, BudgetFilter } from '../../../shared/budgets/budget.ts';
import type { ProductFilter } from '../../../shared/budgets/product.ts';
import { api } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

const HISTORY_SHOWN = 10;

type ListInput = Pick<BudgetFilter, 'companyId' | 'status' | 'cursor'>;

export const PAGE = 50;

/** A page of a client's budgets, newest first. Rows on screen stay while the next page or filter loads. */
export const budgetsQuery = (input: ListInput) =>
  api.budgets.list.queryOptions({ input: { ...input, limit: PAGE }, placeholderData: keepPreviousData });
/** While lines wait for the client, the page asks again this often, so that staff see an answer within seconds. */
const EVERY_MS = 5_000;
export const budgetQuery = (companyId: string, budgetId: string) =>
  api.budgets.get.queryOptions({
    input: { companyId, budgetId },
    refetchInterval: ({ state }) => (state.data && state.data.openLines > 0 ? EVERY_MS : false),
  });

/** What a budget holds and where it is used. */
export const budgetLinksQuery = (one: { companyId: string; budgetId: string }) =>
  api.budgets.links.queryOptions({ input: one });
/** What happened to a budget, newest first. */
export const budgetHistoryQuery = (one: { companyId: string; budgetId: string }) =>
  api.budgets.history.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...one, limit: HISTORY_SHOWN, cursor }),
    ...byCursor,
  });
export const budgetsKey = () => api.budgets.key();

/** Puts an answer of the API where the editor reads it, and lets everything that counts budgets count again. */
export function useKeepBudget(): (budget: BudgetDetail) => BudgetDetail {
  const queryClient = useQueryClient();
  return (budget) => {
    queryClient.setQueryData(budgetQuery(budget.companyId, budget.budgetId).queryKey, budget);
    void queryClient.invalidateQueries({ queryKey: api.budgets.list.key() });
    void queryClient.invalidateQueries({ queryKey: api.companies.overview.key() });
    return budget;
  };
}

/** Forgets a budget that is gone. */
export function useForgetBudget(): (companyId: string, budgetId: string) => void {
  const queryClient = useQueryClient();
  return (companyId, budgetId) => {
    queryClient.removeQueries({ queryKey: budgetQuery(companyId, budgetId).queryKey });
    void queryClient.invalidateQueries({ queryKey: api.budgets.list.key() });
    void queryClient.invalidateQueries({ queryKey: api.companies.overview.key() });
  };
}

/** Planner items of a client that a budget can take: every open one. */
export const plannedItemsQuery = (companyId: string) => api.planner.estimates.queryOptions({ input: { companyId } });
/** People of a client who sign in to the portal: who may approve, and whose names stand beside answers. */
export const clientUsersQuery = (companyId: string) =>
  api.identity.listClientUsers.queryOptions({ input: { companyId, limit: 100 }, staleTime: 5 * 60_000 });

/** A client's forecast. It follows planner, budgets and licences, so it is asked anew whenever a page shows it. */
export const forecastQuery = (companyId: string, weighted: boolean) =>
  api.budgets.forecast.queryOptions({
    input: { companyId, weighted },
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
export const forecastKey = () => api.budgets.forecast.key();

/** A page of the catalogue by name. */
export const productsQuery = (input: Pick<ProductFilter, 'q' | 'status' | 'cursor'>) =>
  api.budgets.products.queryOptions({ input: { ...input, limit: PAGE }, placeholderData: keepPreviousData });
/** One product, archived or not. */
export const productQuery = (productId: string) => api.budgets.product.queryOptions({ input: { productId } });
export const productsKey = () => api.budgets.products.key();

/** Templates that a budget can start from, the MSP's own first. */
export const templatesQuery = () => api.budgets.templates.queryOptions({ input: undefined });
export const templatesKey = () => api.budgets.templates.key();
