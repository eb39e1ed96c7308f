import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ForecastPage, type ForecastSearch } from '../../../features/budgets/forecast-page.tsx';
import { forecastQuery } from '../../../features/budgets/queries.ts';
import { companyQuery } from '../../../features/companies/queries.ts';
import { STATUSES } from '../../../features/planner/statuses.ts';
import { flagParam, textParam } from '../../../lib/search.ts';
import { budgetHrefs } from '../../budget-hrefs.ts';
import { hrefOf } from '../../navigation.tsx';

const year = (raw: Record<string, unknown>) => {
  const value = Number(textParam(raw, 'quarters'));
  return Number.isInteger(value) && value > 2000 ? value : undefined;
};

export const Route = createFileRoute('/_app/c/$companyId/forecast')({
  validateSearch: (raw: Record<string, unknown>): ForecastSearch => ({
    quarters: year(raw),
    weighted: flagParam(raw, 'weighted'),
    cell: textParam(raw, 'cell'),
  }),
  loaderDeps: ({ search: { weighted } }) => ({ weighted: weighted === true }),
  loader: async ({ context: { queryClient }, params: { companyId }, deps }) => {
    void queryClient.prefetchQuery(forecastQuery(companyId, deps.weighted));
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: ClientForecast,
});

function ClientForecast() {
  const { companyId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const { context, hrefs } = useMemo(() => {
    const licences = `${hrefOf('m365', companyId)}?tab=licences`;
    const places = { 'planner-item': 'planner', budget: 'budgets' } as const;
    return {
      context: {
        hrefOf: ({ type, id }: { type: 'planner-item' | 'budget' | 'licence'; id: string }) =>
          type === 'licence' ? licences : hrefOf(`${places[type]}/${id}`, companyId),
        itemStatuses: STATUSES,
      },
      hrefs: { ...budgetHrefs(companyId), planner: hrefOf('planner', companyId), licences },
    };
  }, [companyId]);
  return (
    <ForecastPage
      key={companyId}
      company={company}
      search={search}
      onSearch={(next) =>
        void navigate({ to: '/c/$companyId/forecast', params: { companyId }, search: next, replace: true })
      }
      context={context}
      hrefs={hrefs}
    />
  );
}
