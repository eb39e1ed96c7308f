import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import type { Rolldown, UserConfig } from 'vite';

const web = dirname(fileURLToPath(import.meta.url));

/** What every page of both apps stands on. Tables and virtual lists are TanStack too, but come with the pages that have them. */
const FRAMEWORK =
  /\/node_modules\/(react|react-dom|scheduler|use-sync-external-store|clsx|class-variance-authority|@tanstack\/(react-router|router-core|history|store|react-store|query-core|react-query))\//;
/**
 * The small parts of the kit that most pages show, with their icons and the words of fiscal quarters. No popup, no form, no
 * table: those have a page to wait for.
 */
const SMALL_PARTS =
  /\/web\/(lib\/(theme|sign-out)|ui\/(amount|avatar|badge|callout|card|cell-lines|checkbox|field|filter-chip|format|icon-button|input-style|kbd|menu-button|page-head|popup-button|search-box|segmented|skeleton|stale-bar|status-icon|text-input|toned|tooltip|pager))\.tsx?$|\/shared\/kernel\/fiscal-words\.ts$|\/lucide-react\//;
const LIST =
  /\/web\/ui\/(data-table|table-(?!virtual)[\w-]+)\.tsx?$|\/node_modules\/@tanstack\/(react-table|table-core)\//;
/** A part that fewer pages than this have stays with them. */
const SHARED = 4;

const GROUPS: Rolldown.CodeSplittingGroup[] = [
  { name: 'framework', priority: 3, test: FRAMEWORK },
  { name: 'start', priority: 2, tags: ['$initial'], test: /(?<!\/main\.tsx)$/ },
  { name: 'parts', priority: 1, test: SMALL_PARTS, minShareCount: SHARED },
  // An agenda has the keys of a list, and its way on a phone, but no table.
  { name: 'list-ways', priority: 1, test: /\/web\/ui\/use-(table-keys|phone)\.ts$/ },
  { name: 'list', priority: 0, test: LIST },
];

/**
 * The shortest that rolldown makes. Each script lists the addresses of those that it needs, and no hash compresses. For the
 * same reason what is shared without being a group has no name: rolldown's would be that of one module in it.
 */
const HASH = '[hash:7]';

/**
 * One build for each web app: its routes become a generated tree whose pages are chunks of their own. Grouped is what is
 * always loaded together, because many small files compress worse than one; everything else loads with the page that uses it.
 */
export function appConfig(app: 'console' | 'portal', base: string): UserConfig {
  const root = join(web, app);
  return {
    root,
    base,
    publicDir: join(web, 'public'),
    resolve: {
      alias: [
        // React 19 has the hook that the shim brings for older ones.
        { find: /^use-sync-external-store\/shim/, replacement: 'use-sync-external-store' },
        { find: './contract.console.gen.json', replacement: `./contract.${app}.gen.json` },
      ],
    },
    plugins: [
      tanstackRouter({
        target: 'react',
        autoCodeSplitting: true,
        routesDirectory: join(root, 'routes'),
        generatedRouteTree: join(root, 'routes.gen.ts'),
        quoteStyle: 'single',
      }),
      react(),
      tailwind(),
    ],
    build: {
      outDir: join(web, '..', 'dist', 'web', app),
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          entryFileNames: `assets/[name]-${HASH}.js`,
          chunkFileNames: ({ name, isDynamicEntry }) =>
            isDynamicEntry || GROUPS.some((group) => group.name === name)
              ? `assets/[name]-${HASH}.js`
              : `assets/${HASH}.js`,
          codeSplitting: { groups: GROUPS },
        },
      },
    },
  };
}
