import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, useRouteContext } from '@tanstack/react-router';
import { Providers } from '../../lib/providers.tsx';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });

function Root() {
  const { queryClient } = useRouteContext({ from: '__root__' });
  return (
    <Providers queryClient={queryClient}>
      <Outlet />
    </Providers>
  );
}
