import { notFound } from '../../shared/kernel/error.ts';
import type { PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { type Publishable, unpublishedFields } from '../../shared/planner/publishing.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import {
  PlannerItemEntity,
  type PlannerItemRow,
  PlannerNotesEntity,
  type PlannerNotesRow,
  PublishedItemEntity,
} from './planner-item.entity.ts';

export type One = { companyId: string; plannerItemId: string };

const NO_NOTES = { publicNote: '', privateNote: '', riskIfDeferred: '' };

/** An item with its notes and its published form, read consistently for a change. */
export async function readItem(
  scope: Scope,
  one: One,
  consistent = true,
): Promise<{ item: PlannerItemRow; detail: PlannerItemDetail; notes: PlannerNotesRow }> {
  const key = { mspId: scope.mspId, companyId: one.companyId, plannerItemId: one.plannerItemId };
  const [item, notes, published] = await Promise.all([
    find(scope, PlannerItemEntity, PlannerItemEntity.get(key), { consistent }),
    find(scope, PlannerNotesEntity, PlannerNotesEntity.get(key), { consistent }),
    find(scope, PublishedItemEntity, PublishedItemEntity.get(key), { consistent }),
  ]);
  if (!item) throw notFound('planner item');
  const { publicNote, privateNote, riskIfDeferred } = notes ?? NO_NOTES;
  const text = { publicNote, privateNote, riskIfDeferred };
  return { item, notes: { ...key, ...text }, detail: { ...item, ...text, ...(published ? { published } : {}) } };
}

/** The item with its count of what the client does not see yet brought up to date. */
export function counted(detail: PlannerItemDetail): PlannerItemDetail {
  return { ...detail, unpublishedChanges: unpublishedFields(detail as Publishable, detail.published).length };
}

/** The row of an item out of its page's data. */
export function rowOf(detail: PlannerItemDetail): PlannerItemRow {
  const { publicNote, privateNote, riskIfDeferred, published, ...row } = detail;
  return row as PlannerItemRow;
}
