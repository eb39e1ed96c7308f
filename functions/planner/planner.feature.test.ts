import { beforeAll, describe, expect, it } from 'vitest';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { PlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { PlannerSummary } from '../../shared/planner/planner-summary.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { idle } from '../_kit/testing/world.ts';
import { raiseFinding } from '../findings/testing/raised.ts';
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

const openFinding = (company = companyId) => raiseFinding(owner, company);

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
    const back = ok(await ask<PlannerItemDetail>(owner, 'POST', `${pathOf(item)}/withdraw`, { v: 4 }));
    expect(back.published).toBeUndefined();
    expect((await ask(owner, 'POST', `${pathOf(item)}/withdraw`, { v: 5 })).body.code).toBe('planner.not-published');
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

describe('an item out of a finding', () => {
  it('marks the finding as planned and links both ways, once', async () => {
    const company = await newCompany(owner);
    const finding = await openFinding(company);
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

  it('is refused for a finding of another client, and then nothing is made', async () => {
    const finding = await openFinding();
    const other = await newCompany(owner);
    expect((await create({ findingId: finding.findingId }, other)).body.code).toBe('finding.not-found');
    expect(ok(await ask<{ items: PlannerItem[] }>(owner, 'GET', items(other))).items).toEqual([]);
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
