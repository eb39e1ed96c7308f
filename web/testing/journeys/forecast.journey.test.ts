import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { idle } from '../../../functions/_kit/testing/world.ts';
import { ask, easyMsp, newCompany, ok } from '../../../functions/identity/testing/members.ts';
import { fiscalQuarter } from '../../../shared/kernel/calendar.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';

const origin = inject('origin');
const { year } = fiscalQuarter(new Date().toISOString().slice(0, 10), 1);
const thisYear = String(year);
let browser: Browser;
let page: Page;
let client: string;

beforeAll(async () => {
  const owner = await easyMsp();
  const companyId = await newCompany(owner);
  for (const [name, type, purchased] of [
    ['LT-1', 'laptop', '2019-01-10'],
    ['LT-2', 'laptop', '2019-05-01'],
    ['SRV-1', 'server', `${year + 1 - 7}-05-01`],
  ] as const) {
    ok(await ask(owner, 'POST', `/companies/${companyId}/devices`, { name, type, purchased }));
  }
  await idle();
  client = `${origin}/c/${companyId}`;
  browser = await launchBrowser();
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  const [name = '', value = ''] = owner.cookie.split('=');
  await context.addCookies([{ name, value, url: origin }]);
  page = await context.newPage();
}, 120_000);
afterAll(() => browser?.close());

const cell = (words: string) => page.getByRole('button', { name: words, exact: true });

describe('devices in the forecast', () => {
  it('are explained in their amount, which opens the list of them', async () => {
    await page.goto(`${client}/forecast`);
    await cell(`Hardware, ${thisYear}: $2,900`).click();
    const explained = page.getByRole('region', { name: `Hardware, ${thisYear}` });
    await explained.getByText('2 × $1,450').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await explained.getByRole('link', { name: '2 laptops past their lifespan' }).click();
    await page.getByRole('row', { name: /LT-2/ }).waitFor();
    expect(await page.getByRole('row', { name: /SRV-1/ }).count()).toBe(0);
    await page.goto(`${client}/forecast?cell=hardware.${year + 1}`);
    await page.getByRole('link', { name: '1 server due for replacement' }).click();
    await page.getByRole('row', { name: /SRV-1/ }).waitFor();
  });

  it('cost more later and are spread as the rules say, and are left out where a client does not want them', async () => {
    await page.goto(`${client}/forecast`);
    await page.getByRole('button', { name: 'Edit rules' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Hardware prices a year').fill('10');
    await dialog.getByRole('combobox', { name: 'Overdue devices' }).click();
    await page.getByRole('option', { name: 'Over 12 quarters' }).click();
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Save rules' }).click();
    await page.goto(`${client}/forecast?cell=hardware.${year + 1}`);
    await page.getByText('1 × $9,500, +10% a year').waitFor();
    await page.getByRole('button', { name: 'Edit rules' }).click();
    await dialog.getByRole('checkbox', { name: /^Devices that fall due are replaced/ }).uncheck();
    expect(await dialog.getByLabel('Hardware prices a year').count()).toBe(0);
    await dialog.getByRole('button', { name: 'Save rules' }).click();
    await page.getByText('Nothing to forecast yet').waitFor();
  });
});
