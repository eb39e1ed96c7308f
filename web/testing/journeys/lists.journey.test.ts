import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { idle } from '../../../functions/_kit/testing/world.ts';
import { observe, weakControl } from '../../../functions/findings/testing/raised.ts';
import {
  ask,
  easyMsp,
  type Member,
  newCompany,
  newStaff,
  type Owner,
  ok,
  unique,
} from '../../../functions/identity/testing/members.ts';
import type { Company } from '../../../shared/companies/company.ts';
import { MOST_COMPANIES_WRITTEN } from '../../../shared/companies/company-import.ts';
import type { Meeting } from '../../../shared/meetings/meeting.ts';
import type { Arranged } from '../../../shared/views/view.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';
import { contextOf } from './signed-in.ts';

/** Others may share the processor. */
const SOON = { timeout: 15_000 };

let browser: Browser;
let owner: Owner;
let manager: Member;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  owner = await easyMsp();
  manager = await newStaff(owner, 'manager');
  const companyId = await newCompany(owner, unique('Cedar Ridge'));
  await observe(owner.mspId, companyId, [weakControl('first'), weakControl('second', { risk: 'low' })]);
  page = await (await contextOf(browser, owner)).newPage();
}, 120_000);
afterAll(() => browser?.close());

const at = (path: string) => page.goto(inject('origin') + path);
const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const choose = (name: string) => page.getByRole('menuitem', { name }).click();
const heads = () => page.getByRole('columnheader').allTextContents();
const search = () => Object.fromEntries(new URL(page.url()).searchParams);
const saved = async (who: Member) => ok(await ask<Arranged>(who, 'GET', '/views'));

describe('a list of the console', () => {
  it('has its columns and density as a person arranges them by keyboard, today and tomorrow', async () => {
    await at('/findings');
    await page.getByText('Control first').waitFor();
    await page.getByRole('button', { name: 'Columns' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: 'Affects' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('checkbox', { name: 'Open', exact: true }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('radio', { name: 'Compact' }).check();
    expect(await axeViolations(page)).toEqual([]);
    await expect
      .poll(async () => (await saved(owner)).habits, SOON)
      .toEqual([{ list: 'findings', cols: 'finding,since,estimate', density: 'compact' }]);
    await page.keyboard.press('Escape');
    await at('/findings');
    await page.getByText('Control first').waitFor();
    await expect.poll(heads, SOON).toEqual(['', 'Finding', 'Open', 'Estimate', 'Actions']);
    expect(await page.getByRole('region', { name: 'Findings, list' }).getAttribute('data-density')).toBe('compact');
    expect(search()).toEqual({});
  });

  it('keeps what is on screen as a view, which the team opens by its link', async () => {
    await at('/findings?risk=high');
    await press('Views');
    await choose('Save as a new view');
    await page.getByLabel('Name').fill('High risk');
    await page.getByLabel('Share with the team').check();
    await press('Save view');
    await page.getByRole('button', { name: 'High risk', exact: true }).waitFor();
    const { views } = await saved(manager);
    const params = { risk: 'high', cols: 'finding,since,estimate', density: 'compact' };
    expect(views).toMatchObject([{ name: 'High risk', shared: true, params }]);

    const other = await (await contextOf(browser, manager)).newPage();
    await other.goto(`${inject('origin')}/findings?view=${views[0]?.viewId}`);
    await other.getByText('Control first').waitFor();
    await expect.poll(() => Object.fromEntries(new URL(other.url()).searchParams), SOON).toMatchObject(params);
    await expect.poll(() => other.getByText('Control second').count(), SOON).toBe(0);
    await other.context().close();
  });

  it('says that a view was changed, saves the change, opens with it, and lets it go again', async () => {
    await press(/^Drop filter Risk/);
    await press('High risk changed');
    await choose('Save the change');
    await page.getByRole('button', { name: 'High risk', exact: true }).waitFor();
    await press('High risk');
    await choose('Open the list with it');
    await expect.poll(async () => (await saved(owner)).habits[0]?.viewId, SOON).toBeTruthy();
    await at('/findings');
    await page.getByRole('button', { name: 'High risk', exact: true }).waitFor();
    expect(search().cols).toBe('finding,since,estimate');
    await press('High risk');
    await choose('Delete');
    await page.getByText('View deleted').waitFor();
    expect((await saved(owner)).views).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await saved(owner)).views.length, SOON).toBe(1);
  });

  it('puts one of its records on the agenda of a meeting made for it', async () => {
    await at('/findings?risk=low');
    await press('Actions for Control second');
    await choose('Add to meeting');
    const dialog = page.getByRole('dialog', { name: 'Add to meeting' });
    await dialog.getByLabel('Title').fill('');
    await dialog.getByRole('button', { name: 'Add to meeting' }).click();
    await dialog.getByText('Enter the title.').first().waitFor();
    await dialog.getByLabel('Title').fill('About the second control');
    await dialog.getByRole('button', { name: 'Add to meeting' }).click();
    await page.getByText('Added to About the second control').waitFor();
    const meetings = ok(await ask<{ items: Meeting[] }>(owner, 'GET', '/meetings')).items;
    expect(meetings).toMatchObject([{ title: 'About the second control', status: 'draft', itemCount: 9 }]);
    expect(meetings[0]?.startsAt).toMatch(/:00:00\.000Z$/);
  });

  it('is exported with every row that its filters leave', async () => {
    await at('/findings?risk=low');
    await page.getByText('Control second').waitFor();
    await press('Export');
    await page.getByText('Findings exported').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press('Download')]);
    expect(file.suggestedFilename()).toMatch(/^findings-.*\.csv$/);
    const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('Control second');
    await at('/exports');
    await page.getByText('1 row').waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });

  it('is filled from a file, which tells each line, goes on where it broke off, and doubles nothing', async () => {
    const names = Array.from({ length: MOST_COMPANIES_WRITTEN + 1 }, (_, at) => `Brought ${at}`);
    const lines = ['\uFEFFAccount;Licences;Vertical', ...names.map((name) => `${name};5;"Food\nretail"`), 'Bad;some;'];
    const file = { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) };
    await at('/');
    await page.getByRole('link', { name: 'Import' }).click();
    await page.locator('input[type=file]').setInputFiles(file);
    await press('Check 21 lines');
    await page.getByText('Licences: Use a whole number such as 25.').waitFor();
    expect(await axeViolations(page)).toEqual([]);

    // The line drops behind the first piece.
    let pieces = 0;
    await page.route('**/api/company-import', (route) => {
      pieces += 1;
      return pieces === 1 ? route.continue() : route.abort();
    });
    await press('Import 20 clients');
    await page.getByText(/^The server did not answer\..+ What was written before stays/).waitFor();
    await page.unroute('**/api/company-import');
    await press('Check 21 lines');
    await page.getByRole('radio', { name: /^Same 19/ }).waitFor();
    await press('Import 1 client');
    await page.getByText('1 new, 0 changed. 1 line left out.').waitFor();
    const found = ok(await ask<{ items: Company[] }>(owner, 'GET', '/companies?q=brought&limit=100')).items;
    expect(found.map(({ name }) => name).sort()).toEqual(names.toSorted());
    expect(found[0]).toMatchObject({ seats: 5, industry: 'Food\nretail' });
  });

  it('leaves single keys alone for who does not want them', async () => {
    await at('/account');
    await page.getByRole('checkbox', { name: /^Single keys/ }).uncheck();
    expect(await axeViolations(page)).toEqual([]);
    await press('Save changes');
    await page.getByText('Saved', { exact: true }).waitFor();
    await at('/findings');
    await page.getByText('Control first').waitFor();
    for (const key of ['?', 'g', 'o', 'j']) await page.keyboard.press(key);
    expect(await page.locator('[data-row-focus]:focus').count()).toBe(0);
    // What comes after them has been heard: they were heard before it.
    await page.keyboard.press('ArrowDown');
    await page.locator('[data-row-focus]:focus').waitFor();
    expect([new URL(page.url()).pathname, await page.getByRole('dialog').count()]).toEqual(['/findings', 0]);

    await at('/account');
    await page.getByRole('checkbox', { name: /^Single keys/ }).check();
    await press('Save changes');
    await page.getByText('Saved', { exact: true }).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
  });
});

describe('the palette', () => {
  it('finds a record of any client by what is known of it, and opens it by keyboard alone', async () => {
    const companyId = await newCompany(owner, unique('Harbor Dental'));
    const device = { name: 'FRONT-DESK-3', type: 'laptop', serial: '5CG-7734QX', user: 'Dana Desk' };
    ok(await ask(owner, 'POST', `/companies/${companyId}/devices`, device));
    await idle();
    await at('/findings');
    await page.getByRole('heading', { name: 'Findings', exact: true }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog', { name: 'Search or run a command' });
    const typed = palette.getByRole('combobox');
    await typed.fill('z');
    await palette.getByText('Type one more letter to find records.').waitFor();
    await typed.fill('zzyzx');
    await palette.getByText('Nothing found for "zzyzx".').waitFor();
    await page.route('**/api/search?*', (route) => route.abort());
    await typed.fill('5cg7734');
    await palette.getByText('Records could not be searched. Pages and commands still work.').waitFor(SOON);
    await page.unroute('**/api/search?*');
    await typed.fill('5cg7734qx');
    const hit = palette.getByRole('option', { name: /FRONT-DESK-3/ });
    await hit.waitFor();
    expect(await hit.textContent()).toContain('5CG-7734QX');
    expect(await palette.getByText('Devices', { exact: true }).count()).toBeGreaterThan(0);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === `/c/${companyId}/devices` && url.searchParams.has('peek'), SOON);
    await page.getByRole('heading', { name: 'FRONT-DESK-3' }).waitFor();
  });
});
