import type { Page } from 'playwright-core';
import { launchBrowser } from '../../web/testing/launch-browser.ts';
import { feel, moveRow, openConsole, pressRow } from './felt.ts';
import { FLEET } from './fleet.ts';
import { ROADMAP } from './pages.ts';
import { type Row, told } from './report.ts';
import type { Visitor } from './visitor.ts';

const LIST = `Devices in a browser, ${FLEET.toLocaleString('en-US')} of one client`;
const BOARD = `Roadmap in a browser, ${ROADMAP.items} items`;
/** Pages of a hundred that are asked for beside the first. */
const PAGES = 9;
const STEPS = 60;

/** The list shows the answer to the last press: rows, and no newer ones on their way. */
const settled = (page: Page) => page.locator('[role=table][aria-label=Devices][aria-busy=false]').waitFor();

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A press, and how long its answer takes. */
async function pressed(page: Page, section: string, what: string, press: () => Promise<unknown>): Promise<Row> {
  let waited = 0;
  const felt = await feel(page, async () => {
    const answered = page.waitForResponse((response) => response.url().includes('/devices?'));
    waited = await timed(async () => {
      await press();
      await answered;
      await settled(page);
    });
  });
  return pressRow(section, what, felt, waited);
}

/** Turns the wheel over the list, notch by notch, down and up again. */
async function scroll(page: Page): Promise<void> {
  await page.mouse.move(700, 500);
  for (let step = 0; step < STEPS; step += 1) {
    await page.mouse.wheel(0, step < STEPS / 2 ? 240 : -240);
    await page.evaluate('new Promise(requestAnimationFrame)');
  }
}

async function listRows(page: Page, path: string): Promise<Row[]> {
  const opened = await timed(async () => {
    await page.goto(path);
    await page.getByRole('row', { name: /CRD-LT-00001/ }).waitFor();
  });
  await page.waitForLoadState('networkidle');
  const rows = [told(LIST, 'Opened by its address', `${Math.round(opened)} ms`)];
  const more = () => pressed(page, LIST, 'Show more', () => page.getByRole('button', { name: 'Show more' }).click());
  rows.push(await more());
  for (let shown = 1; shown < PAGES; shown += 1) await more();
  rows.push(
    moveRow(LIST, 'Scrolling through 1,000 rows', await feel(page, () => scroll(page))),
    await pressed(page, LIST, 'Sort by warranty', () => page.getByRole('button', { name: /^Warranty ends/ }).click()),
    await pressed(page, LIST, 'Past lifespan', () => page.getByRole('radio', { name: /^Past lifespan/ }).check()),
    await pressed(page, LIST, 'Text that one device has', () =>
      page.getByRole('searchbox', { name: 'Filter devices' }).pressSequentially('09876', { delay: 30 }),
    ),
  );
  return rows;
}

/** Carries the first item of the roadmap to and fro, and drops it. */
async function boardRows(page: Page, path: string): Promise<Row[]> {
  const first = page.locator('[data-resize]').first();
  const opened = await timed(async () => {
    await page.goto(path);
    await first.waitFor();
  });
  const box = await first.locator('xpath=..').boundingBox();
  if (!box) throw new Error('The roadmap shows no item that could be dragged.');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const felt = await feel(page, async () => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    for (let step = 0; step <= STEPS; step += 1)
      await page.mouse.move(at.x + 300 * Math.sin((step / STEPS) * Math.PI), at.y);
    await page.mouse.move(at.x + 160, at.y);
    await page.mouse.up();
  });
  return [told(BOARD, 'Opened by its address', `${Math.round(opened)} ms`), moveRow(BOARD, 'Dragging an item', felt)];
}

/** How the list of a large client and a full roadmap feel in Chromium. */
export async function browserRows(visitor: Visitor, companyId: string): Promise<Row[]> {
  const browser = await launchBrowser();
  try {
    const page = await openConsole(browser, visitor);
    const at = `${visitor.place.origin}/c/${companyId}`;
    return [...(await listRows(page, `${at}/devices`)), ...(await boardRows(page, `${at}/planner`))];
  } finally {
    await browser.close();
  }
}
