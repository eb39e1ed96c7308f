import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { launchBrowser } from '../launch-browser.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const configFile = `${folder}vite.config.ts`;

/** The built gallery in a browser. */
export interface Gallery {
  open: (page: 'charts' | 'roadmap' | 'many', look?: { width?: number; theme?: 'light' | 'dark' }) => Promise<Page>;
  close: () => Promise<void>;
}

/** Builds the gallery, serves it on a free port and starts the system's Chromium. @throws when there is none */
export async function startGallery(): Promise<Gallery> {
  await build({ configFile, logLevel: 'error' });
  const server: PreviewServer = await preview({
    configFile,
    logLevel: 'error',
    preview: { port: 0, host: '127.0.0.1' },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The gallery did not get a port.');
  const browser = await launchBrowser();
  return {
    open: async (name, { width = 1440, theme = 'light' } = {}) => {
      const page = await browser.newPage({ viewport: { width, height: width < 640 ? 844 : 900 } });
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.goto(`http://127.0.0.1:${address.port}/?page=${name}&theme=${theme}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
