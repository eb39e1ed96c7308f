import '../lib/zod-config.ts';
import '../app.css';
import { createRouter } from '@tanstack/react-router';
import { routerDefaults, startApp } from '../lib/start-app.tsx';
import { LoadError, NotFound } from './route-states.tsx';
import { routeTree } from './routes.gen.ts';

// Fingers first, also in what floats outside the frame: menus, dialogs, toasts.
document.documentElement.dataset.scale = 'touch';

const router = createRouter({
  ...routerDefaults(),
  routeTree,
  defaultErrorComponent: LoadError,
  defaultNotFoundComponent: NotFound,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

startApp(router);
