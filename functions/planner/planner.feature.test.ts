import { beforeAll, describe, expect, it } from 'vitest';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import { MAX_MINOR } from '../../shared/kernel/money.ts';
import type { PlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { PlannerSummary } from '../../shared/planner/planner-summary.ts';
import type { RateCard } from '../../shared/planner/rate-card.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { idle } from '../_kit/testing/world.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;

beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

const items = (company = companyId) => `/companies/${company}/planner-items`;
const create = (body: object, company = companyId, who: { cookie: string } = owner) =>
  ask<PlannerItemDetail>(who, 'POST', items(company), { title: 'Firewall', ...body });
const pathOf = (item: PlannerItem) => `${items(item.companyId)}/${item.plannerItemId}`;

describe('a planner item', () => {
  it('is estimated from its hours at the rate in force and from its cost lines', async () => {
    const company = await newCompany(owner);
    const servers = { label: 'PowerEdge', kind: 'hardware', quantity: 2, unitMinor: 745_000 };
    const first = ok(await create({ hours: 40, costs: [servers] }, company));
    expect(first).toMatchObject({
      oneTimeMinor: 2_150_000,
      ratePerHour: 16_500,
      currency: 'USD',
      status: 'proposed',
      v: 1,
    });
    ok(await ask(owner, 'POST', '/rate', { companyId: company, ratePerHour: 20_000, v: 0 }));
    expect(ok(await ask<PlannerItem>(owner, 'GET', pathOf(first))).oneTimeMinor).toBe(2_150_000);
    const edited = ok(await ask<PlannerItem>(owner, 'PATCH', pathOf(first), { v: 1, hours: 10 }));
    expect(edited).toMatchObject({ oneTimeMinor: 1_690_000, ratePerHour: 20_000, v: 2 });
    expect((await ask(owner, 'POST', '/rate', { companyId: company, ratePerHour: 1, v: 0 })).status).toBe(409);
    const costs = [{ ...servers, unitMinor: MAX_MINOR }];
    const asked = [await create({ costs }, company), await ask(owner, 'PATCH', pathOf(first), { v: 2, costs })];
    for (const { body } of asked) expect(body.errors?.[0]).toMatchObject({ path: 'costs' });
  });

  it("takes the MSP's rate where its client has none of its own, or gave that up", async () => {
    const company = await newCompany(stranger);
    const set = async (body: object) => ok(await ask<RateCard>(stranger, 'POST', '/rate', body));
    const rates = async () => {
      const paths = ['/rate', `/companies/${company}/rate`];
      return Promise.all(paths.map(async (path) => ok(await ask<RateCard>(stranger, 'GET', path))));
    };
    const shipped = { ratePerHour: 16_500, from: 'default', v: 0 };
    expect(await rates()).toEqual([shipped, shipped]);
    await set({ ratePerHour: 18_000, v: 0 });
    const ofMsp = { ratePerHour: 18_000, from: 'msp', v: 1 };
    expect(await rates()).toEqual([ofMsp, { ...ofMsp, v: 0 }]);
    const own = await set({ companyId: company, ratePerHour: 20_000, v: 0 });
    expect(await rates()).toEqual([ofMsp, { ratePerHour: 20_000, from: 'company', v: 1 }]);
    expect(await set({ companyId: company, ratePerHour: null, v: own.v })).toEqual({ ...ofMsp, v: 0 });
    expect(await rates()).toEqual([ofMsp, { ...ofMsp, v: 0 }]);
    const nothing = await ask(stranger, 'POST', '/rate', { ratePerHour: null, v: 1 });
    expect(nothing.body.errors?.[0]).toMatchObject({ path: 'ratePerHour' });
  });

  it('moves on the roadmap or into the tray, and tells two people at it apart', async () => {
    const item = ok(await create({ startDate: '2027-01-16', endDate: '2027-02-06' }));
    const moved = ok(
      await ask<PlannerItem>(owner, 'POST', `${pathOf(item)}/move`, {
        v: 1,
        startDate: '2027-04-01',
        endDate: '2027-06-30',
        lane: 'security',
      }),
    );
    expect(moved).toMatchObject({ v: 2, lane: 'security', startDate: '2027-04-01' });
    const late = await ask(owner, 'POST', `${pathOf(item)}/move`, {
      v: 1,
      startDate: '2027-07-01',
      endDate: '2027-07-30',
    });
    expect(late.body).toMatchObject({ status: 409, currentVersion: 2 });
    const tray = ok(
      await ask<PlannerItem>(owner, 'POST', `${pathOf(item)}/move`, { v: 2, startDate: null, endDate: null }),
    );
    expect(tray.startDate).toBeUndefined();
    const half = await ask(owner, 'POST', `${pathOf(item)}/move`, { v: 3, startDate: '2027-07-01', endDate: null });
    expect(half.body.errors?.[0]?.message).toBe('Give both a start and an end, or neither.');
    const backwards = await ask(owner, 'PATCH', pathOf(item), { v: 3, startDate: '2027-07-01', endDate: '2027-06-01' });
    expect(backwards.body.code).toBe('planner.dates');
    const history = ok(await ask<{ items: Activity[] }>(owner, 'GET', `${pathOf(item)}/history`));
    expect(history.items.map((entry) => entry.verb)).toEqual(['moved', 'moved', 'created']);
  });

  it('shows the client what was published, counts what was not, and can be taken back', async () => {
    const item = ok(await create({ title: 'Servers', publicNote: 'New servers.', privateNote: 'CANARY margin' }));
    expect(item.unpublishedChanges).toBe(0);
    const seen = ok(await ask<PlannerItemDetail>(owner, 'POST', `${pathOf(item)}/publish`, { v: 1 }));
    expect(seen.published).toMatchObject({ title: 'Servers', publicNote: 'New servers.', publishedVersion: 1 });
    expect(JSON.stringify(seen.published)).not.toContain('CANARY');
    const edited = ok(
      await ask<PlannerItemDetail>(owner, 'PATCH', pathOf(item), {
        v: 2,
        title: 'Two servers',
        privateNote: 'x',
        hours: 2,
      }),
    );
    expect([edited.unpublishedChanges, edited.published?.title]).toEqual([2, 'Servers']);
    const again = ok(await ask<PlannerItemDetail>(owner, 'POST', `${pathOf(item)}/publish`, { v: 3 }));
    expect([again.unpublishedChanges, again.publishedVersion, again.published?.title]).toEqual([0, 2, 'Two servers']);
    const completed = async (v: number, facts = {}) => {
      ok(await ask(owner, 'PATCH', pathOf(item), { v, status: 'completed', ...facts }));
      return ok(await ask<PlannerItemDetail>(owner, 'POST', `${pathOf(item)}/publish`, { v: v + 1 })).published;
    };
    const done = await completed(4);
    expect(done?.completedAt).toBeDefined();
    // Said once more, it was not completed anew.
    expect(await completed(6, { hours: 3 })).toMatchObject({ completedAt: done?.completedAt });
    const back = ok(await ask<PlannerItemDetail>(owner, 'POST', `${pathOf(item)}/withdraw`, { v: 8 }));
    expect(back.published).toBeUndefined();
    expect((await ask(owner, 'POST', `${pathOf(item)}/withdraw`, { v: 9 })).body.code).toBe('planner.not-published');
  });

  it('is taken off the roadmap and brought back', async () => {
    const item = ok(await create({ title: 'Archived one' }));
    ok(await ask(owner, 'POST', `${pathOf(item)}/archive`, { v: 1 }));
    const roadmap = ok(await ask<{ items: PlannerItem[] }>(owner, 'GET', `/companies/${companyId}/roadmap`));
    expect(roadmap.items.map((one) => one.title)).not.toContain('Archived one');
    expect((await ask(owner, 'POST', `${pathOf(item)}/publish`, { v: 2 })).body.code).toBe('planner.archived');
    expect((await ask(owner, 'POST', `${pathOf(item)}/archive`, { v: 2 })).body.code).toBe('planner.archived');
    expect(ok(await ask<PlannerItem>(owner, 'POST', `${pathOf(item)}/restore`, { v: 2 })).isArchived).toBe(false);
  });
});

describe('the overview of a client', () => {
  it('counts each open item once, in the quarter of its start', async () => {
    const company = await newCompany(owner);
    ok(await create({ title: 'Q1', hours: 4, startDate: '2027-01-10', endDate: '2027-05-01' }, company));
    ok(await create({ title: 'Tray' }, company));
    ok(await create({ title: 'Done', status: 'completed', startDate: '2027-01-10', endDate: '2027-01-11' }, company));
    await idle();
    const overview = ok(await ask<CompanyOverview>(owner, 'GET', `/companies/${company}/overview`));
    const figures = overview.summaries.find((one) => one.feature === 'planner')?.figures as PlannerSummary;
    expect(figures).toMatchObject({
      items: 2,
      unscheduled: 1,
      quarters: [{ year: 2027, quarter: 1, items: 1, hours: 4, oneTimeMinor: 66_000 }],
    });
  });
});

describe('who may', () => {
  it('is not another MSP, not a client user, and technicians write but do not publish', async () => {
    const item = ok(await create({ title: 'Walled' }));
    for (const [method, tail, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { v: 1, title: 'x' }],
      ['POST', '/publish', { v: 1 }],
      ['POST', '/move', { v: 1, startDate: null, endDate: null }],
    ] as const) {
      expect((await ask(stranger, method, `${pathOf(item)}${tail}`, body)).status, tail).toBe(404);
    }
    const client = await newClientUser(owner, companyId, 'admin');
    expect((await ask(client, 'GET', pathOf(item))).status).toBe(403);
    const technician = await newStaff(owner, 'technician');
    expect((await create({ title: 'By a technician' }, companyId, technician)).status).toBe(200);
    expect((await ask(technician, 'POST', `${pathOf(item)}/publish`, { v: 1 })).body.code).toBe('access.forbidden');
  });
});
