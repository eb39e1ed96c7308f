import { notFound } from '../../shared/kernel/error.ts';
import { PlannerItem, PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { type Publishable, unpublishedFields } from '../../shared/planner/publishing.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, rowFirst } from '../_kit/store.ts';
import {
  PlannerDetailEntity,
  type PlannerDetailRow,
  PlannerItemEntity,
  type PlannerItemRow,
  PublishedItemEntity,
} from './planner-item.entity.ts';

export type One = { companyId: string; plannerItemId: string };

type DetailField = Exclude<keyof PlannerItemDetail, keyof PlannerItem | 'published'>;

/** Fields of the item that stand in its second row: what its page shows and its row does not. */
export const DETAIL_FIELDS = Object.keys(PlannerItemDetail.shape).filter(
  (field): field is DetailField => field !== 'published' && !(field in PlannerItem.shape),
);

/** An item with all that its page shows, read consistently for a change. */
export async function readItem(
  scope: Scope,
  one: One,
  consistent = true,
): Promise<{ item: PlannerItemRow; detail: PlannerItemDetail }> {
  const key = { mspId: scope.mspId, companyId: one.companyId, plannerItemId: one.plannerItemId };
  const [item, [more, published]] = await rowFirst(
    find(scope, PlannerItemEntity, PlannerItemEntity.get(key), { consistent }),
    () =>
      Promise.all([
        find(scope, PlannerDetailEntity, PlannerDetailEntity.get(key), { consistent }),
        find(scope, PublishedItemEntity, PublishedItemEntity.get(key), { consistent }),
      ]),
    { consistent },
  );
  if (!item || !more) throw notFound('planner item');
  return { item, detail: { ...item, ...more, ...(published ? { published } : {}) } };
}

/** The item with its count of what the client does not see yet brought up to date. */
export function counted(detail: PlannerItemDetail): PlannerItemDetail {
  return { ...detail, unpublishedChanges: unpublishedFields(detail as Publishable, detail.published).length };
}

/** The first row of an item out of its page's data. */
export function rowOf(detail: PlannerItemDetail): PlannerItemRow {
  const apart = new Set<string>([...DETAIL_FIELDS, 'published']);
  return Object.fromEntries(Object.entries(detail).filter(([field]) => !apart.has(field))) as PlannerItemRow;
}

/** The second row of an item out of its page's data. */
export function detailRowOf(
  scope: Scope,
  detail: Pick<PlannerItemDetail, DetailField | 'companyId' | 'plannerItemId'>,
): PlannerDetailRow {
  const { companyId, plannerItemId } = detail;
  const facts = Object.fromEntries(DETAIL_FIELDS.map((field) => [field, detail[field]]));
  return { mspId: scope.mspId, companyId, plannerItemId, ...(facts as Pick<PlannerItemDetail, DetailField>) };
}
