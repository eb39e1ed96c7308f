import type { PlannerItem, PublishedItem } from './planner-item.ts';

/** The fields of an item that a client may see. An allow-list: a new field is staff only until it is named here. */
export const CLIENT_FIELDS = [
  'title',
  'lane',
  'status',
  'startDate',
  'endDate',
  'currency',
  'oneTimeMinor',
  'monthlyMinor',
  'annualMinor',
  'publicNote',
  'riskIfDeferred',
] as const;

/** An item with the notes that clients read. */
export type Publishable = PlannerItem & { publicNote: string; riskIfDeferred: string };

/** Since when its status stands; absent since it was made. */
type Since = { statusAt?: string | undefined };

/** What the client will see of the item when it is published now. */
export function published(item: Publishable & Since, version: number, at: string): PublishedItem {
  const { plannerItemId, companyId } = item;
  const seen = Object.fromEntries(CLIENT_FIELDS.map((field) => [field, item[field]]));
  return {
    ...(seen as Pick<PublishedItem, (typeof CLIENT_FIELDS)[number]>),
    plannerItemId,
    companyId,
    publishedVersion: version,
    publishedAt: at,
    ...(item.status === 'completed' && item.statusAt ? { completedAt: item.statusAt } : {}),
  };
}

/** The client-visible fields in which the item differs from what the client sees; none while it was never published. */
export function unpublishedFields(item: Publishable, seen: PublishedItem | undefined): string[] {
  if (!seen) return [];
  return CLIENT_FIELDS.filter((field) => (item[field] ?? null) !== (seen[field] ?? null));
}
