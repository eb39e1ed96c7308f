import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ForecastLine } from '../../../../shared/budgets/forecast.ts';
import { ForecastPage, type ForecastSearch } from '../../../features/budgets/forecast-page.tsx';
import { forecastQuery } from '../../../features/budgets/queries.ts';
import { companyQuery } from '../../../features/companies/queries.ts';
import type { DeviceSearch } from '../../../features/devices/device-search.ts';
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
  const router = useRouter();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const { context, hrefs } = useMemo(() => {
    const licences = `${hrefOf('m365', companyId)}?tab=licences`;
    const devices = (search: DeviceSearch) =>
      router.buildLocation({ to: '/c/$companyId/devices', params: { companyId }, search }).href;
    return {
      context: {
        hrefOf: ({ source: { type, id }, devices: due }: Pick<ForecastLine, 'source' | 'devices'>) => {
          if (due)
            return devices({ type: due.type, ...(due.quarter ? { quarter: due.quarter } : { lens: 'overdue' }) });
          if (type === 'licence') return licences;
          return hrefOf(`${type === 'budget' ? 'budgets' : 'planner'}/${id}`, companyId);
        },
        itemStatuses: STATUSES,
      },
      hrefs: {
        ...budgetHrefs(companyId),
        planner: hrefOf('planner', companyId),
        licences,
        undatedDevices: devices({ lifecycle: 'unknown' }),
        policies: devices({ policies: true }),
      },
    };
  }, [companyId, router]);
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
