import { useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { overviewQuery } from '../../../features/companies/queries.ts';
import { reportQuery } from '../../../features/reports/queries.ts';
import { ReportPage } from '../../../features/reports/report-page.tsx';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

export const Route = createFileRoute('/_app/c/$companyId/reports/$reportId')({
  loader: async ({ context: { queryClient }, params: { companyId, reportId } }) => {
    void queryClient.prefetchQuery(overviewQuery(companyId));
    await queryClient.ensureQueryData(reportQuery(companyId, reportId));
  },
  component: OneReport,
});

function OneReport() {
  const { companyId, reportId } = Route.useParams();
  const navigate = useNavigate();
  const people = usePeople();
  const { data: overview } = useQuery(overviewQuery(companyId));
  return (
    <ReportPage
      key={reportId}
      companyId={companyId}
      reportId={reportId}
      listHref={hrefOf('reports', companyId)}
      peopleHref={hrefOf('people', companyId)}
      people={people}
      summaries={overview?.summaries}
      onGone={() => void navigate({ to: '/c/$companyId/reports', params: { companyId } })}
    />
  );
}
