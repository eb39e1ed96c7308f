import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { observe, weakControl } from '../../../functions/findings/testing/raised.ts';
import { easyMsp, type Member, newCompany, newStaff, unique } from '../../../functions/identity/testing/members.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';
import { contextOf } from './signed-in.ts';

/** Others may share the processor. */
const SOON = { timeout: 15_000 };

let browser: Browser;
let manager: Member;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  const owner = await easyMsp();
  manager = await newStaff(owner, 'manager');
  const companyId = await newCompany(owner, unique('Cedar Ridge'));
  await observe(owner.mspId, companyId, [weakControl('first'), weakControl('second', { risk: 'low' })]);
  page = await (await contextOf(browser, owner)).newPage();
}, 120_000);
afterAll(() => browser?.close());

const at = (path: string) => page.goto(inject('origin') + path);
const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const choose = (name: string) => page.getByRole('menuitem', { name }).click();

describe('a record', () => {
  it('is talked about by staff; who is named finds it behind the bell', async () => {
    await at('/findings?risk=high');
    await page.getByText('Control first').first().click();
    const field = page.getByLabel('New comment');
    await field.fill('Can you look, @mi');
    await page.getByRole('option', { name: 'Mia Member' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('and call them?');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('listitem').getByText('and call them?').waitFor();
    await expect.poll(() => field.inputValue()).toBe('');

    const other = await (await contextOf(browser, manager)).newPage();
    await other.goto(`${inject('origin')}/`);
    await other.getByRole('button', { name: /^Notifications, 1 unread/ }).click(SOON);
    await other.getByText('Olga Owner named you in a comment').click();
    await other.getByText('and call them?').waitFor();
    await other.context().close();

    await press(/^More actions: comment by/);
    await choose('Edit');
    await page.getByLabel('Change the comment').fill('Done.');
    await press('Save');
    await page.getByText('now, edited').waitFor();
    await press(/^More actions: comment by/);
    await choose('Delete');
    await press('Delete comment');
    await page.getByText('Done.').waitFor({ state: 'detached' });
  });

  it('keeps what was typed and not sent while the panel shows another record', async () => {
    await at('/findings');
    await page.getByText('Control first').first().click();
    const field = page.getByLabel('New comment');
    await field.fill('They said that');
    await page.getByText('Control second').first().click();
    await expect.poll(() => field.inputValue()).toBe('');
    await page.getByText('Control first').first().click();
    await expect.poll(() => field.inputValue()).toBe('They said that');
    await field.press('Control+Enter');
    await page.getByRole('listitem').getByText('They said that').waitFor();
    await page.getByText('Control second').first().click();
    await page.getByText('Control first').first().click();
    await expect.poll(() => field.inputValue()).toBe('');
  });

  it('takes files, each as it was announced, and gives them back under their names', async () => {
    await at('/findings?risk=low');
    await page.getByText('Control second').first().click();
    const quote = { name: 'Quote for March.csv', mimeType: 'text/csv', buffer: Buffer.from('Item;Price\r\nServer;12') };
    const tool = { name: 'setup.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') };
    // S3 does not answer at first: nothing is there, and the same file is sent once more.
    await page.route(/X-Amz-Signature/, (route) => route.abort(), { times: 1 });
    await page.getByLabel('Files to attach').setInputFiles([quote, tool]);
    await page.getByText('Files of this kind are not taken').waitFor();
    await page.getByText('The connection broke. Try again.').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await press('Dismiss setup.exe');
    await press('Try again');
    await press('More actions: Quote for March.csv');
    const [file] = await Promise.all([page.waitForEvent('download'), choose('Download')]);
    expect(file.suggestedFilename()).toBe('Quote for March.csv');
    expect(await readFile(await file.path(), 'utf8')).toBe('Item;Price\r\nServer;12');
    expect(await axeViolations(page)).toEqual([]);
    await press('More actions: Quote for March.csv');
    await choose('Delete');
    await press('Delete file');
    await page.getByText('Quote for March.csv', { exact: true }).waitFor({ state: 'detached' });
  });
});
