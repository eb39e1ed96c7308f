import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { idle, mailsTo } from '../../../functions/_kit/testing/world.ts';
import { ask, easyMsp, emailOf, newCompany, type Owner, ok } from '../../../functions/identity/testing/members.ts';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import type { Contact } from '../../../shared/companies/contact.ts';
import { dateIn } from '../../../shared/kernel/date.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import type { Minutes } from '../../../shared/meetings/minutes.ts';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { type Quarter, quartersFrom } from '../../../shared/planner/roadmap-quarters.ts';
import { axeViolations } from '../axe.ts';
import { launchBrowser } from '../launch-browser.ts';
import { LiveMeeting, MinutesDesk } from './live-meeting.ts';
import { contextOf } from './signed-in.ts';

/** What the client must never see. */
const CANARY = 'Do not go below fourteen percent';
const MARSH = emailOf('marsh');

const origin = inject('origin');
/** The quarters that the client reads in its calendar: this one, the next, and so on. */
const quarters = quartersFrom(dateIn('America/Denver', new Date()), 4);
const [, next, , later] = quarters as [Quarter, Quarter, Quarter, Quarter];
let browser: Browser;
let context: BrowserContext;
let owner: Owner;
let client: string;
let items: Record<'servers' | 'restore' | 'laptops' | 'phones', PlannerItemDetail>;
let budget: BudgetDetail;
let meeting: MeetingDetail;

const get = async <T>(path: string) => ok(await ask<T>(owner, 'GET', client + path));
const post = async <T>(path: string, body: object) => ok(await ask<T>(owner, 'POST', client + path, body));
const at = (rest: string) => `${origin}/c${client.slice('/companies'.length)}/meetings/${meeting.meetingId}${rest}`;

async function plan(title: string): Promise<PlannerItemDetail> {
  return post('/planner-items', { title, hours: 10, startDate: next.start, endDate: next.end });
}

/** A meeting about two pieces of work and the budget that pays for three, with notes for the presenter. */
async function agenda(): Promise<MeetingDetail> {
  const marsh = await post<Contact>('/contacts', { name: 'Dr. Marsh', email: MARSH, roles: ['decision-maker'] });
  const { meetingId } = await post<MeetingDetail>('/meetings', {
    title: 'Quarterly review',
    startsAt: new Date().toISOString(),
    participants: [
      { kind: 'contact', id: marsh.contactId },
      { kind: 'staff', id: owner.userId },
    ],
    repeat: 'quarterly',
  });
  const path = `/meetings/${meetingId}`;
  await post(`${path}/agenda`, { title: 'Your business', note: CANARY });
  const [servers, restore] = [items.servers, items.restore].map(({ plannerItemId: id }) => ({
    type: 'planner-item',
    id,
  }));
  await post(`${path}/records`, { records: [servers, restore, { type: 'budget', id: budget.budgetId }] });
  await post(`${path}/agenda`, { title: 'What we may say', visibility: 'internal', note: CANARY });
  return get(path);
}

async function newPage(): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  return page;
}

beforeAll(async () => {
  owner = await easyMsp();
  client = `/companies/${await newCompany(owner)}`;
  items = {
    servers: await plan('Replace servers'),
    restore: await plan('Restore tests'),
    laptops: await plan('Laptops'),
    phones: await plan('Phones'),
  };
  const plannerItemIds = [items.servers, items.laptops, items.phones].map((item) => item.plannerItemId);
  budget = await post('/budgets', { title: 'IT budget', fiscalYear: Number(next.start.slice(0, 4)), plannerItemIds });
  budget = await post(`/budgets/${budget.budgetId}/send`, { v: budget.v });
  meeting = await agenda();
  browser = await launchBrowser();
  context = await contextOf(browser, owner);
}, 120_000);
afterAll(() => browser?.close());

describe('a meeting that is held', () => {
  let live: LiveMeeting;
  let shared: Page;

  it('shows the client what is on the screen, and the notes to the presenter alone', async () => {
    live = new LiveMeeting(await newPage());
    await live.open(at('/live'));
    await live.start();
    await live.mySide.getByText(CANARY).waitFor();
    shared = await newPage();
    await shared.goto(at('/live?view=client'));
    await shared.getByRole('heading', { level: 1, name: 'Your business' }).waitFor();
    await live.says('Client view is shared');
    await live.press('PageDown');
    await shared.getByRole('heading', { level: 1, name: 'Replace servers' }).waitFor();
    expect(await shared.content()).not.toContain(CANARY);
    expect(await axeViolations(live.page)).toEqual([]);

    // An internal item is shown to the presenter; the client still looks at the one before.
    await live.show('What we may say');
    await live.stage.getByText('Internal: only you see this item').waitFor();
    await shared.getByRole('heading', { level: 1, name: 'Replace servers' }).waitFor();
    // On one screen for all, the presenter's side leaves it, and what is internal with it.
    await live.press('h');
    await live.shows('IT budget');
    expect(await live.page.content()).not.toContain(CANARY);
    await live.press('Escape');
    await live.mySide.waitFor();
  });

  it('is decided by a key, which can be taken back before it is written', async () => {
    await live.show('Replace servers');
    await live.press('x');
    await live.answer('Undo');
    await live.page.getByText('Saved to the roadmap and its budget lines').waitFor();
    await live.press('a');
    await live.stage.getByText('Approved by Dr. Marsh').waitFor();
    await live.page.getByText('Goes ahead on the roadmap, is answered in "IT budget".').first().waitFor();
    await live.says('1 saved');
  });

  it('goes on without a connection, and what was said is saved by the page that is opened next', async () => {
    await context.setOffline(true);
    await live.says('No connection');
    await live.press('ArrowRight');
    await live.shows('Restore tests');
    await live.press('d');
    await live.answer(later.name);
    await live.note('After the lease.');
    await live.press('ArrowRight');
    await live.shows('IT budget');
    await shared.getByRole('heading', { level: 1, name: 'IT budget' }).waitFor();
    await live.press('a');
    await live.page.getByRole('group', { name: 'Answer to Phones' }).getByRole('radio', { name: 'Not now' }).check();
    await live.answer('Keep 2 answers');
    await live.promise('Send the order', 'Dr. Marsh', next.end);
    await live.page.getByRole('button', { name: 'Olga Owner' }).click();
    await live.says('4 waiting, no connection');
    // Help and menus were loaded before the connection dropped.
    await live.press('?');
    await live.page.getByRole('dialog').getByText('Note for the minutes').waitFor();
    await live.press('Escape');

    await live.page.close();
    await context.setOffline(false);
    live = new LiveMeeting(await newPage());
    await live.open(at('/live'));
    await live.says('4 saved');
    await live.mySide.getByText('Send the order').waitFor();
  });

  it('is ended, written up, and closed with minutes that say what roadmap and budget say', async () => {
    await live.end();
    const desk = new MinutesDesk(live.page);
    expect(await axeViolations(desk.page)).toEqual([]);
    await desk.summarize('The servers go ahead.');
    const read = await desk.preview();
    for (const words of ['The servers go ahead.', 'Approved by Dr. Marsh', 'After the lease.', 'Send the order'])
      expect(read).toContain(words);
    expect(read).not.toContain(CANARY);
    await desk.close();
    await desk.page.getByRole('link', { name: /^Next meeting/ }).waitFor();

    const [servers, restore] = await Promise.all(
      [items.servers, items.restore].map(({ plannerItemId }) =>
        get<PlannerItemDetail>(`/planner-items/${plannerItemId}`),
      ),
    );
    expect(servers).toMatchObject({ status: 'approved', startDate: next.start });
    expect(restore).toMatchObject({ status: 'deferred', startDate: later.start });
    const { lines } = await get<BudgetDetail>(`/budgets/${budget.budgetId}`);
    const stand = lines.map(({ label, status }) => [label.split(':')[0], status]);
    expect(stand).toEqual([
      ['Replace servers', 'approved'],
      ['Laptops', 'approved'],
      ['Phones', 'rejected'],
    ]);
    const minutes = await get<Minutes>(`/meetings/${meeting.meetingId}/minutes`);
    expect(minutes.items.map(({ title, result }) => [title, result])).toEqual([
      ['Your business', 'open'],
      ['Replace servers', 'approved'],
      ['Restore tests', 'deferred'],
      ['IT budget', 'approved'],
    ]);
    expect(minutes).toMatchObject({
      present: ['Dr. Marsh'],
      actions: [{ text: 'Send the order', owner: 'Dr. Marsh' }],
    });
    await idle();
    const sent = (await mailsTo(MARSH)).filter(({ subject }) => subject.startsWith('Minutes:'));
    expect(sent).toHaveLength(1);
    for (const words of ['The servers go ahead.', 'Approved by Dr. Marsh', 'After the lease.'])
      expect(sent[0]?.text).toContain(words);
    expect(sent[0]?.text).not.toContain(CANARY);
  });
});
