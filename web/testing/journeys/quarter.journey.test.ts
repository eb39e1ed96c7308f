import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { mailsTo } from '../../../functions/_kit/testing/world.ts';
import {
  codeOf,
  type GuardedOwner,
  mailedToken,
  newMsp,
  PASSWORD,
} from '../../../functions/identity/testing/members.ts';
import { demoWorld } from '../../../scripts/vendors/graph/demo/demo-world.ts';
import { type RunningGraph, startGraph } from '../../../scripts/vendors/graph/server.ts';
import { launchBrowser } from '../launch-browser.ts';

/** The longest that a page may take to show what a workflow brought. */
const SOON = { timeout: 60_000 };
const CLIENT = 'Alpha Test Company';
/** A control that the demo's tenant has not turned on. */
const title = 'Enable impersonated user protection';
const APPROVER = 'approver@alpha.example';

let browser: Browser;
let graph: RunningGraph;
let owner: GuardedOwner;
let console_: Page;
const contexts: BrowserContext[] = [];
const world = demoWorld(new Date());
const tenant = world.tenants.find(({ code }) => code === 'CRD');

const origin = () => inject('origin');

async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
  contexts.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${origin()}${path}`);
  return page;
}

beforeAll(async () => {
  browser = await launchBrowser();
  graph = await startGraph({ world, now: () => new Date() });
  owner = await newMsp();
});

afterAll(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await browser?.close();
  await graph?.close();
});

/** Where each page stood when it went wrong. */
async function picture(): Promise<void> {
  const pages = contexts.flatMap((context) => context.pages());
  await Promise.all(pages.map((page, at) => page.screenshot({ path: `.cache/journey-${at}.png` })));
}

async function signIn(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** The address of the client's page, which every scoped page begins with. */
const clientPath = () => new URL(console_.url()).pathname.split('/').slice(0, 3).join('/');

it('from a connected tenant to an approved budget and the report on paper', async ({ onTestFailed }) => {
  onTestFailed(picture);
  // Sign in as the MSP, and add a client.
  console_ = await open('/sign-in');
  await signIn(console_, owner.email);
  await console_.waitForURL('**/second-factor*');
  await console_.getByRole('heading', { name: 'Enter your code' }).waitFor();
  await console_.keyboard.type(codeOf(owner.seed, 1), { delay: 30 });
  await press(console_, 'New client');
  await console_.getByRole('dialog').getByLabel('Name', { exact: true }).fill(CLIENT);
  await console_.getByRole('dialog').getByRole('button', { name: 'Add client' }).click();
  await console_.getByRole('heading', { level: 1, name: CLIENT }).waitFor();
  const client = clientPath();

  // Connect its Microsoft 365 through the real connector.
  await console_.goto(`${origin()}/integrations/connect`);
  await console_.getByLabel('Client ID').fill(world.app.clientId);
  await console_.getByLabel('Client secret').fill(world.app.secrets[0] ?? '');
  await console_.locator('summary').click();
  const addresses = console_.locator('details').getByRole('textbox');
  await addresses.nth(0).fill(new URL(graph.baseUrl).origin);
  await addresses.nth(1).fill(graph.authorityUrl);
  await press(console_, 'Connect and test');
  await console_.getByLabel('Tenant ID or domain').fill(tenant?.id ?? '');
  await press(console_, 'Add tenant');
  await console_.getByLabel(/^Client of/).click(SOON);
  await console_.getByRole('option', { name: CLIENT }).click();
  await press(console_, /^Connect 1 and start first sync/);
  await console_.getByText(/mapped, synced/).waitFor(SOON);

  // A weak control has come up: turn it into work on the roadmap.
  await console_.goto(`${origin()}${client}/findings`);
  await console_.getByText(title, { exact: true }).first().click(SOON);
  await console_.getByLabel('Estimate').fill('1250');
  await console_.getByLabel('Hours').fill('6');
  await press(console_, 'Add to planner');
  await console_.getByText('7 open', { exact: true }).waitFor();

  // Publish it, and roll it into a budget: $1,250, of which 6 h x $165 = $990 are labour and the rest is bought.
  await console_.goto(`${origin()}${client}/planner?as=list`);
  // An hour costs more from now on; what is estimated already stays.
  await press(console_, 'Hourly rate');
  const rate = console_.getByRole('dialog');
  await rate.getByLabel('An hour of labour').fill('180');
  await rate.getByRole('button', { name: 'Save the rate' }).click();
  await rate.waitFor({ state: 'hidden' });
  await console_.getByRole('link', { name: title }).first().click();
  await press(console_, /^Publish version/);
  await console_.getByText('Version 1, published').last().waitFor();
  await console_.goto(`${origin()}${client}/budgets?new=true`);
  const draft = console_.getByRole('dialog');
  await draft.getByLabel('Title').fill('Next year');
  await draft.getByRole('checkbox', { name: title }).check();
  await draft.getByRole('button', { name: /^Create/ }).click();
  await console_.getByRole('heading', { level: 1, name: 'Next year' }).waitFor();
  for (const amount of ['$1,250', '$990', '$260'])
    expect(await console_.getByText(amount, { exact: true }).count()).toBeGreaterThan(0);

  // Invite the client's approver by mail.
  const budget = new URL(console_.url()).pathname;
  await console_.goto(`${origin()}${client}/people`);
  await press(console_, /^Invite/);
  await console_.getByRole('dialog').getByLabel('Email').fill(APPROVER);
  await console_
    .getByRole('dialog')
    .getByRole('radio', { name: /Approver/ })
    .check();
  await console_.getByRole('dialog').getByRole('button', { name: 'Send the invitation' }).click();
  await console_.getByText(APPROVER).first().waitFor();
  const token = await mailedToken(APPROVER);

  // Send the budget.
  await console_.goto(`${origin()}${budget}`);
  await press(console_, /^Send 2 lines for approval/);
  await console_
    .getByRole('alertdialog')
    .getByRole('button', { name: /^Send 2 lines/ })
    .click();
  await console_.getByText('Pending').first().waitFor();

  // The client joins by the mailed link, approves one line, rejects the other with a reason.
  const portal = await open(`/portal/${owner.slug}/invitation#${token}`);
  await portal.getByLabel('Your name').fill('Ada Approver');
  await portal.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await press(portal, /^(Accept|Join|Create)/);
  await portal.waitForURL(`**/portal/${owner.slug}`);
  // Who did what is for the company's administrators.
  await portal.getByRole('link', { name: 'Reports' }).first().waitFor();
  expect(await portal.getByRole('link', { name: 'Activity' }).count()).toBe(0);
  await portal.goto(`${origin()}/portal/${owner.slug}/plan`);
  const apart = portal.getByRole('button', { name: /line by line|separately|each/i });
  if (await apart.count()) await apart.first().click();
  await portal.getByRole('button', { name: 'Approve', exact: true }).first().click();
  await portal.getByRole('button', { name: 'Not now', exact: true }).last().click();
  await portal.getByLabel('Why not now?').fill('After the lease is signed');
  await press(portal, 'Send answers');
  await portal.getByText(/Nothing waits for you/).waitFor();

  // Staff see it within seconds, with the reason; the bell rings.
  await console_.getByText('After the lease is signed').first().waitFor(SOON);
  await console_.getByText('Approved').first().waitFor();
  await console_.getByRole('button', { name: /^Notifications, 1 unread/ }).click(SOON);
  await console_.getByRole('dialog').getByText(`${CLIENT} answered`).waitFor();
  await console_.keyboard.press('Escape');

  // The audit trail says who answered.
  await console_.goto(`${origin()}/settings?tab=audit`);
  await console_.getByRole('cell', { name: 'Ada Approver' }).first().waitFor();

  // A report: its sections are chosen and ordered by keyboard and menu, what has no data says so, every change is kept.
  await console_.goto(`${origin()}${client}/reports`);
  await press(console_, 'New report');
  await console_.getByText('No devices yet: left out').waitFor();
  await press(console_, 'Leave out: Microsoft 365 licences');
  await press(console_, /^Add$/);
  await console_.getByRole('menuitem', { name: /^Findings/ }).click();
  // The menu gives the focus back to its button when it is gone: a key pressed before would go there.
  await console_.locator('button:focus', { hasText: 'Add' }).waitFor();
  const handle = console_.getByRole('button', { name: 'Move Findings' });
  await handle.press('ArrowUp');
  await console_.getByText(/^Findings, 7 of 8$/).waitFor();
  await handle.click();
  await console_.getByRole('menuitem', { name: 'Move up' }).click();
  await console_.getByText(/^Findings, 6 of 8$/).waitFor();
  await console_.getByLabel('Note').fill('A calm quarter, thank you.');
  await console_.getByLabel('Title').click();
  await press(console_, 'Save as our usual order');
  await console_.getByText('All saved').waitFor();
  await console_.reload();
  await console_.getByText('This is your usual order').waitFor();
  expect(await console_.getByLabel('Note').inputValue()).toBe('A calm quarter, thank you.');
  expect(await console_.locator('[data-section="findings"]').textContent()).toMatch(/^6Findings/);

  // On paper it holds the budget's numbers.
  await press(console_, 'Make report');
  const saved = async (page: Page, name: RegExp) => {
    const downloading = page.waitForEvent('download', SOON);
    await page.getByRole('button', { name }).first().click(SOON);
    return readFileSync(await (await downloading).path());
  };
  const paper = await saved(console_, /^Download PDF/);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: paper }).toString();
  for (const words of [CLIENT, 'A calm quarter', '$990', '$260', 'After the lease is signed'])
    expect(text).toContain(words);

  // Published, it is sealed: the client is mailed, and downloads the very same bytes.
  await press(console_, 'Publish to the client');
  await console_
    .getByRole('dialog')
    .getByRole('checkbox', { name: /Ada Approver/ })
    .check();
  await press(console_, 'Publish and mail 1 person');
  await console_.getByText(/^In the portal since/).waitFor(SOON);
  await press(console_, 'Verify');
  await console_.getByText(/byte for byte/).waitFor();
  await console_.getByText(createHash('sha256').update(paper).digest('hex')).waitFor();
  await portal.goto(`${origin()}/portal/${owner.slug}/reports`);
  expect((await saved(portal, /^Download PDF/)).equals(paper)).toBe(true);
  // The mail about it follows the report's fact on its own time.
  const wasTold = async () => (await mailsTo(owner.email)).some(({ subject }) => /report/i.test(subject));
  await expect.poll(wasTold, SOON).toBe(true);
});
