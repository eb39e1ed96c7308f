import { type AnyRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from './query-client.ts';

/** How both apps move: pages load on hover or focus, data is asked of the query client, scrolling comes back. */
export const routerDefaults = () =>
  ({
    context: { queryClient: newQueryClient() },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    scrollRestoration: true,
    defaultPendingMs: 150,
  }) as const;

/** Shows the app in the page's `#root`. */
export function startApp(router: AnyRouter): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root.');
  createRoot(root).render(
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>,
  );
}
