import { createFileRoute } from '@tanstack/react-router';
import { CompanyOverview } from '../../../features/companies/company-overview.tsx';
import { overviewQuery } from '../../../features/companies/queries.ts';
import { overviewParts } from '../../overview-parts.tsx';

export const Route = createFileRoute('/_app/c/$companyId/')({
  loader: ({ context: { queryClient }, params: { companyId } }) =>
    queryClient.ensureQueryData(overviewQuery(companyId)),
  component: Overview,
});

function Overview() {
  const { companyId } = Route.useParams();
  return <CompanyOverview companyId={companyId} parts={overviewParts(companyId)} />;
}
