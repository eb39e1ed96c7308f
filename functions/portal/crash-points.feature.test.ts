import { expect } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import { recoversEverywhere } from '../_kit/testing/trial/crash-points.ts';
import type { Hand } from '../_kit/testing/trial/scenario.ts';
import { ask, easyMsp, type Member, newClientUser, type Owner, ok } from '../identity/testing/members.ts';
import { type Presented, present } from './testing/sent-budget.ts';

interface World extends Presented {
  mspId: string;
  owner: Owner;
  approver: Member;
}

async function prepare(): Promise<World> {
  const owner = await easyMsp();
  const client = await present(owner, 'Cedar Ridge');
  const approver = await newClientUser(owner, client.companyId, 'approver');
  return { ...client, mspId: owner.mspId, owner, approver };
}

/** The client answers a budget: lines, planner item, link, figures, audit and bells follow. */
async function play({ approver, budget }: World, { write, settle }: Hand): Promise<void> {
  const { budgetId, sentVersion, lines } = budget;
  const answers = lines.map(({ budgetLineId }) => ({ budgetLineId, decision: 'approved' }));
  const path = `/portal/budgets/${budgetId}/answers`;
  await write({ operation: 'answer', method: 'POST', path, body: { sentVersion, answers }, cookie: approver.cookie });
  await settle();
}

async function holds({ owner, companyId, budget, item }: World): Promise<void> {
  const read = async <T>(path: string) => ok(await ask<T>(owner, 'GET', `/companies/${companyId}${path}`));
  const { lines } = await read<BudgetDetail>(`/budgets/${budget.budgetId}`);
  expect(lines.every(({ status }) => status === 'approved')).toBe(true);
  expect((await read<{ status: string }>(`/planner-items/${item.plannerItemId}`)).status).toBe('approved');
}

recoversEverywhere({ feature: 'portal', prepare, play, holds, blind: { 'planner-item': ['v'] } });
