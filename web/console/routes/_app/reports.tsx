import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { ChooseClient } from '../../../features/companies/choose-client.tsx';
import { Schedules, WaitingReports } from '../../../features/reports/all-reports.tsx';
import { schedulesQuery, waitingQuery } from '../../../features/reports/queries.ts';
import { textParam } from '../../../lib/search.ts';
import { useClientName } from '../../client-names.tsx';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/reports')({
  validateSearch: (raw: Record<string, unknown>) => ({ q: textParam(raw, 'q') }),
  // Waited for: what stands above the clients must not push them down.
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.prefetchQuery(waitingQuery()), queryClient.prefetchInfiniteQuery(schedulesQuery())]),
  component: AllReports,
});

const reportHref = ({ companyId, reportId }: { companyId: string; reportId: string }) =>
  hrefOf(`reports/${reportId}`, companyId);
const listHref = (companyId: string) => hrefOf('reports', companyId);
const scheduleHref = (companyId: string) => `${listHref(companyId)}?schedule=true`;

function AllReports() {
  const { q } = Route.useSearch();
  const navigate = useNavigate();
  const clientName = useClientName();
  return (
    <ChooseClient
      title="Reports"
      fact="A report speaks about one client. Choose whose."
      search={q ?? ''}
      onSearch={(text) => void navigate({ to: '/reports', search: { q: text || undefined }, replace: true })}
      hrefOf={listHref}
    >
      <WaitingReports clientName={clientName} reportHref={reportHref} />
      <Schedules clientName={clientName} reportHref={reportHref} scheduleHref={scheduleHref} />
    </ChooseClient>
  );
}
