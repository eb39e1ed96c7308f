import { createFileRoute } from '@tanstack/react-router';
import { IntegrationList } from '../../../features/integrations/integration-list.tsx';
import { catalogueQuery, integrationsQuery } from '../../../features/integrations/queries.ts';

export const Route = createFileRoute('/_app/integrations/')({
  loader: async ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(catalogueQuery());
    await queryClient.prefetchQuery(integrationsQuery());
  },
  component: IntegrationList,
});
