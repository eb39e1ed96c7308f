import { beforeAll, describe, expect, it } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { BudgetTemplate } from '../../shared/budgets/budget-template.ts';
import type { Company } from '../../shared/companies/company.ts';
import { ask, easyMsp, newClientUser, newCompany, newStaff, type Owner, ok } from '../identity/testing/members.ts';

let owner: Owner;
let stranger: Owner;
let companyId: string;
beforeAll(async () => {
  [owner, stranger] = await Promise.all([easyMsp(), easyMsp()]);
  companyId = await newCompany(owner);
  const { v } = ok(await ask<Company>(owner, 'GET', `/companies/${companyId}`));
  ok(await ask(owner, 'PATCH', `/companies/${companyId}`, { v, seats: 12 }));
});

const templates = async (who: { cookie: string } = owner) =>
  ok(await ask<{ items: BudgetTemplate[] }>(who, 'GET', '/budget-templates')).items;
const started = (templateId?: string) =>
  ask<BudgetDetail>(owner, 'POST', `/companies/${companyId}/budgets`, {
    title: 'Budget 2031',
    fiscalYear: 2031,
    ...(templateId ? { templateId } : {}),
  });
const keep = ({ budgetId }: BudgetDetail, name = 'Our usual year') =>
  ask<BudgetTemplate>(owner, 'POST', `/companies/${companyId}/budgets/${budgetId}/template`, { name });

describe('a budget from a template', () => {
  it('starts with copies of its lines, for the client`s seats', async () => {
    const budget = ok(await started('standard-it-support'));
    expect(budget.lines[0]).toMatchObject({
      label: 'Managed support',
      quantity: 12,
      unitMinor: 11_000,
      amountMinor: 12 * 11_000 * 12,
      startDate: '2031-01-01',
      status: 'draft',
    });
    expect(budget.sums.draft).toBe(budget.lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0));
  });

  it('is refused when there is no such template', async () => {
    for (const id of ['no-such-thing', '01hzzzzzzzzzzzzzzzzzzzzzzz']) {
      const answer = await started(id);
      expect([answer.status, answer.body.code]).toEqual([404, 'budget-template.not-found']);
    }
  });

  it('stays as it is when the template goes: it was a copy', async () => {
    const kept = ok(await keep(ok(await started('security-enhancement'))));
    expect((await templates())[0]).toMatchObject({ templateId: kept.templateId, shipped: false });
    const budget = ok(await started(kept.templateId));
    expect(budget.lineCount).toBe(kept.lines.length);
    ok(await ask(owner, 'DELETE', `/budget-templates/${kept.templateId}`, { v: kept.v }));
    expect((await templates()).map(({ templateId }) => templateId)).not.toContain(kept.templateId);
    const after = ok(await ask<BudgetDetail>(owner, 'GET', `/companies/${companyId}/budgets/${budget.budgetId}`));
    expect(after.lineCount).toBe(budget.lineCount);
  });
});

describe('a template of our own', () => {
  it('needs lines to keep', async () => {
    const answer = await keep(ok(await started()));
    expect([answer.status, answer.body.code]).toEqual([422, 'template.empty']);
  });

  it('carries no answer of the client and no planner item with it', async () => {
    const budget = ok(await started('project-implementation'));
    const kept = ok(await keep(budget, 'Project'));
    expect(Object.keys(kept.lines[0] ?? {}).sort()).toEqual(
      ['label', 'month', 'note', 'perSeat', 'quantity', 'recurrence', 'termMonths', 'type', 'unitMinor'].sort(),
    );
  });
});

describe('who sees and changes templates', () => {
  it('is nobody of another MSP and no client user; a viewer reads', async () => {
    const kept = ok(await keep(ok(await started('standard-it-support')), 'Secret prices'));
    expect((await templates(stranger)).every(({ shipped }) => shipped)).toBe(true);
    const path = `/budget-templates/${kept.templateId}`;
    expect((await ask(stranger, 'DELETE', path, { v: kept.v })).status).toBe(404);
    const client = await newClientUser(owner, companyId, 'admin');
    expect((await ask(client, 'GET', '/budget-templates')).status).toBe(403);
    const viewer = await newStaff(owner, 'viewer');
    expect((await templates(viewer)).length).toBeGreaterThan(4);
    expect((await ask(viewer, 'DELETE', path, { v: kept.v })).status).toBe(403);
  });
});
