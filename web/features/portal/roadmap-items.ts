import type { ItemStatus } from '../../../shared/planner/planner-item.ts';
import type { PortalItem } from '../../../shared/portal/portal.ts';
import type { RoadmapListItem } from '../../ui/roadmap/roadmap-list.tsx';
import type { RoadmapStatus } from '../../ui/roadmap/roadmap-types.ts';

/** Where a piece of work stands, in words for people who do not plan IT. */
export const ITEM_WORDS: Record<ItemStatus, { mark: RoadmapStatus; word: string }> = {
  idea: { mark: 'proposed', word: 'Idea' },
  proposed: { mark: 'proposed', word: 'Proposed' },
  presented: { mark: 'proposed', word: 'Proposed' },
  approved: { mark: 'approved', word: 'Approved' },
  scheduled: { mark: 'approved', word: 'Scheduled' },
  'in-progress': { mark: 'in-progress', word: 'In progress' },
  'on-hold': { mark: 'proposed', word: 'On hold' },
  completed: { mark: 'done', word: 'Done' },
  declined: { mark: 'proposed', word: 'Not planned' },
  deferred: { mark: 'proposed', word: 'Put off' },
  cancelled: { mark: 'proposed', word: 'Not planned' },
};

const NOT_PLANNED: readonly ItemStatus[] = ['declined', 'cancelled'];

/** The client's roadmap as lines of a list, by date; what was turned down is left out. */
export function roadmapItems(items: readonly PortalItem[]): RoadmapListItem[] {
  return items
    .filter(({ status }) => !NOT_PLANNED.includes(status))
    .toSorted((a, b) => (a.startDate ?? '9999').localeCompare(b.startDate ?? '9999') || a.title.localeCompare(b.title))
    .map(({ plannerItemId: id, title, startDate, status, waiting }) => {
      const { mark, word } = ITEM_WORDS[status];
      return {
        id,
        title,
        start: startDate ?? null,
        status: mark,
        note: waiting ? 'Waiting on you' : word,
        waiting,
      };
    });
}
