import { type QueryClient, useQuery } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, useRouteContext } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Providers } from '../../lib/providers.tsx';
import { NotFound } from '../../lib/route-states.tsx';
import { sessionQuery } from '../../lib/session.ts';
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
      <Shortcuts>
        <Outlet />
      </Shortcuts>
    </Providers>
  );
}

/** Keys as the person wants them, once it is known who is there. */
function Shortcuts({ children }: { children: ReactNode }) {
  const { data } = useQuery({ ...sessionQuery(), enabled: false, select: ({ person }) => person.singleKeys });
  return <ShortcutsProvider enabled={data ?? true}>{children}</ShortcutsProvider>;
}
