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

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
const VIEWPORTS = [DESKTOP, PHONE];
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

async function open({ cookie, broken }: Walk, viewport: typeof DESKTOP): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    colorScheme: viewport === PHONE ? 'dark' : 'light',
    reducedMotion: 'reduce',
    hasTouch: viewport === PHONE,
  });
  const [name = '', value = ''] = cookie.split('=');
  if (name) await context.addCookies([{ name, value, url: inject('origin') }]);
  if (broken) await context.route(broken, (route) => route.fulfill(BROKEN));
  return context.newPage();
}

const addressOf = (page: Page) => page.url().slice(inject('origin').length);

/** Goes where a walk leads and says what is wrong there, with page, width and theme. */
async function walked(walk: Walk, viewport: typeof DESKTOP): Promise<string[]> {
  const page = await open(walk, viewport);
  const watch = new PageWatch(page, walk.allowed);
  const problems: string[] = [];
  const own: Theme = viewport === PHONE ? 'dark' : 'light';
  let theme = own;
  const visits = walk.visits.filter(({ aside }, at) => !aside || VIEWPORTS[at % VIEWPORTS.length] === viewport);
  for (const [at, { path, aside }] of visits.entries()) {
    const look = async (about: 'everything' | 'colours') => {
      await settled(page, watch);
      const found = [...watch.take(), ...(await problemsOf(page, about))];
      if (addressOf(page) !== path) found.push(`leads to ${addressOf(page)}`);
      problems.push(...found.map((one) => `${walk.who}, ${viewport.width} px, ${theme}, ${path}: ${one}`));
    };
    if (aside) {
      theme = own;
      await page.emulateMedia({ colorScheme: own });
    }
    if (walk.byLinks && at > 0) await page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)})`);
    else await page.goto(inject('origin') + path);
    await look('everything');
    if (aside) continue;
    theme = theme === 'light' ? 'dark' : 'light';
    await paint(page, theme);
    await look('colours');
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
    const left = walks.flatMap((walk) => VIEWPORTS.map((viewport) => ({ walk, viewport })));
    const problems: string[] = [];
    const walker = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        problems.push(...(await walked(next.walk, next.viewport)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, walker));
    expect(problems).toEqual([]);
  }, 600_000);
});
