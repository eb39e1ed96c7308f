import type { ItemStatus, Lane } from './planner-item.ts';

/** Lanes as staff, clients and reports read them. */
export const LANE_WORDS: Record<Lane, string> = {
  security: 'Security',
  infrastructure: 'Infrastructure',
  'microsoft-365': 'Microsoft 365',
  compliance: 'Compliance',
  devices: 'Devices',
  software: 'Software',
  renewals: 'Renewals',
  advisory: 'Advisory',
};

/** Where work stands, as staff read it. */
export const ITEM_WORDS: Record<ItemStatus, string> = {
  idea: 'Idea',
  proposed: 'Proposed',
  presented: 'Presented',
  approved: 'Approved',
  scheduled: 'Scheduled',
  'in-progress': 'In progress',
  'on-hold': 'On hold',
  completed: 'Completed',
  declined: 'Declined',
  deferred: 'Deferred',
  cancelled: 'Cancelled',
};

/** The same as the portal, reports and minutes tell it to the client, in words for people who do not plan IT. */
export const CLIENT_ITEM_WORDS: Record<ItemStatus, string> = {
  ...ITEM_WORDS,
  presented: 'Proposed',
  completed: 'Done',
  declined: 'Not now',
  deferred: 'Put off',
  cancelled: 'Not planned',
};
