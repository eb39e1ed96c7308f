import { CLIENT_LINE_WORDS } from '../../../shared/budgets/words.ts';
import type { ItemStatus } from '../../../shared/planner/planner-item.ts';
import { CLIENT_ITEM_WORDS } from '../../../shared/planner/words.ts';
import type { PortalItem } from '../../../shared/portal/portal.ts';
import type { RoadmapListItem } from '../../ui/roadmap/roadmap-list.tsx';
import type { RoadmapStatus } from '../../ui/roadmap/roadmap-types.ts';

/** How the portal draws where a piece of work stands. */
export const ITEM_MARKS: Record<ItemStatus, RoadmapStatus> = {
  idea: 'proposed',
  proposed: 'proposed',
  presented: 'proposed',
  approved: 'approved',
  scheduled: 'approved',
  'in-progress': 'in-progress',
  'on-hold': 'proposed',
  completed: 'done',
  declined: 'proposed',
  deferred: 'proposed',
  cancelled: 'proposed',
};

const NOT_PLANNED: readonly ItemStatus[] = ['declined', 'cancelled'];

/** Where a piece of work stands; one with lines to answer waits for the client, whatever else it is. */
export function itemWord({ status, waiting }: Pick<PortalItem, 'status' | 'waiting'>): string {
  return waiting ? CLIENT_LINE_WORDS.pending : CLIENT_ITEM_WORDS[status];
}

/** The client's roadmap as lines of a list, by date; what was turned down is left out. */
export function roadmapItems(items: readonly PortalItem[]): RoadmapListItem[] {
  return items
    .filter(({ status }) => !NOT_PLANNED.includes(status))
    .toSorted((a, b) => (a.startDate ?? '9999').localeCompare(b.startDate ?? '9999') || a.title.localeCompare(b.title))
    .map(({ plannerItemId: id, title, startDate, status, waiting }) => ({
      id,
      title,
      start: startDate ?? null,
      status: ITEM_MARKS[status],
      note: itemWord({ status, waiting }),
      waiting,
    }));
}
