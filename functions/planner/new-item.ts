import { invalid, refused } from '../../shared/kernel/error.ts';
import { MAX_MINOR } from '../../shared/kernel/money.ts';
import { estimate } from '../../shared/planner/estimate.ts';
import type { CostLine, NewPlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { newId } from '../_kit/new-id.ts';
import { type Op, put, replace } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { PlannerDetailEntity, PlannerItemEntity } from './planner-item.entity.ts';
import { detailRowOf, rowOf } from './planner-records.ts';
import { rate } from './rate-card.service.ts';

/** What an item begins with; its id where it has to be known before, and what it is linked to from its first day. */
type Beginning = Omit<NewPlannerItem, 'goalId'> &
  Partial<Pick<PlannerItemDetail, 'plannerItemId' | 'goalIds' | 'deviceIds'>>;

/**
 * What an item is estimated at. Each price may be as large as any amount, all of them together may not: a row beyond that could
 * not be read again, nor the roadmap that it stands on.
 */
export function estimated(costs: readonly CostLine[], hours: number, ratePerHour: number) {
  const sums = estimate(costs, hours, ratePerHour);
  if (Object.values(sums).some((minor) => minor > MAX_MINOR))
    throw invalid('costs', 'Hours and costs together are more than an item can hold. Check the counts and prices.');
  return { ...sums, ratePerHour };
}

/** An item as it begins, estimated at the rate in force, and the part of a commit that writes it. */
export async function newItem(
  scope: Scope,
  { plannerItemId = newId(scope.now()), ...facts }: Beginning,
): Promise<{ item: PlannerItemDetail; ops: Op[] }> {
  const { companyId } = facts;
  const [company, card] = await Promise.all([currentCompany(scope, companyId), rate(scope, { companyId })]);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you plan for it.');
  const item = stamped(scope, {
    ...facts,
    ...estimated(facts.costs, facts.hours, card.ratePerHour),
    plannerItemId,
    currency: company.currency,
    publishedVersion: 0,
    unpublishedChanges: 0,
    isArchived: false,
  });
  return { item, ops: [put(PlannerItemEntity, rowOf(item)), replace(PlannerDetailEntity, detailRowOf(scope, item))] };
}
