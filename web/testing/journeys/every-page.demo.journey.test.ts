import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../launch-browser.ts';
import { paint, problemsOf, settled } from '../page-check.ts';
import { PageWatch } from '../page-watch.ts';
import { routesOf } from '../route-tree.ts';
import type { Theme } from '../shots.ts';
import { demoWalks } from './demo-walks.ts';
import { gateWalks } from './gate-walks.ts';
import type { Walk } from './visit.ts';

interface Screen {
  width: number;
  height: number;
  touch: boolean;
  theme: Theme;
}

/** What people look at pages on, each in a theme of its own. */
const SCREENS = [
  { width: 1440, height: 900, touch: false, theme: 'light' },
  { width: 390, height: 844, touch: true, theme: 'dark' },
] as const satisfies readonly Screen[];
const AT_ONCE = 3;
const BROKEN = {
  status: 500,
  contentType: 'application/problem+json',
  body: JSON.stringify({
    status: 500,
    title: 'Something went wrong',
    code: 'test',
    detail: 'It is broken on purpose.',
  }),
};

let browser: Browser;
let walks: Walk[];

beforeAll(async () => {
  browser = await launchBrowser();
  walks = [...(await demoWalks()), ...(await gateWalks())];
}, 300_000);
afterAll(() => browser?.close());

async function open({ cookie, broken }: Walk): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const [name = '', value = ''] = cookie.split('=');
  if (name) await context.addCookies([{ name, value, url: inject('origin') }]);
  if (broken) await context.route(broken, (route) => route.fulfill(BROKEN));
  return context.newPage();
}

const addressOf = (page: Page) => page.url().slice(inject('origin').length);
const screenAt = (turn: number): Screen => SCREENS[turn % 2 === 0 ? 0 : 1];
const otherThan = (theme: Theme): Theme => (theme === 'light' ? 'dark' : 'light');

/**
 * Goes where a walk leads and says what is wrong there, with page, width and theme. A page opens on the desktop and on the
 * phone by turns, is looked at on both, and where it did not open in both themes.
 */
async function walked(walk: Walk): Promise<string[]> {
  const page = await open(walk);
  const watch = new PageWatch(page, walk.allowed);
  const hands = await page.context().newCDPSession(page);
  const problems: string[] = [];
  const show = async ({ width, height, touch, theme }: Screen) => {
    await page.setViewportSize({ width, height });
    await hands.send('Emulation.setTouchEmulationEnabled', { enabled: touch });
    await page.emulateMedia({ colorScheme: theme });
  };
  for (const [turn, { path, aside }] of walk.visits.entries()) {
    const look = async ({ width, theme }: Screen, about: 'everything' | 'colours') => {
      await settled(page, watch);
      const found = [...watch.take(), ...(await problemsOf(page, about))];
      if (addressOf(page) !== path) found.push(`leads to ${addressOf(page)}`);
      problems.push(...found.map((one) => `${walk.who}, ${width} px, ${theme}, ${path}: ${one}`));
    };
    const [opened, other] = [screenAt(turn), screenAt(turn + 1)];
    await show(opened);
    if (walk.byLinks && turn > 0) await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
    else await page.goto(inject('origin') + path);
    await look(opened, 'everything');
    if (aside) continue;
    await show(other);
    await paint(page, other.theme);
    await look(other, 'everything');
    const painted = { ...other, theme: otherThan(other.theme) };
    await paint(page, painted.theme);
    await look(painted, 'colours');
  }
  await page.context().close();
  return problems;
}

describe('every page of both apps', () => {
  it('is visited, also a new one', () => {
    const visited = new Set(walks.flatMap(({ visits }) => visits.map(({ route }) => route)));
    const routes = [...routesOf('console'), ...routesOf('portal')];
    expect(routes.filter((route) => !visited.has(route))).toEqual([]);
  });

  it('is whole and accessible at both widths and in both themes', async () => {
    const left = [...walks];
    const problems: string[] = [];
    const walker = async () => {
      for (let next = left.shift(); next; next = left.shift()) problems.push(...(await walked(next)));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walker));
    expect(problems).toEqual([]);
  }, 600_000);
});
