import type { ItemStatus } from './planner-item.ts';

/** Where work stands, as reports and minutes tell it to the client. */
export const CLIENT_ITEM_WORDS: Record<ItemStatus, string> = {
  idea: 'Idea',
  proposed: 'Proposed',
  presented: 'Presented',
  approved: 'Approved',
  scheduled: 'Scheduled',
  'in-progress': 'In progress',
  'on-hold': 'On hold',
  completed: 'Done',
  declined: 'Not now',
  deferred: 'Put off',
  cancelled: 'Cancelled',
};
