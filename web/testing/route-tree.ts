import { readFileSync } from 'node:fs';

/**
 * Every address of an app, as its generated route tree lists them: `/c/$companyId/findings`. Read as text, because the tree
 * itself brings all pages along, with their styles.
 */
export function routesOf(app: 'console' | 'portal'): string[] {
  const tree = readFileSync(new URL(`../${app}/routes.gen.ts`, import.meta.url), 'utf8');
  const list = /interface FileRoutesByTo \{\n([^}]*)\}/.exec(tree)?.[1] ?? '';
  const routes = [...list.matchAll(/'([^']+)':/g)].map(([, route]) => route ?? '');
  if (routes.length === 0)
    throw new Error(`The route tree of the ${app} lists no addresses: has its generator changed?`);
  return routes;
}
