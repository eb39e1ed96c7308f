import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { companyQuery } from '../../../features/companies/queries.ts';
import { reportsQuery, scheduleQuery } from '../../../features/reports/queries.ts';
import { ReportList, type ReportSearch } from '../../../features/reports/report-list.tsx';
import { flagParam, textParam } from '../../../lib/search.ts';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/c/$companyId/reports/')({
  validateSearch: (raw: Record<string, unknown>): ReportSearch => ({
    cursor: textParam(raw, 'cursor'),
    schedule: flagParam(raw, 'schedule'),
  }),
  loaderDeps: ({ search: { cursor } }) => ({ cursor }),
  loader: async ({ context: { queryClient }, params: { companyId }, deps }) => {
    void queryClient.prefetchQuery(reportsQuery(companyId, deps.cursor));
    void queryClient.prefetchQuery(scheduleQuery(companyId));
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: Reports,
});

function Reports() {
  const { companyId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const reportHref = useCallback((reportId: string) => hrefOf(`reports/${reportId}`, companyId), [companyId]);
  return (
    <ReportList
      company={company}
      search={search}
      onSearch={(next) =>
        void navigate({ to: '/c/$companyId/reports', params: { companyId }, search: next, replace: true })
      }
      reportHref={reportHref}
      peopleHref={hrefOf('people', companyId)}
      onOpen={(reportId) => void navigate({ to: '/c/$companyId/reports/$reportId', params: { companyId, reportId } })}
    />
  );
}
