import { createFileRoute } from '@tanstack/react-router';
import { IntegrationList } from '../../../features/integrations/integration-list.tsx';
import { catalogueQuery, integrationsQuery } from '../../../features/integrations/queries.ts';

export const Route = createFileRoute('/_app/integrations/')({
  // Not waited for: the page has skeletons of its own.
  loader: ({ context: { queryClient } }) => {
    void queryClient.prefetchQuery(catalogueQuery());
    void queryClient.prefetchQuery(integrationsQuery());
  },
  component: IntegrationList,
});
