import type { ItemStatus, PlannerItem } from './planner-item.ts';

/** States in which an item counts for nothing any more. It stands apart so that pages ask without loading a schema library. */
export const CLOSED_STATUSES: readonly ItemStatus[] = ['completed', 'declined', 'cancelled'];

/** An item that is over, or was put away. */
export const isClosedItem = ({ isArchived, status }: Pick<PlannerItem, 'isArchived' | 'status'>): boolean =>
  isArchived || CLOSED_STATUSES.includes(status);
