import type { ItemStatus } from './planner-item.ts';

/** States in which an item counts for nothing any more. It stands apart so that pages ask without loading a schema library. */
export const CLOSED_STATUSES: readonly ItemStatus[] = ['completed', 'declined', 'cancelled'];
