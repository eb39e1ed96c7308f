import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from '../axe.ts';
import { type Gallery, startGallery } from './gallery-browser.ts';

declare global {
  interface Window {
    redraws: { count: number };
  }
}

let gallery: Gallery;
const log = (page: Page) => page.locator('[data-log] li').allTextContents();
const bar = (page: Page, title: string) => page.getByRole('button', { name: new RegExp(`^${title}`) }).first();
const quarter = (page: Page, at: number) =>
  page.getByRole('list', { name: 'Estimate by quarter' }).getByRole('listitem').nth(at);

async function centre(page: Page, title: string) {
  const box = await bar(page, title).boundingBox();
  if (!box) throw new Error(`"${title}" is not on the page.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, right: box.x + box.width };
}

/** The page's timers stand still from here, so that a slow machine cannot end a run of keys. */
async function stopClock(page: Page) {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 60_000);
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }, drop = true) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  if (drop) await page.mouse.up();
}

describe('charts and roadmap in a browser', { timeout: 60_000 }, () => {
  beforeAll(async () => {
    gallery = await startGallery();
  }, 120_000);
  afterAll(() => gallery.close());

  test.each([
    ['charts', 1440, 'light'],
    ['charts', 390, 'dark'],
    ['roadmap', 1440, 'light'],
    ['roadmap', 1440, 'dark'],
    ['roadmap', 390, 'light'],
    ['roadmap', 390, 'dark'],
    ['roadmap', 800, 'light'],
  ] as const)('%s at %d px, %s, has no accessibility violation', async (name, width, theme) => {
    const page = await gallery.open(name, { width, theme });
    if (name === 'roadmap' && width > 640) await bar(page, 'Encryption rollout').focus();
    expect(await axeViolations(page)).toEqual([]);
    await page.close();
  });

  test('a chart is read point by point with the arrow keys', async () => {
    const page = await gallery.open('charts');
    const slider = page.getByRole('slider', { name: 'Secure Score, last 26 weeks, point by point' });
    await page.getByRole('heading', { name: 'Charts' }).click();
    await page.keyboard.press('Tab');
    expect(await slider.getAttribute('aria-valuetext')).toBe('Nov 23, 2026: here 46%, peers 53%');
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuetext')).toBe('May 25, 2026: here 38%, peers 50%');
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuenow')).toBe('2');
    expect(await page.getByText('Jun 1, 2026', { exact: true }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByText('Jun 1, 2026', { exact: true }).count()).toBe(0);
    await page.close();
  });

  test('a drag moves totals at once and reports once, when it ends', async () => {
    const page = await gallery.open('roadmap');
    const from = await centre(page, 'Desktop refresh, wave 1');
    const month = ((await quarter(page, 0).boundingBox())?.width ?? 0) / 3;
    await drag(page, from, { x: from.x + 3 * month, y: from.y }, false);
    expect(await quarter(page, 2).textContent()).toContain('$660');
    expect(await log(page)).toEqual([]);
    await page.mouse.up();
    expect(await log(page)).toEqual(['item-16 2027-07-01 2027-09-30 same lane']);
    await page.close();
  });

  test('Escape drops a drag and puts everything back', async () => {
    const page = await gallery.open('roadmap');
    const before = await quarter(page, 2).textContent();
    const from = await centre(page, 'Desktop refresh, wave 1');
    await drag(page, from, { x: from.x + 300, y: from.y }, false);
    await page.keyboard.press('Escape');
    expect(await quarter(page, 2).textContent()).toBe(before);
    await page.mouse.up();
    expect(await log(page)).toEqual([]);
    await page.close();
  });

  test('the right edge changes the length', async () => {
    const page = await gallery.open('roadmap');
    const { right, y } = await centre(page, 'Encryption rollout');
    const month = ((await quarter(page, 0).boundingBox())?.width ?? 0) / 3;
    await drag(page, { x: right - 3, y }, { x: right - 3 + month, y });
    expect(await log(page)).toEqual(['item-0 2026-11-02 2027-03-31 same lane']);
    await page.close();
  });

  test('a drag into another lane reports the lane', async () => {
    const page = await gallery.open('roadmap');
    const from = await centre(page, 'Cyber insurance');
    const lane = await page.getByRole('region', { name: /^Compliance/ }).boundingBox();
    await drag(page, from, { x: from.x, y: (lane?.y ?? 0) + 20 });
    expect(await log(page)).toEqual(['item-20 2027-08-02 2027-08-31 compliance']);
    await page.close();
  });

  test('a click opens and moves nothing', async () => {
    const page = await gallery.open('roadmap');
    await bar(page, 'MFA keys').click();
    await bar(page, 'Policy review').focus();
    await page.keyboard.press('Enter');
    expect(await log(page)).toEqual(['open item-11', 'open item-13']);
    await page.close();
  });

  test('a run of arrow keys is one report, and each step is announced', async () => {
    const page = await gallery.open('roadmap');
    await stopClock(page);
    await bar(page, 'Policy review').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await page.locator('[aria-live]').textContent()).toBe(
      'Policy review: Dec 2027, Compliance. Q4 2027 is now $10.7K, 17 h.',
    );
    expect(await log(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await log(page)).toEqual(['item-13 2027-12-01 2027-12-31 same lane']);
    await page.close();
  });

  test('arrow keys change the lane without losing the focus, in one report', async () => {
    const page = await gallery.open('roadmap');
    await stopClock(page);
    await bar(page, 'Cyber insurance').focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowRight');
    expect(await bar(page, 'Cyber insurance').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await log(page)).toEqual([]);
    await page.clock.runFor(1000);
    expect(await log(page)).toEqual(['item-20 2027-09-01 2027-09-30 compliance']);
    await page.close();
  });

  test('unscheduled work is dragged onto a quarter, and dropped elsewhere it stays', async () => {
    const page = await gallery.open('roadmap');
    const card = await page.getByText('Faster check-in PCs').boundingBox();
    const target = await quarter(page, 3).boundingBox();
    const from = { x: (card?.x ?? 0) + 20, y: (card?.y ?? 0) + 8 };
    await drag(page, from, { x: from.x + 300, y: from.y + 60 });
    expect(await log(page)).toEqual([]);
    await drag(page, from, { x: (target?.x ?? 0) + 40, y: (target?.y ?? 0) + 200 });
    expect((await log(page))[0]).toMatch(/^u3 2027-07-01 2027-09-30/);
    expect(await page.getByText('6 items, $5,460, not in any total above').isVisible()).toBe(true);
    await page.close();
  });

  test('a menu moves work without dragging: in the tray, on a bar and on a phone', async () => {
    const page = await gallery.open('roadmap');
    await page.getByRole('button', { name: 'Second internet line, Tigard' }).focus();
    await page.getByLabel('Move Second internet line, Tigard to quarter').selectOption('Q2 2027');
    await bar(page, 'SIEM pilot').focus();
    await page.getByLabel('Move SIEM pilot to quarter').selectOption('Q1 2027');
    expect(await log(page)).toEqual(['u7 2027-04-01 2027-06-30 same lane', 'item-4 2027-01-01 2027-04-30 same lane']);
    await page.close();
    const phone = await gallery.open('roadmap', { width: 390 });
    await phone.getByLabel('Move Policy review to quarter').selectOption('Q1 2028');
    expect(await log(phone)).toEqual(['item-13 2028-01-01 2028-02-29 same lane']);
    await phone.close();
  });

  test('with 400 items a drag draws again only what moved', async () => {
    const page = await gallery.open('many');
    const all = await page.evaluate(() => window.redraws.count);
    const from = await centre(page, 'Work package 60,');
    await drag(page, from, { x: from.x + 120, y: from.y }, false);
    const after = await page.evaluate(() => window.redraws.count);
    expect(all).toBeGreaterThan(80);
    // A lane holds some 25 of the counted bars: the other five lanes stay as they are.
    expect(after - all).toBeLessThan(30);
    await page.mouse.up();
    await page.close();
  });

  test('prints eight quarters on landscape pages', async () => {
    const page = await gallery.open('roadmap', { width: 900 });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1')) ?? [];
    expect(Number(width)).toBeGreaterThan(Number(height));
    await page.close();
  });
});
