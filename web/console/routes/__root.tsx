import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, useRouteContext } from '@tanstack/react-router';
import { Providers } from '../../lib/providers.tsx';
import { NotFound } from '../../lib/route-states.tsx';
import { BarePage } from '../../ui/bare-page.tsx';
import { ShortcutsProvider } from '../../ui/shortcuts.tsx';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: () => (
    <BarePage>
      <NotFound />
    </BarePage>
  ),
});

function Root() {
  const { queryClient } = useRouteContext({ from: '__root__' });
  return (
    <Providers queryClient={queryClient}>
      <ShortcutsProvider>
        <Outlet />
      </ShortcutsProvider>
    </Providers>
  );
}
