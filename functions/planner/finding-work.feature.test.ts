import { beforeAll, describe, expect, it } from 'vitest';
import { type Finding, SETTLING_HOURS } from '../../shared/findings/finding.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { ItemStatus, PlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { systemScope } from '../_kit/scope.ts';
import { as } from '../_kit/testing/world.ts';
import { observe, raiseFinding, weakControl } from '../findings/testing/raised.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { followAnswers } from './decisions.service.ts';

let owner: Owner;

beforeAll(async () => {
  owner = await easyMsp();
});

const items = (company: string) => `/companies/${company}/planner-items`;
const create = (body: object, company: string) =>
  ask<PlannerItemDetail>(owner, 'POST', items(company), { title: 'Firewall', ...body });
const pathOf = (item: PlannerItem) => `${items(item.companyId)}/${item.plannerItemId}`;
const openFinding = async () => raiseFinding(owner, await newCompany(owner));

const findingOf = async ({ companyId: company, findingId }: Finding) =>
  ok(await ask<Finding>(owner, 'GET', `/companies/${company}/findings/${findingId}`));
const madeOf = async ({ companyId: company, findingId, title }: Finding) =>
  ok(await create({ title, findingId }, company));
/** The item as it stands, changed. */
const turn = async (item: PlannerItem, how: 'archive' | 'restore' | { status: ItemStatus }) => {
  const { v } = ok(await ask<PlannerItem>(owner, 'GET', pathOf(item)));
  const put = typeof how === 'object';
  const path = put ? pathOf(item) : `${pathOf(item)}/${how}`;
  ok(await ask(owner, put ? 'PATCH' : 'POST', path, put ? { v, ...how } : { v }));
};

describe('an item out of a finding', () => {
  it('marks the finding as planned and links both ways, once', async () => {
    const finding = await openFinding();
    const { companyId: company } = finding;
    const answers = await Promise.all(
      [1, 2].map(() => create({ title: finding.title, findingId: finding.findingId }, company)),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, expect.any(Number)]);
    const item = answers.find((answer) => answer.status === 200)?.body as PlannerItemDetail;
    const path = `/companies/${company}/findings/${finding.findingId}`;
    expect(ok(await ask<Finding>(owner, 'GET', path))).toMatchObject({
      status: 'planned',
      plannerItemId: item.plannerItemId,
    });
    const links = ok(await ask<{ items: Link[] }>(owner, 'GET', `${pathOf(item)}/links`)).items;
    expect(links).toEqual([
      expect.objectContaining({ from: { type: 'finding', id: finding.findingId }, role: 'led-to' }),
    ]);
    const roadmap = ok(await ask<{ items: PlannerItem[] }>(owner, 'GET', `/companies/${company}/roadmap`));
    expect(roadmap.items).toHaveLength(1);
  });

  it('opens the finding again when nobody will do it, and plans it again when somebody will', async () => {
    const finding = await openFinding();
    const first = await madeOf(finding);
    const free = { status: 'open', plannerItemId: undefined };
    const heldBy = ({ plannerItemId }: PlannerItem) => ({ status: 'planned', plannerItemId });
    const now = async () => {
      const { status, plannerItemId } = await findingOf(finding);
      return { status, plannerItemId };
    };
    await turn(first, { status: 'declined' });
    expect(await now()).toEqual(free);
    await turn(first, 'archive');
    await turn(first, 'restore');
    expect(await now()).toEqual(free);
    await turn(first, { status: 'approved' });
    expect(await now()).toEqual(heldBy(first));
    await turn(first, 'archive');
    expect(await now()).toEqual(free);
    const path = `/companies/${finding.companyId}/findings/${finding.findingId}`;
    const told = ok(await ask<{ items: Activity[] }>(owner, 'GET', `${path}/history`)).items;
    expect(told.map(({ verb, about }) => [verb, ...about])).toEqual([
      ['reopened', 'archived'],
      ['reopened', 'declined'],
    ]);
    const second = await madeOf(finding);
    await turn(first, 'restore');
    await turn(first, { status: 'cancelled' });
    expect(await now()).toEqual(heldBy(second));
    const { findingId } = finding;
    const refused = await create({ findingId, status: 'cancelled' }, (await findingOf(finding)).companyId);
    expect([refused.status, refused.body.code]).toEqual([422, 'planner.finding']);
  });

  it('opens the finding again when the work is done and its source still sees it later', async () => {
    const { mspId } = owner;
    const finding = await openFinding();
    const seen = (hours: number) =>
      observe(mspId, finding.companyId, [weakControl('legacy')], {
        now: () => new Date(Date.now() + hours * 3_600_000),
      });
    const item = await madeOf(finding);
    expect(await seen(1_000)).toMatchObject({ unchanged: 1 });
    await turn(item, { status: 'completed' });
    await turn(item, 'archive');
    expect(await seen(SETTLING_HOURS - 1)).toMatchObject({ unchanged: 1 });
    expect(await findingOf(finding)).toMatchObject({ status: 'planned', workDoneAt: expect.any(String) });
    expect(await seen(SETTLING_HOURS + 1)).toMatchObject({ raised: 1, unchanged: 0 });
    expect(await seen(SETTLING_HOURS + 1)).toMatchObject({ raised: 0, unchanged: 1 });
    const { raisedAt, plannerItemId, workDoneAt, ...open } = await findingOf(finding);
    expect([open.status, raisedAt, plannerItemId, workDoneAt]).toEqual([
      'open',
      finding.raisedAt,
      undefined,
      undefined,
    ]);
    const again = await madeOf(open as Finding);
    const path = `/companies/${finding.companyId}/findings/${finding.findingId}`;
    const reopen = async () => ask<Finding>(owner, 'POST', `${path}/reopen`, { v: (await findingOf(finding)).v });
    expect((await reopen()).body.code).toBe('finding.not-dismissed');
    await turn(again, { status: 'completed' });
    expect(ok(await reopen()).status).toBe('open');
    const told = ok(await ask<{ items: Activity[] }>(owner, 'GET', `${path}/history`)).items;
    expect(told.map(({ about }) => about)).toEqual([['completed'], ['completed']]);
  });

  it('opens the finding again when the client declines it, and one of several takes it when all are approved', async () => {
    const finding = await openFinding();
    const { companyId: company } = finding;
    let later = Date.now();
    const answer = (decision: 'approved' | 'rejected', ...all: PlannerItem[]) => {
      later += 60_000;
      const at = new Date(later).toISOString();
      const told = all.map(({ plannerItemId }) => ({ plannerItemId, decision }));
      return as('planner-on-budget-answered', () =>
        followAnswers(systemScope(owner.mspId, 'planner-test'), { companyId: company, budgetId: 'b', items: told, at }),
      );
    };
    const first = await madeOf(finding);
    await answer('rejected', first);
    await answer('rejected', first);
    expect(await findingOf(finding)).toMatchObject({ status: 'open', v: 3 });
    const second = await madeOf(finding);
    await answer('rejected', first, second);
    await answer('approved', first, second);
    expect(await findingOf(finding)).toMatchObject({ status: 'planned', plannerItemId: first.plannerItemId });
  });

  it('is refused for a finding of another client, and then nothing is made', async () => {
    const finding = await openFinding();
    const other = await newCompany(owner);
    expect((await create({ findingId: finding.findingId }, other)).body.code).toBe('finding.not-found');
    expect(ok(await ask<{ items: PlannerItem[] }>(owner, 'GET', items(other))).items).toEqual([]);
  });
});
