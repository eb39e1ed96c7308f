import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../shared/findings/finding.ts';
import type { Alignment, Goal, GoalDetail } from '../../shared/goals/goal.ts';
import type { PlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { MOST_GOALS } from '../../shared/planner/serving.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { idle } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
import { ask, easyMsp, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

const goal = async (body: object = {}, company = companyId) =>
  ok(
    await ask<GoalDetail>(owner, 'POST', `/companies/${company}/goals`, {
      title: 'Devices that can be trusted',
      status: 'active',
      progressMode: 'from-planner',
      ...body,
    }),
  );
const item = async (body: object = {}, company = companyId) =>
  ok(await ask<PlannerItemDetail>(owner, 'POST', `/companies/${company}/planner-items`, { title: 'Intune', ...body }));
const goalPath = ({ companyId: company, goalId }: Goal) => `/companies/${company}/goals/${goalId}`;
const itemPath = ({ companyId: company, plannerItemId }: PlannerItem) =>
  `/companies/${company}/planner-items/${plannerItemId}`;
const settled = async (one: Goal) => {
  await idle();
  return ok(await ask<GoalDetail>(owner, 'GET', goalPath(one)));
};

describe('work for a goal', () => {
  it('is made with its link in one go, and the goal’s progress follows it', async () => {
    const aim = await goal();
    const first = await item({ goalId: aim.goalId, hours: 30, startDate: '2031-04-01', endDate: '2031-06-30' });
    await item({ title: 'Pilot', goalId: aim.goalId, hours: 10, startDate: '2031-01-01', endDate: '2031-01-31' });
    expect(first.goalIds).toEqual([aim.goalId]);
    const { items } = ok(await ask<{ items: PlannerItem[] }>(owner, 'GET', `${goalPath(aim)}/planner-items`));
    expect(items.map(({ title }) => title)).toEqual(['Pilot', 'Intune']);
    ok(await ask(owner, 'PATCH', itemPath(first), { v: 1, status: 'completed' }));
    expect(await settled(aim)).toMatchObject({ progress: 75, work: { items: 2, done: 1, hours: 40, hoursDone: 30 } });
    ok(await ask(owner, 'POST', `${itemPath(first)}/archive`, { v: 2 }));
    expect(await settled(aim)).toMatchObject({ progress: 0, work: { items: 1 } });
    const history = ok(await ask<{ items: Activity[] }>(owner, 'GET', `${goalPath(aim)}/history`));
    expect(history.items.map(({ verb }) => verb)).toEqual(['planned', 'planned', 'created']);
  });

  it('may be there already: it serves several goals, and can be taken away again', async () => {
    const [one, two] = [await goal({ title: 'One' }), await goal({ title: 'Two' })];
    const work = await item({ hours: 8, status: 'completed' });
    const serve = (v: number, { goalId }: Goal) =>
      ask<PlannerItem>(owner, 'POST', `${itemPath(work)}/goals`, { v, goalId });
    ok(await serve(1, one));
    expect(ok(await serve(2, two)).goalIds).toEqual([one.goalId, two.goalId]);
    expect((await serve(3, two)).body.code).toBe('planner.serves');
    expect((await serve(2, two)).body).toMatchObject({ status: 409, currentVersion: 3 });
    expect([(await settled(one)).progress, (await settled(two)).progress]).toEqual([100, 100]);
    const away = (v: number) => ask<PlannerItem>(owner, 'DELETE', `${itemPath(work)}/goals/${one.goalId}`, { v });
    expect(ok(await away(3)).goalIds).toEqual([two.goalId]);
    expect((await away(4)).body.code).toBe('planner.serves-not');
    expect((await settled(one)).work).toMatchObject({ items: 0 });
    expect(ok(await ask<Alignment>(owner, 'GET', `${goalPath(one)}/alignment`)).links).toEqual([]);
  });

  it('serves a few goals only, and no closed one', async () => {
    const work = await item();
    for (let v = 1; v <= MOST_GOALS; v += 1) {
      const { goalId } = await goal({ title: `Goal ${v}` });
      ok(await ask(owner, 'POST', `${itemPath(work)}/goals`, { v, goalId }));
    }
    const last = await goal();
    const { goalId } = last;
    const body = { v: MOST_GOALS + 1, goalId };
    expect((await ask(owner, 'POST', `${itemPath(work)}/goals`, body)).body.code).toBe('planner.goals');
    ok(await ask(owner, 'POST', `${goalPath(last)}/abandon`, { v: 1, reason: 'Not this year' }));
    const late = await ask(owner, 'POST', `/companies/${companyId}/planner-items`, { title: 'Late', goalId });
    expect(late.body.code).toBe('goal.closed');
  });
});

describe('source, goal, work and budget', () => {
  it('hang together: a finding’s work serves its goal, whichever came first', async () => {
    const company = await newCompany(owner);
    const { findingId, title } = await raiseFinding(owner, company);
    const work = await item({ title, findingId }, company);
    const aim = await goal({ title, findingId }, company);
    expect((await settled(aim)).work).toMatchObject({ items: 1 });
    expect(ok(await ask<PlannerItem>(owner, 'GET', itemPath(work))).goalIds).toEqual([aim.goalId]);
    const budget = { title: 'IT 2031', fiscalYear: 2031, plannerItemIds: [work.plannerItemId] };
    ok(await ask(owner, 'POST', `/companies/${company}/budgets`, budget));
    const { links } = ok(await ask<Alignment>(owner, 'GET', `${goalPath(aim)}/alignment`));
    expect(links.map(({ from, to }) => [from.type, to.type])).toEqual([
      ['goal', 'planner-item'],
      ['finding', 'goal'],
      ['planner-item', 'budget'],
    ]);

    const other = await newCompany(owner);
    const finding = await raiseFinding(owner, other);
    const first = await goal({ title, findingId: finding.findingId }, other);
    const answer = await item({ title, findingId: finding.findingId }, other);
    expect(answer.goalIds).toEqual([first.goalId]);
    const path = `/companies/${other}/findings/${finding.findingId}`;
    expect(ok(await ask<Finding>(owner, 'GET', path))).toMatchObject({ status: 'planned', goalId: first.goalId });
  });
});

describe('who may', () => {
  it('is nobody of another MSP, no goal of another client, and no viewer', async () => {
    const aim = await goal();
    const work = await item();
    const { goalId } = aim;
    expect((await ask(stranger, 'POST', `${itemPath(work)}/goals`, { v: 1, goalId })).status).toBe(404);
    expect(ok(await ask<{ items: [] }>(stranger, 'GET', `${goalPath(aim)}/planner-items`)).items).toEqual([]);
    const elsewhere = await item({}, await newCompany(owner));
    const crossed = await ask(owner, 'POST', `${itemPath(elsewhere)}/goals`, { v: 1, goalId });
    expect(crossed.body.code).toBe('goal.not-found');
    const viewer = await newStaff(owner, 'viewer');
    expect((await ask(viewer, 'POST', `${itemPath(work)}/goals`, { v: 1, goalId })).body.code).toBe('access.forbidden');
  });
});
