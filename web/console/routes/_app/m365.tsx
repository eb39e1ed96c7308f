import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { AllClients } from '../../../features/m365/all-clients.tsx';
import { companiesQuery } from '../../../features/m365/queries.ts';
import { textParam } from '../../../lib/search.ts';
import { useMay } from '../../../lib/session.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { hrefOf } from '../../navigation.tsx';

export const Route = createFileRoute('/_app/m365')({
  validateSearch: (raw: Record<string, unknown>): { q?: string; cursor?: string } => ({
    q: textParam(raw, 'q'),
    cursor: textParam(raw, 'cursor'),
  }),
  loaderDeps: ({ search: { q, cursor } }) => ({ q, cursor }),
  loader: ({ context: { queryClient }, deps: { q, cursor } }) => {
    void queryClient.prefetchQuery(companiesQuery(q, cursor));
  },
  component: AllTenants,
});

function AllTenants() {
  const search = Route.useSearch();
  const navigate = useNavigate();
  const may = useMay();
  return (
    <AllClients
      search={search}
      onSearch={(next) => void navigate({ to: '/m365', search: next, replace: true })}
      hrefOf={(companyId) => hrefOf('m365', companyId)}
      connect={
        may('integrations:read') ? (
          <LinkButton variant="primary" href={hrefOf('integrations', undefined)}>
            {may('integrations:manage') ? 'Connect Microsoft 365' : 'See the integrations'}
          </LinkButton>
        ) : null
      }
    />
  );
}
