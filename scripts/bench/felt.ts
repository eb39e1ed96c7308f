import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { atMost, type Row, told } from './report.ts';
import type { Visitor } from './visitor.ts';

/** Milliseconds after which an answer to a press is felt as slow (INP, good up to 200; the house allows itself half). */
const INTERACTION_MS = 100;
/** A frame of a screen that draws sixty a second, and a little room for the clock. */
const FRAME_MS = 20;

/** What a page noted of itself since the last time. */
interface Felt {
  /** The slowest press, from the event to the next frame, in milliseconds. */
  interaction: number;
  /** Length of each frame. */
  frames: number[];
  /** Length of each task that held the page for more than 50 ms. */
  tasks: number[];
}

/** A page of the console on a desktop, signed in as the visitor. */
export async function openConsole(browser: Browser, { cookie, place }: Visitor): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: place.origin }]);
  await context.addInitScript({ path: join(import.meta.dirname, 'felt-in-page.js') });
  return context.newPage();
}

/** What is felt while something is done. */
export async function feel(page: Page, work: () => Promise<void>): Promise<Felt> {
  await page.evaluate('takeFelt()');
  await work();
  return page.evaluate<Felt>('takeFeltLater()');
}

const longest = (tasks: readonly number[]) =>
  tasks.length === 0 ? '' : `, longest task ${Math.max(...tasks).toFixed(0)} ms`;

/** A press against what the house allows. `waited` is what the whole answer took, the network included. */
export function pressRow(section: string, what: string, { interaction, tasks }: Felt, waited: number): Row {
  const note = `answer on the screen after ${Math.round(waited)} ms${longest(tasks)}`;
  return atMost(section, what, interaction, INTERACTION_MS, 'ms', note);
}

/** A movement: how many of its frames came late. */
export function moveRow(section: string, what: string, { frames, tasks }: Felt): Row {
  const late = frames.filter((frame) => frame > FRAME_MS);
  const worst = Math.max(0, ...frames);
  return told(
    section,
    what,
    `${late.length} of ${frames.length} frames late`,
    `longest frame ${worst.toFixed(0)} ms${longest(tasks)}`,
  );
}
