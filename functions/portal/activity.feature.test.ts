import { beforeAll, describe, expect, it } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { Company } from '../../shared/companies/company.ts';
import type { ClientUser } from '../../shared/identity/member.ts';
import type { Actor } from '../../shared/kernel/actor.ts';
import { dateIn } from '../../shared/kernel/date.ts';
import type { CompanyRole } from '../../shared/kernel/permissions.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { PortalBudget } from '../../shared/portal/portal.ts';
import type { PortalActivityPage, PortalEvent } from '../../shared/portal/portal-activity.ts';
import { type Scope, systemScope } from '../_kit/scope.ts';
import { as, idle } from '../_kit/testing/world.ts';
import { observe, weakControl } from '../findings/testing/raised.ts';
import { allStaff, staffNames } from '../identity/directory.service.ts';
import {
  accepted,
  ask,
  easyMsp,
  emailOf,
  inviteClient,
  type Member,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';
import { newMeeting, readMeeting, say, turn } from '../meetings/testing/held.ts';
import { publish } from '../planner/publishing.service.ts';
import { companyTrail } from '../platform/audit.service.ts';
import { PRIVATE, type Presented, present } from './testing/sent-budget.ts';

let owner: Owner;
let cedar: Presented;
let tigard: Presented;
let eleanor: Member;
let karen: Member;

/** Somebody who came by a mailed link: that is part of what was done. */
async function invited(companyId: string, role: CompanyRole): Promise<Member> {
  const email = emailOf(role);
  ok(await inviteClient(owner, companyId, email, role));
  return accepted(email);
}

beforeAll(async () => {
  owner = await easyMsp();
  cedar = await present(owner);
  tigard = await present(owner);
  eleanor = await invited(cedar.companyId, 'admin');
  karen = await invited(cedar.companyId, 'approver');
});

const path = (rest: string) => `/companies/${cedar.companyId}${rest}`;
const activity = async (query = '', who = eleanor) =>
  ok(await ask<PortalActivityPage>(who, 'GET', `/portal/activity?limit=100${query}`));
const thisMonth = () => dateIn('America/Denver', new Date()).slice(0, 7);
const words = ({ event, by, name, about }: PortalEvent) => [event, by, name, ...about];

/** What is done behind the client's back: none of it is the client's to know. */
async function workInside(): Promise<void> {
  const post = async <T = unknown>(rest: string, body: object) => ok(await ask<T>(owner, 'POST', path(rest), body));
  const company = ok(await ask<Company>(owner, 'GET', path('')));
  ok(await ask(owner, 'PATCH', path(''), { v: company.v, privateNotes: PRIVATE, agreement: PRIVATE }));
  await observe(owner.mspId, cedar.companyId, [weakControl('inside', { title: PRIVATE })]);
  await post('/goals', { title: PRIVATE, category: 'security' });
  await post('/devices', { name: PRIVATE, type: 'laptop' });
  await post('/contacts', { name: PRIVATE });
  const hidden = await post<PlannerItemDetail>('/planner-items', { title: PRIVATE, lane: 'security', hours: 1 });
  await post(`/planner-items/${hidden.plannerItemId}/archive`, { v: hidden.v });
  const draft = await post<BudgetDetail>('/budgets', { title: PRIVATE, fiscalYear: 2031, plannerItemIds: [] });
  await post(`/budgets/${draft.budgetId}/replace`, { v: draft.v });
  const item = ok(await ask<PlannerItemDetail>(owner, 'GET', path(`/planner-items/${cedar.item.plannerItemId}`)));
  ok(await ask(owner, 'PATCH', path(`/planner-items/${item.plannerItemId}`), { v: item.v, title: PRIVATE }));
}

describe('what was done at a company', () => {
  it('is told to its administrator in order: who, of which side, to what', async () => {
    await workInside();
    const [budget] = ok(await ask<{ items: PortalBudget[] }>(karen, 'GET', '/portal/budgets')).items;
    const { budgetId, sentVersion, lines = [] } = budget ?? {};
    const answers = lines.map(({ budgetLineId }) => ({ budgetLineId, decision: 'approved' }));
    ok(await ask(karen, 'POST', `/portal/budgets/${budgetId}/answers`, { sentVersion, answers }));
    await idle();
    const { v } = ok(await ask<{ items: ClientUser[] }>(owner, 'GET', path('/users'))).items.find(
      ({ userId }) => userId === karen.userId,
    ) ?? { v: 0 };
    ok(await ask(owner, 'PATCH', path(`/users/${karen.userId}`), { v, role: 'finance' }));
    const page = await activity();
    expect(page.items.map(words)).toEqual([
      ['access-changed', 'msp', 'Olga Owner', 'Mia Member'],
      ['item-followed', 'system', undefined, 'New imaging servers'],
      ['budget-answered', 'company', 'Mia Member', 'IT budget 2031'],
      ['person-joined', 'company', 'Mia Member', 'Mia Member'],
      ['person-invited', 'msp', 'Olga Owner'],
      ['person-joined', 'company', 'Mia Member', 'Mia Member'],
      ['person-invited', 'msp', 'Olga Owner'],
      ['budget-sent', 'msp', 'Olga Owner', 'IT budget 2031'],
      ['item-published', 'msp', 'Olga Owner', 'New imaging servers'],
    ]);
    expect(page.items.filter(({ mine }) => mine).map(({ event }) => event)).toEqual(['person-joined']);
    expect(page).toMatchObject({ since: thisMonth(), timeZone: 'America/Denver' });
  });

  it('says nothing that is for staff alone, and nothing by which people or records could be found', async () => {
    const told = JSON.stringify(await activity());
    const inside = [
      '@example.com',
      'companyId',
      'sessionId',
      'requestId',
      '127.0.0.1',
      'operation',
      'fields',
      'goal',
      'device',
    ];
    const ids = [owner, eleanor, karen].map(({ userId }) => userId);
    for (const canary of [
      PRIVATE,
      ...inside,
      ...ids,
      cedar.budget.budgetId,
      cedar.item.plannerItemId,
      tigard.companyId,
    ]) {
      expect(told).not.toContain(canary);
    }
  });

  it('forgets the title of what was taken back, and tells of a budget that was replaced', async () => {
    const { v } = ok(await ask<PlannerItemDetail>(owner, 'GET', path(`/planner-items/${cedar.item.plannerItemId}`)));
    ok(await ask(owner, 'POST', path(`/planner-items/${cedar.item.plannerItemId}/withdraw`), { v }));
    const sent = ok(await ask<BudgetDetail>(owner, 'GET', path(`/budgets/${cedar.budget.budgetId}`)));
    ok(await ask(owner, 'POST', path(`/budgets/${sent.budgetId}/replace`), { v: sent.v }));
    const { items } = await activity('&by=msp');
    expect(items.slice(0, 2).map(words)).toEqual([
      ['budget-replaced', 'msp', 'Olga Owner'],
      ['item-withdrawn', 'msp', 'Olga Owner'],
    ]);
    expect(JSON.stringify((await activity()).items)).not.toMatch(/imaging|IT budget/);
  });

  it('is paged by a cursor of its own filter, and filtered by kind, by side and by month', async () => {
    const all = (await activity()).items;
    const three = ok(await ask<PortalActivityPage>(eleanor, 'GET', '/portal/activity?limit=3'));
    const cursor = encodeURIComponent(three.cursor ?? '');
    const rest = ok(await ask<PortalActivityPage>(eleanor, 'GET', `/portal/activity?limit=100&cursor=${cursor}`));
    expect([...three.items, ...rest.items]).toEqual(all);
    const other = await ask(eleanor, 'GET', `/portal/activity?kind=people&cursor=${cursor}`);
    expect(other.body.code).toBe('cursor.invalid');
    expect((await activity('&kind=people')).items).toEqual(all.filter(({ kind }) => kind === 'people'));
    expect((await activity('&by=company')).items).toEqual(all.filter(({ by }) => by === 'company'));
    expect((await activity(`&month=${thisMonth()}&by=company`)).items).toHaveLength(3);
    expect((await activity('&month=2020-01')).items).toEqual([]);
    const wrong = await ask(eleanor, 'GET', '/portal/activity?month=May');
    expect(wrong.body.errors).toEqual([{ path: 'month', message: 'Choose a month such as 2026-11.' }]);
  });

  it('belongs to the month that it was at the company', async () => {
    const actor: Actor = { kind: 'staff', mspId: owner.mspId, userId: owner.userId, role: 'owner', companies: 'all' };
    // In Denver it is still April.
    const now = () => new Date('2031-05-01T03:00:00Z');
    const scope: Scope = systemScope(owner.mspId, 'planner.publish', { actor, now });
    const fresh = { title: 'Late work', lane: 'security' };
    const { plannerItemId, v } = ok(await ask<PlannerItemDetail>(owner, 'POST', path('/planner-items'), fresh));
    await as('planner-api', () => publish(scope, { companyId: cedar.companyId, plannerItemId, v }));
    expect((await activity('&month=2031-04')).items.map(words)).toEqual([
      ['item-published', 'msp', 'Olga Owner', 'Late work'],
    ]);
    expect((await activity('&month=2031-05')).items).toEqual([]);
  });
});

it('tells of meetings that the company knows of, and what staff noted there in its name', async () => {
  const { companyId, budget } = await present(owner);
  const admin = await invited(companyId, 'admin');
  const meeting = ok(await newMeeting(owner, companyId));
  const among = ok(await newMeeting(owner, companyId, { type: 'internal', title: PRIVATE }));
  for (const one of [meeting, among]) {
    const records = [{ type: 'budget', id: budget.budgetId }];
    await turn(owner, one, 'records', { records });
    await turn(owner, one, 'publish', { v: (await readMeeting(owner, one)).v, invite: false });
    await turn(owner, one, 'start');
  }
  const [item] = (await readMeeting(owner, meeting)).items;
  if (item) ok(await say(owner, item, { result: 'approved' }));
  await idle();
  for (const one of [meeting, among]) {
    const { v } = await turn(owner, one, 'end');
    await turn(owner, one, 'close', { v });
  }
  const { items } = await activity('', admin);
  expect(items.slice(0, -4).map(words)).toEqual([
    ['minutes-published', 'msp', 'Olga Owner', 'Quarterly review'],
    ['item-followed', 'system', undefined, 'New imaging servers'],
    ['answer-noted', 'msp', 'Olga Owner', 'IT budget 2031'],
    ['agenda-published', 'msp', 'Olga Owner', 'Quarterly review'],
  ]);
  expect(JSON.stringify(items)).not.toContain(PRIVATE);
});

describe('nobody else', () => {
  it('is told: no colleague of another role, no staff, no other company', async () => {
    const finn = await invited(cedar.companyId, 'approver');
    for (const who of [finn, owner]) {
      const refused = await ask(who, 'GET', '/portal/activity');
      expect([refused.status, refused.body.code]).toEqual([403, 'access.forbidden']);
    }
    const theirs = await activity('', await invited(tigard.companyId, 'admin'));
    expect(theirs.items.map(words).at(-1)).toEqual(['item-published', 'msp', 'Olga Owner', 'New imaging servers']);
    expect(theirs.items).toHaveLength(4);
  });

  it('can read it: IAM lets an administrator see names of staff and the own trail, and nothing beside', async () => {
    const { mspId } = owner;
    const { userId } = eleanor;
    const { companyId } = cedar;
    const actor: Actor = { kind: 'client', mspId, userId, role: 'admin', companyId };
    const scope = systemScope(mspId, 'portal-test', { actor, access: 'read' });
    const keep = Promise.resolve(() => true);
    const denied = { name: 'AccessDeniedException' };
    await as('portal-api', async () => {
      expect((await companyTrail(scope, companyId, { limit: 1, filter: '', keep })).items).toHaveLength(1);
      await expect(companyTrail(scope, tigard.companyId, { limit: 1, filter: '', keep })).rejects.toMatchObject(denied);
      await expect(companyTrail(scope, 'msp', { limit: 1, filter: '', keep })).rejects.toMatchObject(denied);
      await expect(allStaff(scope)).rejects.toMatchObject(denied);
      expect(await staffNames(scope, [owner.userId, eleanor.userId])).toEqual(new Map([[owner.userId, 'Olga Owner']]));
    });
  });
});

it('knows staff who have joined by their name, and by their new one', async () => {
  const tom = await newStaff(owner, 'manager');
  const send = async () => {
    const draft = ok(
      await ask<BudgetDetail>(tom, 'POST', path('/budgets'), {
        title: 'Next budget',
        fiscalYear: 2032,
        plannerItemIds: [cedar.item.plannerItemId],
      }),
    );
    ok(await ask(tom, 'POST', path(`/budgets/${draft.budgetId}/send`), { v: draft.v }));
    return (await activity('&kind=budgets')).items.find(({ about }) => about.includes('Next budget'));
  };
  expect(await send()).toMatchObject({ name: 'Mia Member' });
  const { v } = ok(await ask<{ v: number }>(tom, 'GET', '/me'));
  ok(await ask(tom, 'PATCH', '/me', { v, name: 'Tom Renamed' }));
  expect((await activity('&kind=budgets')).items.map(({ name }) => name)).toContain('Tom Renamed');
});
