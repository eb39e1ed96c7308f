import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { cookieOf, demoSeeded, idle, mailsTo } from '../../../functions/_kit/testing/world.ts';
import { ask, ok, signIn } from '../../../functions/identity/testing/members.ts';
import { DEMO_SIGN_IN } from '../../../scripts/seed/seed.ts';
import type { Company } from '../../../shared/companies/company.ts';
import type { Page as Rows } from '../../../shared/kernel/page.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';
import { LiveMeeting, MinutesDesk } from './live-meeting.ts';

/** A finding of the demo's client that nobody has decided about, and what the work costs: 6 h x $165 and the rest bought. */
const WORK = 'Turn on Tamper Protection';
const COST = '$1,800';
const PARTS = ['$990', '$810'];
const BUDGET = 'Security additions';
const REVIEW = 'Review of the year';

const origin = inject('origin');
let browser: Browser;
let context: BrowserContext;
let page: Page;
let client: string;
/** What the client reads of the meeting, on the page and in the mail. */
let minutes: string;
let mail: string;

const person = (who: string) => {
  const found = DEMO_SIGN_IN.people.find((one) => one.who.startsWith(who));
  if (!found) throw new Error(`The demo has nobody who is "${who}".`);
  return found;
};

async function sessionOf(who: string, mspSlug?: string): Promise<{ name: string; value: string; cookie: string }> {
  const answer = await signIn(person(who).email, DEMO_SIGN_IN.password, mspSlug);
  ok(answer);
  const cookie = cookieOf(answer);
  const [name = '', value = ''] = cookie.split('=');
  return { name, value, cookie };
}

async function browserOf({ name, value }: { name: string; value: string }): Promise<BrowserContext> {
  const opened = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 } });
  await opened.addCookies([{ name, value, url: origin }]);
  return opened;
}

/** Who approves at the client. */
const CLIENT = person('client: administrator');
const APPROVER = 'Eleanor Finch';

beforeAll(async () => {
  await demoSeeded();
  const session = await sessionOf('vCIO lead');
  const { items } = ok(await ask<Rows<Company>>(session, 'GET', '/companies?limit=100'));
  const company = items.find(({ name }) => name.startsWith('Harbor'));
  client = `${origin}/c/${company?.companyId}`;
  browser = await launchBrowser();
  context = await browserOf(session);
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
}, 300_000);
afterAll(() => browser?.close());

const press = (name: string | RegExp, within: Page | Locator = page) =>
  within.getByRole('button', { name }).first().click();

/** Puts what the page is about on the agenda of the review; `choose` says which meeting that is. */
async function addToMeeting(choose: (dialog: Locator) => Promise<void>): Promise<void> {
  await press('More actions');
  await page.getByRole('menuitem', { name: 'Add to meeting' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to meeting' });
  await choose(dialog);
  await dialog.getByRole('button', { name: 'Add to meeting' }).click();
  await page.getByText(`Added to ${REVIEW}`).first().waitFor();
}

/** A figure on the page, however often. */
const states = async (figure: string) =>
  expect(await page.getByText(figure, { exact: true }).count(), figure).toBeGreaterThan(0);

describe('the review of a quarter, from findings to the minutes in the mail', () => {
  let live: LiveMeeting;

  it('is prepared: a finding becomes work, the work a budget, both an agenda', async () => {
    await page.goto(`${client}/findings`);
    await page.getByText(WORK, { exact: true }).first().click();
    await page.getByLabel('Estimate').fill('1800');
    await page.getByLabel('Hours').fill('6');
    await press('Add to planner');
    await page.getByText('4 open', { exact: true }).waitFor();

    await page.goto(`${client}/planner?as=list`);
    await page.getByRole('link', { name: WORK }).first().click();
    await press(/^Publish version/);
    await page.getByText('Version 1, published').last().waitFor();
    await addToMeeting(async (dialog) => {
      await dialog.getByRole('radio', { name: /^New meeting/ }).check();
      await dialog.getByLabel('Title').fill(REVIEW);
    });

    await page.goto(`${client}/budgets?new=true`);
    const draft = page.getByRole('dialog');
    await draft.getByLabel('Title').fill(BUDGET);
    await draft.getByRole('checkbox', { name: WORK }).check();
    await press(/^Create/, draft);
    await page.getByRole('heading', { level: 1, name: BUDGET }).waitFor();
    await press(/^Send 2 lines for approval/);
    await press(/^Send 2 lines/, page.getByRole('alertdialog'));
    await page.getByText('Pending').first().waitFor();
    await states(COST);
    await addToMeeting(async (dialog) => dialog.getByRole('radio', { name: new RegExp(`^${REVIEW}`) }).check());
  });

  it('is published, and the client is invited by mail', async () => {
    await page.goto(`${client}/meetings`);
    await page.getByRole('link', { name: REVIEW }).first().click();
    await page.getByRole('heading', { level: 1, name: REVIEW }).waitFor();
    await press('Change');
    await page.getByRole('combobox', { name: 'Add somebody' }).click();
    await page.getByRole('option', { name: APPROVER }).click();
    await press('Save people');
    await page.getByText('People saved').first().waitFor();
    await press('Publish agenda');
    await press(/^Publish and invite/, page.getByRole('alertdialog'));
    await page.getByText('Agenda published').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await idle();
    const invitation = (await mailsTo(CLIENT.email)).find(({ subject }) => subject.includes(REVIEW));
    expect(invitation?.text).toContain(WORK);
  });

  it('is held: what is decided goes to the roadmap and into the budget', async () => {
    live = new LiveMeeting(page);
    await live.open(`${page.url()}/live`);
    await live.start();
    await live.show(BUDGET);
    await live.stage.getByText(COST, { exact: true }).first().waitFor();
    await live.press('a');
    await live.answer(/^Keep 2 answers/);
    await live.show(WORK);
    await live.press('a');
    await live.stage.getByText(`Approved by ${APPROVER}`).waitFor();
    await live.promise('Tell everybody the day before', APPROVER, '2027-01-15');
    await live.says('3 saved');
  });

  it('is closed: the minutes are in the mail and in the portal', async () => {
    await live.end();
    const desk = new MinutesDesk(page);
    await desk.summarize('Devices can no longer be left unprotected.');
    minutes = await desk.preview();
    await desk.close();
    await idle();
    const sent = (await mailsTo(CLIENT.email)).filter(({ subject }) => subject.startsWith('Minutes:'));
    expect(sent).toHaveLength(1);
    mail = sent[0]?.text ?? '';
    expect(mail).toContain('Tell everybody the day before');
  });

  it('says the same figures on the roadmap, in the budget, in the minutes, in the mail and on paper', async () => {
    for (const words of [minutes, mail]) {
      expect(words).toMatch(new RegExp(`${WORK}.*Approved by ${APPROVER}.*As presented.*\\${COST}`, 's'));
      expect(words).toMatch(new RegExp(`${BUDGET}.*Approved by ${APPROVER}.*As presented.*\\${COST}`, 's'));
    }
    await page.goto(`${client}/planner?as=list`);
    await page.getByRole('link', { name: WORK }).first().waitFor();
    await states(COST);
    await page.getByRole('link', { name: WORK }).first().click();
    await page
      .getByRole('button', { name: /Approved/ })
      .first()
      .waitFor();
    await states(COST);
    await page.goto(`${client}/budgets`);
    await page.getByRole('link', { name: BUDGET }).first().click();
    await page.getByRole('heading', { level: 1, name: BUDGET }).waitFor();
    await page
      .getByText(/2 approved|2 lines/)
      .first()
      .waitFor();
    for (const figure of [COST, ...PARTS]) await states(figure);

    await page.goto(`${client}/reports`);
    await press('New report');
    await press('Make report');
    const downloading = page.waitForEvent('download');
    await press(/^Download PDF/);
    const paper = readFileSync(await (await downloading).path());
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: paper }).toString();
    for (const figure of [COST, ...PARTS]) expect(text).toContain(figure);
    expect(text).toMatch(new RegExp(`${WORK}: work +Approved +${APPROVER} +\\${PARTS[0]}`));
  });
});
