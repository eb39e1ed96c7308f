import { expect } from 'vitest';
import type { Budget, BudgetDetail } from '../../shared/budgets/budget.ts';
import type { BudgetTemplate } from '../../shared/budgets/budget-template.ts';
import type { Product } from '../../shared/budgets/product.ts';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { ask, type ClientAtWork, clientAtWork, ok } from '../identity/testing/members.ts';

const dishes = {
  label: 'Satellite backup',
  type: 'subscription',
  quantity: 1,
  unitMinor: 9_900,
  recurrence: 'monthly',
};

const managed = {
  categoryKey: 'managed-services',
  label: 'Managed services',
  baseYearAmount: 5_580_000,
  perYearIncreasePercent: 4,
  isIncreaseEnabled: true,
  manualOverrides: { 2032: 6_000_000 },
};

async function catalogue({ write }: Hand, cookie: string): Promise<void> {
  const body = { name: 'Backup seat', sku: 'BK-1', type: 'subscription', unitPriceMinor: 400, recurrence: 'monthly' };
  let product = await write<Product>({ operation: 'createProduct', method: 'POST', path: '/products', body, cookie });
  const turn = async (operation: string, method: 'POST' | 'PATCH', tail: string, change: object = {}) => {
    const path = `/products/${product.productId}${tail}`;
    product = await write<Product>({ operation, method, path, body: { v: product.v, ...change }, cookie });
  };
  await turn('editProduct', 'PATCH', '', { unitPriceMinor: 500, sku: 'BK-2' });
  await turn('archiveProduct', 'POST', '/archive');
  await turn('restoreProduct', 'POST', '/restore');
}

async function play({ owner, approver, companyId }: ClientAtWork, hand: Hand): Promise<void> {
  const { write, last } = hand;
  const { cookie } = owner;
  const budgets = `/companies/${companyId}/budgets`;
  const items = `/companies/${companyId}/planner-items`;
  const plan = async (title: string) =>
    ok(
      await ask<PlannerItemDetail>(owner, 'POST', items, {
        title,
        hours: 10,
        startDate: '2031-02-01',
        endDate: '2031-03-01',
      }),
    );
  const [servers, firewall] = [await plan('Servers'), await plan('Firewall')];
  const create = { title: 'IT budget 2031', fiscalYear: 2031, plannerItemIds: [servers.plannerItemId] };
  let budget = await write<BudgetDetail>({ operation: 'create', method: 'POST', path: budgets, body: create, cookie });
  const at = () => `${budgets}/${budget.budgetId}`;
  const turn = async (operation: string, method: 'POST' | 'PATCH' | 'DELETE', tail: string, body: object = {}) => {
    const write1 = { operation, method, path: `${at()}${tail}`, body: { v: budget.v, ...body }, cookie };
    budget = await write<BudgetDetail>(write1);
  };
  const lineOf = (label: string) => budget.lines.find((line) => line.label.startsWith(label))?.budgetLineId;
  await turn('edit', 'PATCH', '', { title: 'IT budget for 2031', dueDate: '2030-12-04' });
  await turn('addItems', 'POST', '/items', { plannerItemIds: [firewall.plannerItemId] });
  await turn('addLine', 'POST', '/lines', { ...dishes, startDate: '2031-01-01' });
  await turn('editLine', 'PATCH', `/lines/${lineOf('Satellite')}`, { quantity: 2 });
  ok(await ask(owner, 'PATCH', `${items}/${servers.plannerItemId}`, { v: servers.v, hours: 20 }));
  ok(await ask(owner, 'PATCH', `${items}/${firewall.plannerItemId}`, { v: firewall.v, hours: 30 }));
  await turn('pullLine', 'POST', `/lines/${lineOf('Servers')}/pull`);
  await turn('keepLine', 'POST', `/lines/${lineOf('Firewall')}/keep`);
  await turn('send', 'POST', '/send');
  const { sentVersion } = budget;
  const answers = [{ budgetLineId: lineOf('Servers'), decision: 'approved' }];
  ok(await ask(approver, 'POST', `/portal/budgets/${budget.budgetId}/answers`, { sentVersion, answers }));
  budget = ok(await ask<BudgetDetail>(owner, 'GET', at()));
  await turn('replace', 'POST', '/replace');
  await turn('removeLine', 'DELETE', `/lines/${lineOf('Satellite')}`);
  const rules = { baseYear: 2030, yearsForward: 3, globalDefaultIncreasePercent: 3, applyGlobalToAll: true };
  const devices = { devicesCounted: true, hardwareIncreasePercent: 2.5, overdueQuarters: 4 };
  const ruled = { ...rules, ...devices, renewalsAssumed: true, rules: [managed] };
  const path = `/companies/${companyId}/forecast/rules`;
  for (const v of [0, 1]) {
    await write({ operation: 'setForecastRules', method: 'PUT', path, body: { ...ruled, v }, cookie });
  }
  await catalogue(hand, cookie);
  const kept = await write<BudgetTemplate>({
    operation: 'saveTemplate',
    method: 'POST',
    path: `${at()}/template`,
    body: { name: 'Our usual year' },
    cookie,
  });
  const gone = { path: `/budget-templates/${kept.templateId}`, body: { v: kept.v }, cookie };
  await write({ operation: 'removeTemplate', method: 'DELETE', ...gone });
  const draft = { title: 'Never to be', fiscalYear: 2032, plannerItemIds: [] };
  const extra = await write<BudgetDetail>({ operation: 'create', method: 'POST', path: budgets, body: draft, cookie });
  const body = { v: extra.v };
  await last({ operation: 'remove', method: 'DELETE', path: `${budgets}/${extra.budgetId}`, body, cookie });
}

/** Every sum is the sum of its lines, and the overview is a recount. */
async function holds({ owner, companyId }: ClientAtWork): Promise<void> {
  const read = async <T>(path: string) => ok(await ask<T>(owner, 'GET', `/companies/${companyId}${path}`));
  const { items } = await read<{ items: Budget[] }>('/budgets');
  expect(items.map(({ status }) => status)).toEqual(['draft', 'obsolete']);
  for (const { budgetId } of items) {
    const { sums, lines, lineCount } = await read<BudgetDetail>(`/budgets/${budgetId}`);
    const total = (status: string) =>
      lines.filter((line) => line.status === status).reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    expect(sums).toEqual(Object.fromEntries(Object.keys(sums).map((status) => [status, total(status)])));
    expect(lineCount).toBe(lines.length);
  }
  const { summaries } = await read<CompanyOverview>('/overview');
  expect(summaries.map(({ feature }) => feature)).toContain('budgets');
}

survives({ feature: 'budgets', prepare: clientAtWork, play, holds });
