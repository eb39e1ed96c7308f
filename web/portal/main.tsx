import '../lib/zod-config.ts';
import '../app.css';
import { createRouter, RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { newQueryClient } from '../lib/query-client.ts';
import { LoadError, NotFound } from './route-states.tsx';
import { routeTree } from './routes.gen.ts';

// Fingers first, also in what floats outside the frame: menus, dialogs, toasts.
document.documentElement.dataset.scale = 'touch';

const queryClient = newQueryClient();
const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultErrorComponent: LoadError,
  defaultNotFoundComponent: NotFound,
  defaultPendingMs: 150,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
