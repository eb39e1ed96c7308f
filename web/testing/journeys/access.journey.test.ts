import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { idle } from '../../../functions/_kit/testing/world.ts';
import {
  askBy,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  type Owner,
  unique,
} from '../../../functions/identity/testing/members.ts';
import { wanted } from '../../../functions/notifications/testing/digests.ts';
import { Receiver, signatureBy } from '../../../functions/webhooks/testing/receiver.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';

let browser: Browser;
let owner: Owner;
let receiver: Receiver;
let page: Page;

beforeAll(async () => {
  [browser, owner, receiver] = await Promise.all([launchBrowser(), easyMsp(), new Receiver().open()]);
  await newCompany(owner, unique('Cedar Ridge'));
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  await comeAs(owner);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await receiver.close();
});

/** The browser is this person's from now on. */
async function comeAs({ cookie }: Member): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await page.context().addCookies([{ name, value, url: inject('origin') }]);
}
const at = (path: string) => page.goto(inject('origin') + path);
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click();
const choose = (name: string) => page.getByRole('menuitem', { name }).click();
const fill = (name: string, text: string) => page.getByRole('textbox', { name }).fill(text);
const shown = (label: string) => page.getByLabel(label, { exact: true }).textContent();
const looksRight = async () => expect(await axeViolations(page)).toEqual([]);

describe('access for other systems, as an owner gives it', () => {
  it('makes a key that reads clients, renews it, and revokes it', async () => {
    await at('/settings?tab=api-keys');
    await press('New key');
    await fill('Name', 'Power BI');
    await page.getByLabel('Chosen permissions').check();
    await page.getByLabel('Clients: Read').check();
    await press('Make the key');
    await page.getByText('Power BI is ready').waitFor();
    const first = { secret: (await shown('API key')) ?? '' };
    expect((await askBy(first, 'GET', '/companies')).status).toBe(200);
    expect((await askBy(first, 'GET', '/findings')).status).toBe(403);
    await looksRight();
    await press('Done');

    await press('Actions for Power BI');
    await choose('Renew');
    await page.getByLabel(/goes on working/).selectOption('Not at all');
    await press('Renew');
    await page.getByText('Power BI has a new secret').waitFor();
    const second = { secret: (await shown('API key')) ?? '' };
    await press('Done');
    expect((await askBy(first, 'GET', '/companies')).status).toBe(401);
    expect((await askBy(second, 'GET', '/companies')).status).toBe(200);

    await press('Actions for Power BI');
    await choose('Revoke');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByText('No API key yet').waitFor();
    expect((await askBy(second, 'GET', '/companies')).status).toBe(401);
    await page.getByText('Ended', { exact: true }).click();
    await page.getByText('Revoked', { exact: true }).first().waitFor();
  });

  it('makes a webhook, sees what it was told, and finds what failed', async () => {
    await at('/settings?tab=webhooks');
    await press('New webhook');
    await fill('Name', 'Power Automate');
    await fill('Address', receiver.url('/flow'));
    await page.getByLabel('Clients', { exact: true }).check();
    await press('Make the webhook');
    await page.getByText('Power Automate is on').waitFor();
    const secret = (await shown('Signing secret')) ?? '';
    await press('Done');
    await page.getByRole('link', { name: 'Power Automate' }).click();
    await page.getByText('Nothing was sent yet').waitFor();

    await newCompany(owner, unique('Harbor'));
    const [call] = await receiver.called('/flow');
    expect(call && call.headers['webhook-signature'] === signatureBy(secret, call)).toBe(true);
    receiver.answers('/flow', (response) => response.writeHead(502).end('Bad gateway'));
    await press('Send a test event');
    await receiver.called('/flow', 2);
    await idle();
    await page.getByText('Failed', { exact: true }).nth(1).waitFor();
    await page.getByText('Delivered', { exact: true }).waitFor();
    await looksRight();
    await press(/^Actions for webhooks.test.sent/);
    await choose('Show calls and body');
    await page.getByText('Bad gateway').waitFor();
    await looksRight();
    receiver.answers('/flow', (response) => response.writeHead(204).end());
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await page
      .getByRole('dialog')
      .getByText(/^204 in/)
      .waitFor();
  });
});

describe('what a person wants to be told', () => {
  const saved = () => page.getByText('Saved', { exact: true }).last().waitFor();

  it('is chosen from the bell, saved at once, and stands when they come back', async () => {
    await at('/');
    await press(/notifications/i);
    await page.getByRole('link', { name: 'Preferences' }).click();
    await page.getByRole('switch', { name: /^Exports/ }).uncheck();
    await saved();
    await page.getByLabel('Every Monday').check();
    await saved();
    await looksRight();
    await page.reload();
    await page.getByRole('switch', { name: /^Exports/, checked: false }).waitFor();
    expect(await page.getByRole('switch', { name: /^Reports/ }).isChecked()).toBe(true);
    expect(await page.getByLabel('Every Monday').isChecked()).toBe(true);
    expect(await wanted(owner)).toEqual({ v: 2, muted: ['export-failed', 'export-finished'], digest: 'weekly' });
  });

  it('is chosen by client users in the portal, where they hear of less', async () => {
    const karen = await newClientUser(owner, await newCompany(owner, unique('Tigard')), 'approver');
    await comeAs(karen);
    await at(`/portal/${owner.slug}/account?tab=notifications`);
    await page.getByRole('switch', { name: /^Budgets/ }).waitFor();
    expect(await page.getByRole('switch').count()).toBe(1);
    await page.getByLabel('Every weekday').check();
    await saved();
    await looksRight();
    expect(await wanted(karen)).toEqual({ v: 1, muted: [], digest: 'daily' });
  });
});
