import { beforeAll, describe, expect, it } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { Forecast } from '../../shared/budgets/forecast.ts';
import type { ForecastRules } from '../../shared/budgets/forecast-rules.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { logs } from '../_kit/testing/world.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let stranger: Owner;
beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
});

const managed = {
  categoryKey: 'managed-services',
  label: 'Managed services',
  baseYearAmount: 5_580_000,
  perYearIncreasePercent: 4,
  isIncreaseEnabled: true,
  manualOverrides: {},
};
const rules = (own: object = {}) => ({
  baseYear: 2030,
  yearsForward: 3,
  globalDefaultIncreasePercent: 0,
  applyGlobalToAll: false,
  renewalsAssumed: true,
  devicesCounted: true,
  hardwareIncreasePercent: 0,
  overdueQuarters: 1,
  rules: [managed],
  v: 0,
  ...own,
});

const save = (who: { cookie: string }, companyId: string, own: object = {}) =>
  ask<ForecastRules>(who, 'PUT', `/companies/${companyId}/forecast/rules`, rules(own));
const read = async (companyId: string, query = '') =>
  ok(await ask<Forecast>(owner, 'GET', `/companies/${companyId}/forecast${query}`));
const yearsOf = ({ categories }: Forecast, key: string) =>
  categories.find((one) => one.key === key)?.cells.map(({ minor }) => minor);

const plan = async (companyId: string, own: object = {}) =>
  ok(
    await ask<PlannerItemDetail>(owner, 'POST', `/companies/${companyId}/planner-items`, {
      title: 'New servers',
      costs: [{ label: 'Two servers', kind: 'hardware', quantity: 2, unitMinor: 745_000 }],
      startDate: '2031-03-03',
      endDate: '2031-04-30',
      ...own,
    }),
  );

describe('the forecast of a client', () => {
  it('joins planned work, lines by hand and what rules say, and adds up', async () => {
    const companyId = await newCompany(owner);
    const item = await plan(companyId);
    await plan(companyId, { title: 'Some day', startDate: undefined, endDate: undefined });
    const draft = { title: 'Budget 2031', fiscalYear: 2031, plannerItemIds: [item.plannerItemId] };
    const budget = ok(await ask<BudgetDetail>(owner, 'POST', `/companies/${companyId}/budgets`, draft));
    const phones = { label: 'Phones', type: 'subscription', quantity: 1, unitMinor: 9_900, recurrence: 'monthly' };
    const line = { ...phones, startDate: '2031-01-01', v: budget.v };
    ok(await ask(owner, 'POST', `/companies/${companyId}/budgets/${budget.budgetId}/lines`, line));
    ok(await save(owner, companyId));

    const told = await read(companyId);
    expect(told.years).toEqual([2030, 2031, 2032, 2033]);
    expect(yearsOf(told, 'managed-services')).toEqual([5_580_000, 5_803_200, 6_035_328, 6_276_741]);
    expect(yearsOf(told, 'hardware')).toEqual([0, 1_490_000, 0, 0]);
    expect(yearsOf(told, 'subscription')).toEqual([0, 118_800, 118_800, 118_800]);
    expect(told.totals.map(({ minor }) => minor)).toEqual([5_580_000, 7_412_000, 6_154_128, 6_395_541]);
    expect(told.leftOut).toMatchObject({ undated: 1, unpricedLicences: 0, otherCurrency: 0 });
    const hardware = told.categories.find(({ key }) => key === 'hardware');
    expect(hardware?.lines[0]).toMatchObject({
      source: { type: 'planner-item', id: item.plannerItemId },
      status: 'proposed',
      amounts: [
        [0, 0, 0, 0],
        [1_490_000, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
    });
  });

  it('follows the planner at once: nothing of it is kept', async () => {
    const companyId = await newCompany(owner);
    const item = await plan(companyId);
    ok(await save(owner, companyId, { rules: [] }));
    expect(yearsOf(await read(companyId), 'hardware')).toEqual([0, 1_490_000, 0, 0]);
    const moved = { v: item.v, startDate: '2032-03-03', endDate: '2032-04-30' };
    ok(await ask(owner, 'POST', `/companies/${companyId}/planner-items/${item.plannerItemId}/move`, moved));
    expect(yearsOf(await read(companyId), 'hardware')).toEqual([0, 0, 1_490_000, 0]);
    expect(yearsOf(await read(companyId, '?weighted=true'), 'hardware')).toEqual([0, 0, 596_000, 0]);
  });

  it('keeps what recurs of work that is done, counts late work now, and begins no earlier than this year', async () => {
    const companyId = await newCompany(owner);
    const year = new Date().getUTCFullYear();
    const seats = { label: 'Seats', kind: 'subscription', quantity: 1, unitMinor: 60_000, recurrence: 'monthly' };
    const lastYear = { startDate: `${year - 1}-01-10`, endDate: `${year - 1}-02-10` };
    const done = await plan(companyId, { ...lastYear, costs: [seats], hours: 20, status: 'completed' });
    ok(await ask(owner, 'POST', `/companies/${companyId}/planner-items/${done.plannerItemId}/archive`, { v: done.v }));
    await plan(companyId, lastYear);
    ok(await save(owner, companyId, { baseYear: year - 1 }));
    const told = await read(companyId);
    expect([told.years, told.rules.baseYear]).toEqual([[year, year + 1, year + 2, year + 3], year - 1]);
    expect(yearsOf(told, 'managed-services')?.[0]).toBe(5_803_200);
    expect(yearsOf(told, 'subscription')).toEqual([720_000, 720_000, 720_000, 720_000]);
    expect(yearsOf(told, 'hardware')).toEqual([1_490_000, 0, 0, 0]);
    expect(yearsOf(told, 'labour')).toBeUndefined();
    expect(told.leftOut).toMatchObject({ undated: 0, otherCurrency: 0 });
  });

  it('starts in the present fiscal year and assumes no growth until somebody says so', async () => {
    const told = await read(await newCompany(owner));
    expect(told.rules).toMatchObject({ v: 0, yearsForward: 3, globalDefaultIncreasePercent: 0, rules: [] });
    expect([told.categories, told.forwardMinor]).toEqual([[], 0]);
    expect(told.years).toHaveLength(4);
  });

  it('keeps an amount set by hand over what is calculated', async () => {
    const companyId = await newCompany(owner);
    await plan(companyId);
    const hardware = { ...managed, categoryKey: 'hardware', label: 'Hardware', manualOverrides: { 2031: 1_000_000 } };
    ok(await save(owner, companyId, { rules: [hardware] }));
    const cell = (await read(companyId)).categories[0]?.cells[1];
    expect(cell).toMatchObject({ minor: 1_000_000, basis: 'override', calculatedMinor: 1_490_000 });
  });
});

describe('two people at the rules of one client', () => {
  it('do not overwrite each other, neither at the first saving nor later', async () => {
    const companyId = await newCompany(owner);
    const first = ok(await save(owner, companyId));
    expect(first.v).toBe(1);
    const late = await save(owner, companyId);
    expect([late.status, late.body.currentVersion]).toEqual([409, 1]);
    expect(ok(await save(owner, companyId, { v: 1, yearsForward: 5 })).v).toBe(2);
    expect((await save(owner, companyId, { v: 1 })).status).toBe(409);
  });

  it('are told which field is wrong', async () => {
    const companyId = await newCompany(owner);
    const answer = await save(owner, companyId, { rules: [{ ...managed, perYearIncreasePercent: 400 }] });
    expect([answer.status, answer.body.errors?.[0]?.path]).toEqual([400, 'rules.0.perYearIncreasePercent']);
  });
});

describe('who sees and changes it', () => {
  it('is nobody of another MSP, no client user, and staff only for the clients they are named for', async () => {
    const companyId = await newCompany(owner);
    ok(await save(owner, companyId));
    const path = `/companies/${companyId}/forecast`;
    expect((await ask(stranger, 'GET', path)).status).toBe(404);
    expect((await save(stranger, companyId)).status).toBe(404);
    expect((await ask(await newClientUser(owner, companyId, 'admin'), 'GET', path)).status).toBe(403);
    const elsewhere = await newStaff(owner, 'manager', [await newCompany(owner)]);
    expect((await ask(elsewhere, 'GET', path)).status).toBe(404);
    expect((await save(elsewhere, companyId, { v: 1 })).status).toBe(404);
  });

  it('lets a viewer read and not change it', async () => {
    const companyId = await newCompany(owner);
    const viewer = await newStaff(owner, 'viewer');
    expect((await ask(viewer, 'GET', `/companies/${companyId}/forecast`)).status).toBe(200);
    expect((await save(viewer, companyId)).status).toBe(403);
  });
});

describe('what it costs to read', () => {
  /** The session costs one unit of every request. */
  const SESSION = 1;

  it('is little for a plan of twenty items, in two round trips with the session', async () => {
    const companyId = await newCompany(owner);
    await Promise.all(Array.from({ length: 20 }, (_, at) => plan(companyId, { title: `Work ${at}` })));
    ok(await save(owner, companyId));
    await read(companyId);
    await read(companyId);
    const [line] = (await logs())
      .filter(({ operation, mspId }) => operation === 'budgets.forecast' && mspId === owner.mspId)
      .slice(-1);
    expect((line?.units?.read ?? 99) - SESSION).toBeLessThanOrEqual(7);
    expect(line?.units?.depth).toBeLessThanOrEqual(2);
  });
});
