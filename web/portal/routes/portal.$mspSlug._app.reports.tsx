import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { downloadReport, reportsQuery } from '../../features/portal/queries.ts';
import { ReportsPage } from '../../features/portal/reports-page.tsx';
import { useSession } from '../../lib/session.ts';

export const Route = createFileRoute('/portal/$mspSlug/_app/reports')({
  loader: ({ context: { queryClient } }) => queryClient.ensureQueryData(reportsQuery()),
  component: Reports,
});

function Reports() {
  const { msp } = useSession();
  const { data: reports } = useSuspenseQuery(reportsQuery());
  return <ReportsPage mspName={msp.name} reports={reports.items} onDownload={downloadReport} />;
}
