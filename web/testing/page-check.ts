import type { Page } from 'playwright-core';
import { axeViolations } from './axe.ts';
import type { PageWatch } from './page-watch.ts';
import type { Theme } from './shots.ts';

const PATIENCE_MS = 60_000;

/** Resolves when two frames are painted: what an answer changes stands on the page by then, and has asked for more if it must. */
const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))';

/** What keeps a page from being ready: the router on its way, data under way or to be asked for again, placeholders. */
const UNREADY = `[
  ...(self.__TSR_ROUTER__?.state.status === 'idle' ? [] : ['the route']),
  ...(self.__TSR_ROUTER__?.options.context.queryClient.isFetching() === 0 ? [] : ['data']),
  ...(document.querySelector('h1') ? [] : ['a heading']),
  ...(document.querySelector('.animate-shimmer') ? ['what stands behind a placeholder'] : []),
  ...(document.querySelector('main [aria-busy="true"]') ? ['a busy part'] : []),
  ...(document.fonts.status === 'loaded' ? [] : ['fonts']),
].join(', ')`;

/** Pixels that a page is wider than its window, or its main part than the frame, which scrolls on its own in the console. */
const WIDER = `Math.max(
  document.documentElement.scrollWidth - innerWidth,
  ...[...document.querySelectorAll('main')].map((main) => main.scrollWidth - main.clientWidth),
)`;

/** Waits until a page has all it asked for and shows it. @throws when it does not come to rest, naming what is missing */
export async function settled(page: Page, watch: PageWatch): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let quiet = 0; quiet < 2; ) {
    await page.evaluate(TWO_FRAMES);
    const left = watch.waiting > 0 ? `${watch.waiting} answers` : await page.evaluate<string>(UNREADY);
    quiet = left === '' ? quiet + 1 : 0;
    if (Date.now() > deadline) throw new Error(`${page.url()} still waits for ${left}.`);
  }
}

/** Paints the other theme by the means that every page has: the system's preference, which the product follows. */
export async function paint(page: Page, theme: Theme): Promise<void> {
  const painted = () => page.evaluate<string>('document.documentElement.dataset.theme');
  await page.emulateMedia({ colorScheme: theme });
  await page.evaluate(TWO_FRAMES);
  // A page before the session reads the preference when it loads.
  if ((await painted()) !== theme) await page.reload();
  if ((await painted()) !== theme) throw new Error(`${page.url()} does not follow the system to the ${theme} theme.`);
}

/** What is wrong with a page as it stands; nothing, for most. `colours`: only what another theme can change. */
export async function problemsOf(page: Page, about: 'everything' | 'colours'): Promise<string[]> {
  const problems: string[] = [];
  const headings = await page.locator('h1').count();
  if (headings !== 1) problems.push(`${headings} headings of level 1`);
  const wider = await page.evaluate<number>(WIDER);
  if (wider > 0) problems.push(`scrolls sideways by ${wider} px`);
  for (const { rule, help, where } of await axeViolations(page, about)) {
    const more = where.length > 3 ? ` and ${where.length - 3} more` : '';
    problems.push(`${rule} (${help}): ${where.slice(0, 3).join(' | ')}${more}`);
  }
  return problems;
}
