import type { Priority } from './priority.ts';

/** Priorities as staff, clients and reports read them. Apart from their schema, so that pages load the words alone. */
export const PRIORITY_WORDS: Record<Priority, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};
