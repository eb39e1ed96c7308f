import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { BudgetPage } from '../../../features/budgets/budget-page.tsx';
import { budgetQuery } from '../../../features/budgets/queries.ts';
import { wordParam } from '../../../lib/search.ts';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

export const Route = createFileRoute('/_app/c/$companyId/budgets/$budgetId')({
  validateSearch: (raw: Record<string, unknown>): { view?: 'quarter' | 'status' } => ({
    view: wordParam(raw, 'view', ['quarter', 'status']),
  }),
  loader: ({ context: { queryClient }, params: { companyId, budgetId } }) =>
    queryClient.ensureQueryData(budgetQuery(companyId, budgetId)),
  component: Budget,
});

function Budget() {
  const { companyId, budgetId } = Route.useParams();
  const { view = 'type' } = Route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const people = usePeople();
  const hrefs = useMemo(
    () => ({
      list: hrefOf('budgets', companyId),
      forecast: hrefOf('forecast', companyId),
      people: hrefOf('people', companyId),
      budget: (id: string) => hrefOf(`budgets/${id}`, companyId),
      item: (id: string) => hrefOf(`planner/${id}`, companyId),
    }),
    [companyId],
  );
  return (
    <BudgetPage
      key={budgetId}
      companyId={companyId}
      budgetId={budgetId}
      view={view}
      onView={(next) =>
        void navigate({
          to: '/c/$companyId/budgets/$budgetId',
          params: { companyId, budgetId },
          search: { view: next === 'type' ? undefined : next },
          replace: true,
        })
      }
      hrefs={hrefs}
      people={people}
      onGo={(href) => router.history.push(href)}
    />
  );
}
