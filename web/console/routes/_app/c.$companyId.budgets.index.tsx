import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { BudgetList, type ListSearch } from '../../../features/budgets/budget-list.tsx';
import { budgetsQuery } from '../../../features/budgets/queries.ts';
import { companyQuery } from '../../../features/companies/queries.ts';
import { flagParam, textParam, wordParam } from '../../../lib/search.ts';
import { budgetHrefs } from '../../budget-hrefs.ts';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/c/$companyId/budgets/')({
  validateSearch: (raw: Record<string, unknown>): ListSearch => ({
    status: wordParam(raw, 'status', ['draft', 'pending', 'approved', 'obsolete']),
    cursor: textParam(raw, 'cursor'),
    new: flagParam(raw, 'new'),
  }),
  loaderDeps: ({ search: { status, cursor } }) => ({ status, cursor }),
  loader: async ({ context: { queryClient }, params: { companyId }, deps }) => {
    void queryClient.prefetchQuery(budgetsQuery({ companyId, ...deps }));
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: Budgets,
});

function Budgets() {
  const { companyId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const hrefOfBudget = useCallback((budgetId: string) => hrefOf(`budgets/${budgetId}`, companyId), [companyId]);
  return (
    <BudgetList
      company={company}
      search={search}
      onSearch={(next) =>
        void navigate({ to: '/c/$companyId/budgets', params: { companyId }, search: next, replace: true })
      }
      hrefs={budgetHrefs(companyId)}
      budgetHref={hrefOfBudget}
      onOpen={(budgetId) => void navigate({ to: '/c/$companyId/budgets/$budgetId', params: { companyId, budgetId } })}
    />
  );
}
