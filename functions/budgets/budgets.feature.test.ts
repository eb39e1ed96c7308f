import { beforeAll, describe, expect, it } from 'vitest';
import type { Budget, BudgetDetail, BudgetLine } from '../../shared/budgets/budget.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import {
  ask,
  easyMsp,
  type Member,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
} from '../identity/testing/members.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;
beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
});

const at = (path = '') => `/companies/${companyId}${path}`;

/** Two servers and twenty hours of work, due in March 2031. */
async function plan(more: object = {}): Promise<PlannerItemDetail> {
  const facts = {
    title: 'New servers',
    hours: 20,
    costs: [{ label: 'Two servers', kind: 'hardware', quantity: 2, unitMinor: 745_000 }],
    startDate: '2031-03-03',
    endDate: '2031-04-30',
    ...more,
  };
  return ok(await ask<PlannerItemDetail>(owner, 'POST', at('/planner-items'), facts));
}

async function draft(...items: PlannerItemDetail[]): Promise<BudgetDetail> {
  const plannerItemIds = items.map(({ plannerItemId }) => plannerItemId);
  const fresh = { title: 'Budget 2031', fiscalYear: 2031, plannerItemIds };
  return ok(await ask<BudgetDetail>(owner, 'POST', at('/budgets'), fresh));
}

const read = async ({ budgetId }: Budget) => ok(await ask<BudgetDetail>(owner, 'GET', at(`/budgets/${budgetId}`)));
const hardware = ({ lines }: BudgetDetail) => lines.find((line) => line.type === 'hardware') as BudgetLine;
const lineAt = (budget: BudgetDetail, line: BudgetLine, verb = '') =>
  at(`/budgets/${budget.budgetId}/lines/${line.budgetLineId}${verb}`);

async function reprice(item: PlannerItemDetail, unitMinor: number): Promise<PlannerItemDetail> {
  const costs = item.costs.map((cost) => ({ ...cost, unitMinor }));
  return ok(
    await ask<PlannerItemDetail>(owner, 'PATCH', at(`/planner-items/${item.plannerItemId}`), { v: item.v, costs }),
  );
}

describe('a budget built from planner items', () => {
  it('takes labour from hours and rate, the rest from cost lines, and adds up', async () => {
    const item = await plan();
    const budget = await draft(item);
    expect(
      budget.lines.map(({ type, quantity, unitMinor, amountMinor }) => [type, quantity, unitMinor, amountMinor]),
    ).toEqual([
      ['hardware', 2, 745_000, 1_490_000],
      ['labour', 20, item.ratePerHour, 20 * item.ratePerHour],
    ]);
    expect(budget.sums).toMatchObject({ draft: 1_490_000 + 20 * item.ratePerHour, pending: 0 });
    expect(budget.lines.every(({ stale }) => stale === undefined)).toBe(true);
  });

  it('leaves out nothing silently: an item that does not exist is refused', async () => {
    const answer = await ask(owner, 'POST', at('/budgets'), {
      title: 'Budget 2031',
      fiscalYear: 2031,
      plannerItemIds: ['01hzzzzzzzzzzzzzzzzzzzzzzz'],
    });
    expect([answer.status, answer.body.detail]).toEqual([404, expect.stringContaining('planner item')]);
  });
});

describe('a line whose planner item moved on', () => {
  it('shows the difference, and takes it over only when it is pulled', async () => {
    const item = await plan();
    const budget = await draft(item);
    await reprice(item, 800_000);
    const stale = await read(budget);
    expect(hardware(stale)).toMatchObject({
      unitMinor: 745_000,
      stale: { unitMinor: 800_000, amountMinor: 1_600_000, differenceMinor: 110_000, gone: false },
    });
    const pulled = ok(await ask<BudgetDetail>(owner, 'POST', lineAt(stale, hardware(stale), '/pull'), { v: stale.v }));
    expect(hardware(pulled)).toMatchObject({ unitMinor: 800_000, amountMinor: 1_600_000 });
    expect(hardware(await read(budget)).stale).toBeUndefined();
  });

  it('shows none for a change that leaves its figures alone', async () => {
    const item = await plan();
    const budget = await draft(item);
    ok(await ask(owner, 'PATCH', at(`/planner-items/${item.plannerItemId}`), { v: item.v, title: 'Two new servers' }));
    expect(hardware(await read(budget)).stale).toBeUndefined();
  });

  it('is left as it is when that was decided, until the item changes once more', async () => {
    const item = await plan();
    const budget = await draft(item);
    const dearer = await reprice(item, 800_000);
    const stale = await read(budget);
    const kept = ok(await ask<BudgetDetail>(owner, 'POST', lineAt(stale, hardware(stale), '/keep'), { v: stale.v }));
    expect(hardware(kept)).toMatchObject({ unitMinor: 745_000 });
    expect(hardware(await read(budget)).stale).toBeUndefined();
    await reprice(dearer, 900_000);
    expect(hardware(await read(budget)).stale).toMatchObject({ unitMinor: 900_000 });
  });

  it('shows the difference to the planner as well when the line was changed by hand', async () => {
    const budget = await draft(await plan());
    const line = hardware(budget);
    ok(await ask(owner, 'PATCH', lineAt(budget, line), { v: budget.v, quantity: 3 }));
    expect(hardware(await read(budget))).toMatchObject({
      quantity: 3,
      stale: { quantity: 2, differenceMinor: -745_000 },
    });
  });

  it('says that its item is gone once it is archived, and cannot be pulled any more', async () => {
    const item = await plan();
    const budget = await draft(item);
    ok(await ask(owner, 'POST', at(`/planner-items/${item.plannerItemId}/archive`), { v: item.v }));
    const stale = await read(budget);
    expect(hardware(stale).stale).toMatchObject({ gone: true, differenceMinor: -1_490_000 });
    const answer = await ask(owner, 'POST', lineAt(stale, hardware(stale), '/pull'), { v: stale.v });
    expect([answer.status, answer.body.code]).toEqual([422, 'budget.item-gone']);
  });
});

describe('what the client has been sent', () => {
  it('is locked until it is pulled anew or the budget is replaced', async () => {
    const draftBudget = await draft(await plan());
    const path = at(`/budgets/${draftBudget.budgetId}`);
    const sent = ok(
      await ask<BudgetDetail>(owner, 'POST', `${path}/send`, { v: draftBudget.v, dueDate: '2030-12-01' }),
    );
    expect([sent.status, sent.openLines]).toEqual(['pending', 2]);
    const locked = await ask(owner, 'PATCH', lineAt(sent, hardware(sent)), { v: sent.v, quantity: 9 });
    expect([locked.status, locked.body.code]).toEqual([422, 'budget.line-locked']);
    const deleted = await ask(owner, 'DELETE', path, { v: sent.v });
    expect([deleted.status, deleted.body.code]).toEqual([422, 'budget.sent']);
    const next = ok(await ask<BudgetDetail>(owner, 'POST', `${path}/replace`, { v: sent.v }));
    expect(next).toMatchObject({ status: 'draft', replaces: sent.budgetId, sentVersion: 0, lineCount: 2 });
    expect((await read(sent)).status).toBe('obsolete');
    const told = ok(await ask<Page<Activity>>(owner, 'GET', `${path}/history`)).items;
    expect(told.map(({ verb }) => verb)).toEqual(['replaced', 'sent', 'created']);
  });
});

describe('two people at one budget', () => {
  it('do not overwrite each other: the later one is told, and nothing is lost', async () => {
    const budget = await draft(await plan());
    const path = at(`/budgets/${budget.budgetId}`);
    ok(await ask(owner, 'PATCH', path, { v: budget.v, title: 'First' }));
    const late = await ask(owner, 'PATCH', path, { v: budget.v, title: 'Second' });
    expect(late.body).toMatchObject({ status: 409, currentVersion: budget.v + 1 });
    expect((await read(budget)).title).toBe('First');
  });
});

describe('who sees and changes it', () => {
  it('is nobody of another MSP, no client user, and staff only for the clients they are named for', async () => {
    const budget = await draft(await plan());
    const path = at(`/budgets/${budget.budgetId}`);
    expect((await ask(stranger, 'GET', path)).status).toBe(404);
    const used = async (who: Member) => ok(await ask<Links>(who, 'GET', `${path}/links`)).items;
    expect(await used(owner)).toMatchObject([{ from: { type: 'planner-item' }, role: 'budgeted-in' }]);
    expect(await used(stranger)).toEqual([]);
    expect((await ask<{ items: [] }>(stranger, 'GET', at('/budgets'))).body.items).toEqual([]);
    const client = await newClientUser(owner, companyId, 'admin');
    const elsewhere = await newStaff(owner, 'manager', [await newCompany(owner)]);
    expect(ok(await ask<Page<Activity>>(stranger, 'GET', `${path}/history`)).items).toEqual([]);
    for (const one of [path, `${path}/links`, `${path}/history`]) {
      expect((await ask(client, 'GET', one)).status).toBe(403);
      expect((await ask(elsewhere, 'GET', one)).status).toBe(404);
    }
  });

  it('lets a viewer read and neither change nor send', async () => {
    const budget = await draft(await plan());
    const path = at(`/budgets/${budget.budgetId}`);
    const viewer: Member = await newStaff(owner, 'viewer');
    expect((await ask(viewer, 'GET', path)).status).toBe(200);
    for (const [method, to] of [
      ['PATCH', path],
      ['POST', `${path}/send`],
    ] as const) {
      const answer = await ask(viewer, method, to, { v: budget.v, title: 'Mine' });
      expect([answer.status, answer.body.code]).toEqual([403, 'access.forbidden']);
    }
  });
});
