import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { idle } from '../../_kit/testing/world.ts';
import { ask, type Member, newCompany, ok } from '../../identity/testing/members.ts';

/** A client with one published piece of work and a budget whose lines wait for an answer. */
export interface Presented {
  companyId: string;
  item: PlannerItemDetail;
  budget: BudgetDetail;
}

export const PRIVATE = 'canary: margin of 38 %';

/** Plans, publishes, budgets and sends: what a client sees before a review. */
export async function present(staff: Member, name?: string): Promise<Presented> {
  const companyId = await newCompany(staff, name);
  const path = `/companies/${companyId}`;
  const planned = ok(
    await ask<PlannerItemDetail>(staff, 'POST', `${path}/planner-items`, {
      title: 'New imaging servers',
      lane: 'infrastructure',
      hours: 40,
      costs: [{ label: 'Two servers', kind: 'hardware', quantity: 2, unitMinor: 745_000 }],
      startDate: '2031-01-04',
      endDate: '2031-03-31',
      publicNote: 'Two weekends, no patient day lost.',
      privateNote: PRIVATE,
    }),
  );
  const item = ok(
    await ask<PlannerItemDetail>(staff, 'POST', `${path}/planner-items/${planned.plannerItemId}/publish`, {
      v: planned.v,
    }),
  );
  const draft = ok(
    await ask<BudgetDetail>(staff, 'POST', `${path}/budgets`, {
      title: 'IT budget 2031',
      fiscalYear: 2031,
      plannerItemIds: [item.plannerItemId],
      internalNotes: PRIVATE,
    }),
  );
  const budget = ok(
    await ask<BudgetDetail>(staff, 'POST', `${path}/budgets/${draft.budgetId}/send`, {
      v: draft.v,
      dueDate: '2030-12-04',
    }),
  );
  await idle();
  return { companyId, item, budget };
}
