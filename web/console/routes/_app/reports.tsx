import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { ChooseClient } from '../../../features/companies/choose-client.tsx';
import { textParam } from '../../../lib/search.ts';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/reports')({
  validateSearch: (raw: Record<string, unknown>) => ({ q: textParam(raw, 'q') }),
  component: AllReports,
});

function AllReports() {
  const { q } = Route.useSearch();
  const navigate = useNavigate();
  return (
    <ChooseClient
      title="Reports"
      fact="A report speaks about one client. Choose whose."
      search={q ?? ''}
      onSearch={(text) => void navigate({ to: '/reports', search: { q: text || undefined }, replace: true })}
      hrefOf={(companyId) => hrefOf('reports', companyId)}
    />
  );
}
