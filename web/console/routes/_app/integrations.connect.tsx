import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { VENDOR_IDS } from '../../../../shared/integrations/vendor-ids.ts';
import { ConnectPage } from '../../../features/integrations/connect-page.tsx';
import { catalogueQuery } from '../../../features/integrations/queries.ts';
import { wordParam } from '../../../lib/search.ts';

export const Route = createFileRoute('/_app/integrations/connect')({
  validateSearch: (raw: Record<string, unknown>) => ({ vendor: wordParam(raw, 'vendor', VENDOR_IDS) }),
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(catalogueQuery());
  },
  component: Connect,
});

function Connect() {
  const { vendor = 'microsoft-365' } = Route.useSearch();
  const navigate = useNavigate();
  return (
    <ConnectPage
      vendor={vendor}
      onConnected={(integrationId) =>
        void navigate({ to: '/integrations/$integrationId', params: { integrationId }, replace: true })
      }
    />
  );
}
