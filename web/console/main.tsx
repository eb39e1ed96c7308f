import '../lib/zod-config.ts';
import '../app.css';
import { createRouter } from '@tanstack/react-router';
import { LoadError, NotFound } from '../lib/route-states.tsx';
import { routerDefaults, startApp } from '../lib/start-app.tsx';
import { routeTree } from './routes.gen.ts';

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
