import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import tailwind from '@tailwindcss/vite';
import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';

const web = dirname(fileURLToPath(import.meta.url));

/**
 * One build for each web app: its routes become a generated tree whose pages are chunks of their own. Only React and
 * TanStack are grouped; everything else loads with the page that uses it.
 */
export function appConfig(app: 'console' | 'portal', base: string): UserConfig {
  const root = join(web, app);
  return {
    root,
    base,
    publicDir: join(web, 'public'),
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
    },
  };
}
