import { expect } from 'vitest';
import type { BudgetDetail } from '../../shared/budgets/budget.ts';
import type { CompanyOverview } from '../../shared/companies/overview.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import type { Feature } from '../../shared/kernel/features.ts';
import type { Link } from '../../shared/kernel/link.ts';
import type { Notification, Unread } from '../../shared/notifications/notification.ts';
import type { PlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { type Hand, survives } from '../_kit/testing/trial/trial.ts';
import { findingsOf, observe, weakControl } from '../findings/testing/raised.ts';
import { ask, type ClientAtWork, clientAtWork, ok } from '../identity/testing/members.ts';

/** From two findings to the client's answers: what Fairlead is for, over all features that take part. */
async function play({ mspId, owner, approver, companyId }: ClientAtWork, { write, last }: Hand): Promise<void> {
  const post = <T>(feature: Feature, operation: string, path: string, body: object) =>
    write<T>({
      feature,
      operation,
      method: 'POST',
      path: `/companies/${companyId}${path}`,
      body,
      cookie: owner.cookie,
    });
  await observe(mspId, companyId, [weakControl('legacy'), weakControl('admins')]);
  const plannerItemIds: string[] = [];
  for (const { findingId, title } of (await findingsOf(owner, companyId)).toSorted((a, b) =>
    a.title < b.title ? -1 : 1,
  )) {
    const body = { title, findingId, hours: 8, startDate: '2031-02-01', endDate: '2031-03-01' };
    const { plannerItemId, v } = await post<PlannerItemDetail>('planner', 'create', '/planner-items', body);
    await post('planner', 'publish', `/planner-items/${plannerItemId}/publish`, { v });
    plannerItemIds.push(plannerItemId);
  }
  const draft = { title: 'IT budget 2031', fiscalYear: 2031, plannerItemIds };
  const { budgetId, v } = await post<BudgetDetail>('budgets', 'create', '/budgets', draft);
  const { lines, sentVersion } = await post<BudgetDetail>('budgets', 'send', `/budgets/${budgetId}/send`, { v });
  const lineOf = (key: string) => lines.find(({ label }) => label.includes(key))?.budgetLineId;
  const answer = (key: string, decision: object) => ({
    operation: 'answer',
    method: 'POST' as const,
    path: `/portal/budgets/${budgetId}/answers`,
    body: { sentVersion, answers: [{ budgetLineId: lineOf(key), ...decision }] },
    cookie: approver.cookie,
  });
  await write(answer('legacy', { decision: 'approved' }));
  await last(answer('admins', { decision: 'rejected', comment: 'After the lease is signed' }));
}

/** One item for each finding, linked both ways; items follow the answers, findings the items; overview and bells are recounts. */
async function holds({ owner, approver, companyId }: ClientAtWork): Promise<void> {
  const read = async <T>(path: string) => ok(await ask<T>(owner, 'GET', `/companies/${companyId}${path}`));
  const { items } = await read<{ items: PlannerItem[] }>('/roadmap');
  expect(items.map(({ status }) => status).sort()).toEqual(['approved', 'declined']);
  for (const { plannerItemId, findingId, status } of items) {
    const finding = await read<Finding>(`/findings/${findingId}`);
    const isDeclined = status === 'declined';
    expect([finding.status, finding.plannerItemId]).toEqual(
      isDeclined ? ['open', undefined] : ['planned', plannerItemId],
    );
    const links = (await read<{ items: Link[] }>(`/planner-items/${plannerItemId}/links`)).items;
    expect(links.map(({ role }) => role).sort()).toEqual(['budgeted-in', 'led-to']);
  }
  const { summaries } = await read<CompanyOverview>('/overview');
  const figures = Object.fromEntries(summaries.map((summary) => [summary.feature, summary.figures]));
  expect(figures).toMatchObject({ findings: { open: 1 }, planner: { items: 1 } });
  for (const who of [owner, approver]) {
    const heard = ok(await ask<{ items: Notification[] }>(who, 'GET', '/notifications')).items;
    const { unread } = ok(await ask<Unread>(who, 'GET', '/notifications/unread'));
    expect([heard.length, unread], who.email).toEqual(who === owner ? [2, 2] : [1, 1]);
  }
}

survives({
  feature: 'portal',
  heardBy: ['findings', 'planner', 'budgets', 'notifications'],
  prepare: clientAtWork,
  play,
  holds,
  blind: { 'planner-item': ['v'] },
});
