import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { ask, ok } from '../../../functions/identity/testing/members.ts';
import {
  type Cloud,
  type Connected,
  connected,
  mapped,
  startMicrosoft,
  sync,
} from '../../../functions/integrations/testing/connected.ts';
import type { DeviceDetail } from '../../../shared/devices/device.ts';
import type { Page as Rows } from '../../../shared/kernel/page.ts';
import type { M365UserRow } from '../../../shared/m365/user.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';
import { contextOf } from './signed-in.ts';

const origin = inject('origin');
let browser: Browser;
let page: Page;
let microsoft: Cloud;
let at: Connected;
let companyId: string;
let person: M365UserRow;
let device: DeviceDetail;

beforeAll(async () => {
  browser = await launchBrowser();
  microsoft = await startMicrosoft();
  at = await connected(microsoft);
  ({ companyId } = await mapped(at, 'alpha-clinic.example'));
  await sync(at);
  const company = `/companies/${companyId}`;
  const { items } = ok(await ask<Rows<M365UserRow>>(at.owner, 'GET', `${company}/m365/users`));
  person = items.find(({ licences }) => licences.length > 0) as M365UserRow;
  const facts = { name: 'LT-ONE', type: 'laptop', user: person.upn.toUpperCase() };
  device = ok(await ask<DeviceDetail>(at.owner, 'POST', `${company}/devices`, facts));
  page = await (await contextOf(browser, at.owner)).newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await microsoft?.close();
});

const panel = (name: string) => page.getByRole('complementary', { name });

it('a device leads to the account of who uses it, and the account back to its devices', async () => {
  await page.goto(`${origin}/c/${companyId}/devices?peek=${device.deviceId}`);
  const account = panel('LT-ONE').getByRole('region', { name: 'Microsoft 365 user' });
  await account.getByText(person.upn, { exact: true }).waitFor();
  await account.getByText('Second factor').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await account.getByRole('link', { name: person.name }).click();
  await panel(person.name).getByRole('link', { name: 'LT-ONE' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await panel(person.name).getByRole('link', { name: 'LT-ONE' }).click();
  await panel('LT-ONE').waitFor();
});

it('an account is opened from the list of users, and closed again', async () => {
  await page.goto(`${origin}/c/${companyId}/m365?tab=users`);
  await page.getByRole('row', { name: new RegExp(person.upn) }).click();
  await panel(person.name).getByText('Last sign-in').waitFor();
  expect(new URL(page.url()).searchParams.get('user')).toBe(person.userKey);
  await panel(person.name)
    .getByRole('button', { name: /^Close/ })
    .click();
  await panel(person.name).waitFor({ state: 'detached' });
});
