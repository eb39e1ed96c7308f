import { beforeAll, describe, expect, it } from 'vitest';
import { type BudgetDetail, type BudgetLine, MOST_LINES } from '../../shared/budgets/budget.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import { systemScope } from '../_kit/scope.ts';
import { as } from '../_kit/testing/world.ts';
import { ask, easyMsp, newCompany, type Owner, ok } from '../identity/testing/members.ts';
import { BudgetLineEntity, type BudgetLineRow } from './budget.entity.ts';
import { readBudget } from './budget-records.ts';

let owner: Owner;
let companyId: string;
beforeAll(async () => {
  owner = await easyMsp();
  companyId = await newCompany(owner);
});

const at = (path = '') => `/companies/${companyId}${path}`;
const server = { label: 'Server', kind: 'hardware', quantity: 1, unitMinor: 745_000 };

async function plan(more: object = {}): Promise<PlannerItemDetail> {
  const facts = { title: 'New server', hours: 20, costs: [server], startDate: '2031-03-03', endDate: '2031-04-30' };
  return ok(await ask<PlannerItemDetail>(owner, 'POST', at('/planner-items'), { ...facts, ...more }));
}

async function draft({ plannerItemId }: PlannerItemDetail): Promise<BudgetDetail> {
  const fresh = { title: 'Budget 2031', fiscalYear: 2031, plannerItemIds: [plannerItemId] };
  return ok(await ask<BudgetDetail>(owner, 'POST', at('/budgets'), fresh));
}

describe('a line of a budget', () => {
  it('is read again whatever its items are called, and holds each cost against its own', async () => {
    const firewall = { label: 'Firewall '.repeat(13).trim(), kind: 'hardware', quantity: 1 };
    const costs = [
      { ...firewall, unitMinor: 100_000 },
      { ...firewall, unitMinor: 30_000, recurrence: 'annual' },
    ];
    const item = await plan({
      title: 'Long '.repeat(32).trim(),
      costs,
      startDate: '2030-02-01',
      endDate: '2030-03-01',
    });
    const budget = await draft(item);
    ok(await ask(owner, 'PATCH', at(`/planner-items/${item.plannerItemId}`), { v: item.v, hours: 30 }));
    const { lines } = ok(await ask<BudgetDetail>(owner, 'GET', at(`/budgets/${budget.budgetId}`)));
    expect(lines.map(({ label, amountMinor, stale }) => [label.length, amountMinor, stale?.quantity])).toEqual([
      [160, 0, undefined],
      [160, 30_000, undefined],
      [160, 0, 30],
    ]);
  });

  it('takes no line that comes to more than its sums can hold', async () => {
    const budget = await draft(await plan());
    const big = { label: 'Everything', type: 'other', quantity: 100_000, unitMinor: 1_000_000_000_000 };
    const line = { ...big, startDate: '2031-01-01', v: budget.v };
    const answer = await ask(owner, 'POST', at(`/budgets/${budget.budgetId}/lines`), line);
    expect([answer.status, answer.body.code]).toEqual([422, 'budget.line-too-large']);
  });
});

describe('a planner item whose lines are taken out', () => {
  const linksOf = async (path: string) => ok(await ask<Links>(owner, 'GET', at(`${path}/links`))).items;

  it('is linked while a line of it is left, comes back with the next, and is let go of with the draft', async () => {
    const item = await plan();
    let budget = await draft(item);
    const path = `/budgets/${budget.budgetId}`;
    const takeOut = async () => {
      const [line] = budget.lines as [BudgetLine];
      budget = ok(await ask<BudgetDetail>(owner, 'DELETE', at(`${path}/lines/${line.budgetLineId}`), { v: budget.v }));
    };
    await takeOut();
    expect(await linksOf(path)).toHaveLength(1);
    await takeOut();
    expect([budget.lines, await linksOf(path)]).toEqual([[], []]);
    const again = { v: budget.v, plannerItemIds: [item.plannerItemId] };
    budget = ok(await ask<BudgetDetail>(owner, 'POST', at(`${path}/items`), again));
    expect([budget.lines.length, (await linksOf(path)).length]).toEqual([2, 1]);
    ok(await ask(owner, 'DELETE', at(path), { v: budget.v }));
    expect(await linksOf(`/planner-items/${item.plannerItemId}`)).toEqual([]);
  });

  it('does not hold a draft back, from however many items its lines came', async () => {
    const budget = await draft(await plan());
    const { mspId } = owner;
    await as('budgets-api', async () => {
      const scope = systemScope(mspId, 'test');
      const { lines } = await readBudget(scope, budget);
      const [row] = lines as [BudgetLineRow];
      const others = Array.from({ length: MOST_LINES - lines.length }, () => {
        const source = { plannerItemId: newId(), part: 'labour' };
        return { ...row, budgetLineId: newId(), pulledFrom: source };
      });
      await commit(
        scope,
        others.map((line) => put(BudgetLineEntity, line, { audit: false })),
      );
    });
    const path = at(`/budgets/${budget.budgetId}`);
    ok(await ask(owner, 'DELETE', path, { v: budget.v }));
    expect((await ask(owner, 'GET', path)).status).toBe(404);
  });
});
