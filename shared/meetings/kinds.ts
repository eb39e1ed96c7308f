import type { Exhibit } from './exhibit.ts';

// What pages need without the schemas.

export const MEETING_TYPES = [
  'qbr',
  'strategy',
  'kickoff',
  'check-in',
  'budget-review',
  'security-review',
  'project-status',
  'onboarding',
  'renewal',
  'internal',
  'other',
] as const;

export const REPEATS = ['monthly', 'every-two-months', 'quarterly', 'half-yearly', 'yearly'] as const;

/** Standing parts of an agenda whose content is the client's data as it is then. */
export const TOPICS = ['open-actions', 'secure-score', 'devices', 'goals', 'roadmap', 'forecast'] as const;

export const PURPOSES = ['inform', 'discuss', 'decide'] as const;

/** What became of an item. `open`: nothing was said yet. */
export const RESULTS = ['open', 'discussed', 'approved', 'declined', 'deferred', 'skipped'] as const;

/** Items of one agenda: publishing writes each of them, and a mail for each participant, in one transaction. */
export const MOST_ITEMS = 40;
export const MOST_PEOPLE = 20;
/** Records that one item is about. */
export const MOST_RECORDS = 25;
/** Actions of one meeting. */
export const MOST_ACTIONS = 60;

/** The figures of an item that has none. */
export const NOTHING: Exhibit = { facts: [] };
