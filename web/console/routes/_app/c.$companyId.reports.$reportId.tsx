import { createFileRoute } from '@tanstack/react-router';
import { reportQuery } from '../../../features/reports/queries.ts';
import { ReportPage } from '../../../features/reports/report-page.tsx';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

export const Route = createFileRoute('/_app/c/$companyId/reports/$reportId')({
  loader: ({ context: { queryClient }, params: { companyId, reportId } }) =>
    queryClient.ensureQueryData(reportQuery(companyId, reportId)),
  component: OneReport,
});

function OneReport() {
  const { companyId, reportId } = Route.useParams();
  const people = usePeople();
  return (
    <ReportPage
      companyId={companyId}
      reportId={reportId}
      listHref={hrefOf('reports', companyId)}
      personOf={(userId) => people.get(userId) ?? 'Somebody who left'}
    />
  );
}
