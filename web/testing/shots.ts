import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './launch-browser.ts';

export type Theme = 'light' | 'dark';
export type Shot = { name: string; width: number; theme: Theme; file: string };

const heights: Record<number, number> = { 1440: 900, 390: 844 };
/** Opens `url` at a width and theme and hands over the page once its heading, fonts and data are in. Closes it afterwards. */
export async function withPage<T>(
  browser: Browser,
  { url, width, theme, watch }: { url: string; width: number; theme: Theme; watch?: (page: Page) => void },
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width, height: heights[width] ?? 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    hasTouch: width < 640,
  });
  try {
    const page = await context.newPage();
    watch?.(page);
    await page.goto(url, { waitUntil: 'networkidle' });
    await page.waitForSelector('h1');
    await page.evaluate(() => document.fonts.ready);
    return await use(page);
  } finally {
    await context.close();
  }
}

/**
 * Takes one PNG for each page, width and theme into `out` and returns the list. `pages` maps a name to what comes after `url`
 * (a path or a hash); `fullPage` takes what scrolls too.
 */
export async function shoot({
  url,
  out,
  pages,
  widths = [1440, 390],
  themes = ['light', 'dark'],
  fullPage = false,
  watch,
  before,
}: {
  url: string;
  out: string;
  pages: Record<string, string>;
  widths?: readonly number[];
  themes?: readonly Theme[];
  fullPage?: boolean;
  /** Called before the page loads: listen for console errors here. */
  watch?: (page: Page, name: string) => void;
  /** Called when it is loaded: press, type, check. */
  before?: (page: Page, name: string) => Promise<void>;
}): Promise<Shot[]> {
  mkdirSync(out, { recursive: true });
  const browser = await launchBrowser();
  const shots: Shot[] = [];
  try {
    for (const [name, rest] of Object.entries(pages)) {
      for (const width of widths) {
        for (const theme of themes) {
          const file = join(out, `${name}-${width}-${theme}.png`);
          const target = { url: url + rest, width, theme, watch: (page: Page) => watch?.(page, name) };
          await withPage(browser, target, async (page) => {
            await before?.(page, name);
            await page.screenshot({ path: file, fullPage });
          });
          shots.push({ name, width, theme, file });
        }
      }
    }
  } finally {
    await browser.close();
  }
  return shots;
}
