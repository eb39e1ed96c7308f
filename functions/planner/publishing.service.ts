import { plannerItemPublished } from '../../events/planner.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { PlannerItemDetail, PublishedItem } from '../../shared/planner/planner-item.ts';
import { type Publishable, published } from '../../shared/planner/publishing.ts';
import { commit } from '../_kit/commit.ts';
import { change, erase, replace } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { happened } from '../platform/activity.service.ts';
import { PlannerItemEntity, PublishedItemEntity } from './planner-item.entity.ts';
import { type One, readItem, rowOf } from './planner-records.ts';

type Versioned = One & { v: number };

/** Published items of one client. */
const MOST = 400;

/** Shows the client the item as it stands: a new published version, in a row that holds nothing else. */
export async function publish(scope: Scope, { v, ...one }: Versioned): Promise<PlannerItemDetail> {
  const { item, detail } = await readItem(scope, one);
  basedOn(item, v, 'planner item');
  if (item.isArchived) throw refused('planner.archived', 'This item is archived. Restore it before you publish it.');
  const version = item.publishedVersion + 1;
  const at = scope.now().toISOString();
  const seen = published({ ...(detail as Publishable), statusAt: item.statusAt }, version, at);
  const after = revised(
    scope,
    { ...detail, published: seen },
    { publishedVersion: version, publishedAt: at, unpublishedChanges: 0 },
  );
  const ops = [
    change(PlannerItemEntity, item, rowOf(after), { what: 'planner item' }),
    replace(PublishedItemEntity, { ...seen, mspId: scope.mspId }),
    happened(scope, one.companyId, { type: 'planner-item', id: one.plannerItemId }, 'published', [String(version)]),
  ];
  return commit(scope, ops, [plannerItemPublished.of({ ...one, publishedVersion: version })], after);
}

/** Takes the item back out of the client's view. */
export async function withdraw(scope: Scope, { v, ...one }: Versioned): Promise<PlannerItemDetail> {
  const { item, detail } = await readItem(scope, one);
  basedOn(item, v, 'planner item');
  if (!detail.published) throw refused('planner.not-published', 'The client does not see this item.');
  const { published: seen, ...rest } = detail;
  const after = revised(scope, rest as PlannerItemDetail, { publishedAt: undefined, unpublishedChanges: 0 });
  const ops = [
    change(PlannerItemEntity, item, rowOf(after), { what: 'planner item' }),
    erase(PublishedItemEntity, { ...seen, mspId: scope.mspId }),
    happened(scope, one.companyId, { type: 'planner-item', id: one.plannerItemId }, 'withdrawn'),
  ];
  return commit(scope, ops, [plannerItemPublished.of({ ...one, publishedVersion: 0 })], after);
}

/** What the client sees of its roadmap. Reads published rows only, so no staff field can come along. */
export function publishedItems(scope: Scope, companyId: string): Promise<PublishedItem[]> {
  const query = PublishedItemEntity.query.ofCompany({ mspId: scope.mspId, companyId });
  return all(scope, PublishedItemEntity, query, { most: MOST });
}
