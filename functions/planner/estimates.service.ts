import type { ItemEstimate } from '../../shared/planner/planner-item.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, findMany } from '../_kit/store.ts';
import {
  PlannerDetailEntity,
  type PlannerDetailRow,
  PlannerItemEntity,
  type PlannerItemRow,
} from './planner-item.entity.ts';

export type { PlannerItemRow };

/** What an item costs, and what it is work on. */
export type PlannedWork = ItemEstimate & Pick<PlannerItemRow, 'findingId'> & Pick<PlannerDetailRow, 'deviceIds'>;

/** Planner items of one client, archived ones of all years among them: far above what a roadmap could hold. */
const MOST_ITEMS = 5_000;

/** The first rows of all items of a client, archived ones included. */
export function itemRows(
  scope: Scope,
  companyId: string,
  options: { consistent?: boolean } = {},
): Promise<PlannerItemRow[]> {
  const query = PlannerItemEntity.query.record({ mspId: scope.mspId, companyId });
  return all(scope, PlannerItemEntity, query, { most: MOST_ITEMS, ...options });
}

function joined(rows: readonly PlannerItemRow[], details: readonly PlannerDetailRow[]): PlannedWork[] {
  const of = new Map(details.map((detail) => [detail.plannerItemId, detail]));
  return rows.flatMap((row) => {
    const detail = of.get(row.plannerItemId);
    return detail ? [{ ...detail, ...row }] : [];
  });
}

/** What the estimates of items just read are made of, by item: up to 100 of them. */
export async function estimatesOf(scope: Scope, rows: readonly PlannerItemRow[]): Promise<Map<string, ItemEstimate>> {
  const { mspId } = scope;
  const gets = rows.map(({ companyId, plannerItemId }) => PlannerDetailEntity.get({ mspId, companyId, plannerItemId }));
  const details = await findMany(scope, PlannerDetailEntity, gets);
  return new Map(joined(rows, details).map((item) => [item.plannerItemId, item]));
}

/** Items of one client by id with what their estimates are made of; those that do not exist are absent. */
export async function estimatesById(
  scope: Scope,
  companyId: string,
  ids: readonly string[],
): Promise<Map<string, ItemEstimate>> {
  const keys = ids.map((plannerItemId) => ({ mspId: scope.mspId, companyId, plannerItemId }));
  const [rows, details] = await Promise.all([
    findMany(
      scope,
      PlannerItemEntity,
      keys.map((key) => PlannerItemEntity.get(key)),
    ),
    findMany(
      scope,
      PlannerDetailEntity,
      keys.map((key) => PlannerDetailEntity.get(key)),
    ),
  ]);
  return new Map(joined(rows, details).map((item) => [item.plannerItemId, item]));
}

/** All items of a client with what their estimates are made of, archived ones included. */
export async function allEstimates(scope: Scope, companyId: string): Promise<PlannedWork[]> {
  const query = PlannerDetailEntity.query.ofItem({ mspId: scope.mspId, companyId });
  const [rows, details] = await Promise.all([
    itemRows(scope, companyId),
    all(scope, PlannerDetailEntity, query, { most: MOST_ITEMS }),
  ]);
  return joined(rows, details);
}

/** Every open item with what its estimate is made of. */
export async function estimates(scope: Scope, { companyId }: { companyId: string }): Promise<{ items: PlannedWork[] }> {
  const items = await allEstimates(scope, companyId);
  return { items: items.filter((item) => !item.isArchived) };
}
