import type { LineStatus } from './budget.ts';

/** Where a line of a budget stands, as staff read it. */
export const LINE_WORDS: Record<LineStatus, string> = {
  draft: 'Draft',
  pending: 'Pending',
  approved: 'Approved',
  rejected: 'Rejected',
};

/** The same as the portal, reports and minutes tell it to the client. */
export const CLIENT_LINE_WORDS: Record<LineStatus, string> = {
  draft: 'Draft',
  pending: 'Waiting for you',
  approved: 'Approved',
  rejected: 'Not now',
};
