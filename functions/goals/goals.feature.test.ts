import { beforeAll, describe, expect, it } from 'vitest';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { Alignment, Goal, GoalDetail } from '../../shared/goals/goal.ts';
import type { GoalSummary } from '../../shared/goals/goal-summary.ts';
import { addDays } from '../../shared/kernel/calendar.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { systemScope } from '../_kit/scope.ts';
import { as, idle, logs } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';
import { judgeByDate } from './counting.service.ts';
import { figuresAre } from './testing/figures.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

const goals = (company = companyId) => `/companies/${company}/goals`;
const create = (body: object, company = companyId, who: { cookie: string } = owner) =>
  ask<GoalDetail>(who, 'POST', goals(company), { title: 'No sign-in without a second factor', ...body });
const pathOf = (goal: Goal) => `${goals(goal.companyId)}/${goal.goalId}`;
const read = async (goal: Goal) => ok(await ask<GoalDetail>(owner, 'GET', pathOf(goal)));
const today = new Date().toISOString().slice(0, 10);

describe('a goal', () => {
  it('is set by hand, moves with its progress, and tells two people at it apart', async () => {
    const goal = ok(await create({ status: 'active', category: 'security', why: 'The insurer asks.' }));
    expect(goal).toMatchObject({ status: 'active', health: 'on-track', progress: 0, startDate: today, v: 1 });
    const moved = ok(await ask<GoalDetail>(owner, 'PATCH', pathOf(goal), { v: 1, progress: 40, nextStep: 'Pilot' }));
    expect(moved).toMatchObject({ progress: 40, nextStep: 'Pilot', why: 'The insurer asks.', v: 2 });
    const late = await ask(owner, 'PATCH', pathOf(goal), { v: 1, progress: 50 });
    expect(late.body).toMatchObject({ status: 409, currentVersion: 2 });
    const wrong = await ask(owner, 'PATCH', pathOf(goal), { v: 2, progressMode: 'from-planner', progress: 50 });
    expect(wrong.body.errors?.[0]).toMatchObject({ path: 'progress' });
    const backwards = await ask(owner, 'PATCH', pathOf(goal), { v: 2, targetDate: '2020-01-01' });
    expect(backwards.body.code).toBe('goal.dates');
    const emptied = ok(await ask<GoalDetail>(owner, 'PATCH', pathOf(goal), { v: 2, targetDate: null }));
    expect(emptied.targetDate).toBeUndefined();
    const history = ok(await ask<Page<Activity>>(owner, 'GET', `${pathOf(goal)}/history`));
    expect(history.items.map(({ verb }) => verb)).toEqual(['changed', 'changed', 'created']);
  });

  it('stands where a person puts it until the rule has the word again', async () => {
    const goal = ok(await create({}));
    expect(goal.status).toBe('proposed');
    const stand = async (standing: string, v: number) =>
      ok(await ask<Goal>(owner, 'POST', `${pathOf(goal)}/standing`, { v, standing }));
    expect(await stand('at-risk', 1)).toMatchObject({ status: 'active', health: 'at-risk', healthByHand: 'at-risk' });
    const ruled = await stand('by-rule', 2);
    expect([ruled.status, ruled.health, ruled.healthByHand]).toEqual(['active', 'on-track', undefined]);
    expect((await stand('proposed', 3)).status).toBe('proposed');
    const stale = await ask(owner, 'POST', `${pathOf(goal)}/standing`, { v: 1, standing: 'at-risk' });
    expect(stale.status).toBe(409);
  });

  it('is achieved with evidence or given up with a reason, closed to changes, and reopened', async () => {
    const goal = ok(await create({ status: 'active' }));
    const silent = await ask(owner, 'POST', `${pathOf(goal)}/achieve`, { v: 1, evidence: '' });
    expect([silent.status, silent.body.errors?.[0]?.path]).toEqual([400, 'evidence']);
    const achieved = ok(
      await ask<GoalDetail>(owner, 'POST', `${pathOf(goal)}/achieve`, { v: 1, evidence: 'Report of 4 May: 100 %' }),
    );
    expect(achieved).toMatchObject({ status: 'achieved', closing: 'Report of 4 May: 100 %', v: 2 });
    for (const [method, tail, body] of [
      ['PATCH', '', { title: 'x' }],
      ['POST', '/standing', { standing: 'at-risk' }],
      ['POST', '/abandon', { reason: 'No budget' }],
    ] as const) {
      expect((await ask(owner, method, `${pathOf(goal)}${tail}`, { v: 2, ...body })).body.code, tail).toBe(
        'goal.closed',
      );
    }
    const again = ok(await ask<GoalDetail>(owner, 'POST', `${pathOf(goal)}/reopen`, { v: 2 }));
    expect([again.status, again.closing, again.closedAt]).toEqual(['active', undefined, undefined]);
    expect((await ask(owner, 'POST', `${pathOf(goal)}/reopen`, { v: 3 })).body.code).toBe('goal.open');
    ok(await ask(owner, 'POST', `${pathOf(goal)}/abandon`, { v: 3, reason: 'The client sold the branch' }));
    expect(await read(goal)).toMatchObject({ status: 'abandoned', closing: 'The client sold the branch' });
  });
});

describe('a goal out of a finding', () => {
  it('keeps its words, is named in it, and is made once', async () => {
    const company = await newCompany(owner);
    const finding = await raiseFinding(owner, company);
    const { findingId, title, why } = finding;
    const answers = await Promise.all([1, 2].map(() => create({ title, findingId }, company)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, expect.any(Number)]);
    const goal = answers.find(({ status }) => status === 200)?.body as GoalDetail;
    expect(goal.quote).toEqual({ text: why, from: title });
    const path = `/companies/${company}/findings/${findingId}`;
    expect(ok(await ask<Finding>(owner, 'GET', path))).toMatchObject({ status: 'open', goalId: goal.goalId });
    const { links } = ok(await ask<Alignment>(owner, 'GET', `${pathOf(goal)}/alignment`));
    expect(links).toEqual([expect.objectContaining({ from: { type: 'finding', id: findingId }, role: 'led-to' })]);
    for (const end of [pathOf(goal), path])
      expect(ok(await ask<Links>(owner, 'GET', `${end}/links`)).items, end).toEqual(links);
    expect((await create({ findingId }, company)).body.code).toBe('finding.has-goal');
  });

  it('is refused for a dismissed finding and for one of another client, and then nothing is made', async () => {
    const company = await newCompany(owner);
    const { findingId, v } = await raiseFinding(owner, company);
    const other = await newCompany(owner);
    expect((await create({ findingId }, other)).body.code).toBe('finding.not-found');
    const path = `/companies/${company}/findings/${findingId}`;
    ok(await ask(owner, 'POST', `${path}/dismiss`, { v, reason: 'duplicate', note: 'Seen twice' }));
    expect((await create({ findingId }, company)).body.code).toBe('finding.not-open');
    expect(ok(await ask<{ items: Goal[] }>(owner, 'GET', `/companies/${company}/goal-board`)).items).toEqual([]);
  });
});

describe('a goal that follows a figure', () => {
  it('starts where the figure stands and goes with every sync', async () => {
    const company = await newCompany(owner);
    const follow = (metric: string, target: number, baseline?: number) =>
      create({ status: 'active', progressMode: 'from-metric', measure: { metric, target, baseline } }, company);
    const unknown = await follow('secure-score', 75);
    expect(unknown.body.errors?.[0]).toMatchObject({ path: 'measure.baseline' });
    const blind = ok(await follow('licence-waste', 0, 50_000));
    expect(blind.measure).toEqual({ metric: 'licence-waste', unit: 'USD', baseline: 50_000, target: 0 });
    await figuresAre(owner.mspId, company, { scorePercent: 50, wasteMonthlyMinor: 40_000 });
    await idle();
    expect(await read(blind)).toMatchObject({ progress: 20, measure: { current: 40_000 } });
    expect((await follow('secure-score', 50)).body.errors?.[0]).toMatchObject({ path: 'measure.target' });
    const score = ok(await follow('secure-score', 75));
    expect(score.measure).toMatchObject({ baseline: 50, current: 50, unit: 'percent' });
    await figuresAre(owner.mspId, company, { scorePercent: 60, wasteMonthlyMinor: 40_000 });
    await idle();
    const followed = await read(score);
    expect([followed.progress, followed.measure?.current]).toEqual([40, 60]);
    const farther = ok(
      await ask<GoalDetail>(owner, 'PATCH', pathOf(score), {
        v: followed.v,
        measure: { metric: 'secure-score', target: 90 },
      }),
    );
    expect(farther).toMatchObject({ progress: 25, measure: { baseline: 50, target: 90, current: 60 } });
  });
});

describe('time', () => {
  it('puts a goal off track by itself, tells of it once, and leaves those set by hand alone', async () => {
    const msp = await easyMsp();
    const company = await newCompany(msp);
    const set = async (body: object) =>
      ok(await ask<GoalDetail>(msp, 'POST', goals(company), { title: 'By May', status: 'active', ...body }));
    const late = await set({ targetDate: addDays(today, 10) });
    const held = await set({ targetDate: addDays(today, 10) });
    ok(await ask(msp, 'POST', `${pathOf(held)}/standing`, { v: 1, standing: 'on-track' }));
    const tick = (days: number) => {
      const now = () => new Date(Date.now() + days * 86_400_000);
      return as('goals-schedule-health', () => judgeByDate({ ...systemScope(msp.mspId, 'test'), now }));
    };
    const health = async (goal: Goal) => ok(await ask<Goal>(msp, 'GET', pathOf(goal))).health;
    await tick(1);
    expect(await health(late)).toBe('on-track');
    await tick(3);
    expect(await health(late)).toBe('at-risk');
    await Promise.all([tick(12), tick(12)]);
    await tick(13);
    expect([await health(late), await health(held)]).toEqual(['off-track', 'on-track']);
    const history = ok(await ask<Page<Activity>>(msp, 'GET', `${pathOf(late)}/history`));
    expect(history.items.map(({ verb, about }) => [verb, ...about])).toEqual([
      ['turned', 'off-track'],
      ['turned', 'at-risk'],
      ['created'],
    ]);
  });
});

describe('lists', () => {
  it('show what is due first, by standing and category, over the clients that one sees', async () => {
    const msp = await easyMsp();
    const [company, other] = await Promise.all([newCompany(msp), newCompany(msp)]);
    const set = async (title: string, body: object, at = company) =>
      ok(await ask<GoalDetail>(msp, 'POST', goals(at), { title, status: 'active', ...body }));
    await set('Someday', { category: 'growth' });
    await set('Later', { targetDate: '2031-06-30' });
    await set('Sooner', { targetDate: '2031-01-31' }, other);
    const over = await set('Over', {});
    ok(await ask(msp, 'POST', `${pathOf(over)}/achieve`, { v: 1, evidence: 'Seen' }));
    const titles = async (path: string, who: { cookie: string } = msp) =>
      ok(await ask<Page<Goal>>(who, 'GET', path)).items.map(({ title }) => title);
    expect(await titles('/goals')).toEqual(['Sooner', 'Later', 'Someday']);
    expect(await titles(goals(company))).toEqual(['Later', 'Someday']);
    expect(await titles('/goals?standing=achieved')).toEqual(['Over']);
    expect(await titles('/goals?category=growth')).toEqual(['Someday']);
    expect(await titles(`${goals(company)}?q=late&standing=on-track`)).toEqual(['Later']);
    const limited = await newStaff(msp, 'manager', [other]);
    expect(await titles('/goals', limited)).toEqual(['Sooner']);
    const first = ok(await ask<Page<Goal>>(msp, 'GET', '/goals?limit=1'));
    expect(await titles(`/goals?limit=1&cursor=${encodeURIComponent(first.cursor ?? '')}`)).toEqual(['Later']);
  });

  it('cost what a page may cost', async () => {
    const company = await newCompany(owner);
    for (let n = 0; n < 12; n += 1) ok(await create({ title: `Goal ${n}`, targetDate: '2031-06-30' }, company));
    ok(await ask(owner, 'GET', `${goals(company)}?limit=50`));
    const line = (await logs()).findLast(({ operation }) => operation === 'goals.list');
    // One unit is the consistent read of the session itself.
    expect(line?.units?.read).toBeLessThanOrEqual(1 + 1.5);
  });
});

describe('the overview of a client', () => {
  it('counts its goals and names those that need a look', async () => {
    const company = await newCompany(owner);
    ok(await create({ title: 'Calm', status: 'active' }, company));
    const shaky = ok(await create({ title: 'Shaky', status: 'active' }, company));
    ok(await ask(owner, 'POST', `${pathOf(shaky)}/standing`, { v: 1, standing: 'off-track' }));
    await idle();
    const overview = ok(await ask<CompanyOverview>(owner, 'GET', `/companies/${company}/overview`));
    const figures = overview.summaries.find(({ feature }) => feature === 'goals')?.figures as GoalSummary;
    expect(figures).toMatchObject({ open: 2, byStanding: { 'off-track': 1, 'on-track': 1 } });
    expect(figures.first.map(({ title }) => title)).toEqual(['Shaky', 'Calm']);
  });
});

describe('who may', () => {
  it('is not another MSP, not a client user, nobody for an archived client, and technicians read only', async () => {
    const goal = ok(await create({ title: 'Walled' }));
    for (const [method, tail, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { v: 1, title: 'x' }],
      ['POST', '/standing', { v: 1, standing: 'at-risk' }],
      ['POST', '/achieve', { v: 1, evidence: 'Seen' }],
    ] as const) {
      expect((await ask(stranger, method, `${pathOf(goal)}${tail}`, body)).status, tail).toBe(404);
    }
    const seen = ['alignment', 'links'].map((tail) => ask(stranger, 'GET', `${pathOf(goal)}/${tail}`));
    expect((await Promise.all(seen)).map(ok)).toEqual([{ links: [] }, { items: [] }]);
    const other = await newCompany(owner);
    expect((await ask(owner, 'GET', `${goals(other)}/${goal.goalId}`)).body.code).toBe('goal.not-found');
    const client = await newClientUser(owner, companyId, 'admin');
    for (const tail of ['', '/links']) expect((await ask(client, 'GET', `${pathOf(goal)}${tail}`)).status).toBe(403);
    const technician = await newStaff(owner, 'technician');
    expect((await ask(technician, 'GET', pathOf(goal))).status).toBe(200);
    expect((await create({}, companyId, technician)).body.code).toBe('access.forbidden');
    ok(await ask(owner, 'POST', `/companies/${other}/archive`, { v: 1 }));
    expect((await create({}, other)).body.code).toBe('company.archived');
  });
});
