import type { ItemStatus, Lane } from '../../../shared/planner/planner-item.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import type { Tone } from '../../ui/status-icon.tsx';

/* The words that addresses are read by, apart from those that only pages show. */

export const STATUSES: Record<ItemStatus, { word: string; tone: Tone }> = {
  idea: { word: 'Idea', tone: 'idle' },
  proposed: { word: 'Proposed', tone: 'proposed' },
  presented: { word: 'Presented', tone: 'proposed' },
  approved: { word: 'Approved', tone: 'info' },
  scheduled: { word: 'Scheduled', tone: 'info' },
  'in-progress': { word: 'In progress', tone: 'warn' },
  'on-hold': { word: 'On hold', tone: 'idle' },
  completed: { word: 'Completed', tone: 'ok' },
  declined: { word: 'Declined', tone: 'bad' },
  deferred: { word: 'Deferred', tone: 'idle' },
  cancelled: { word: 'Cancelled', tone: 'idle' },
};
export const STATUS_ORDER = Object.keys(STATUSES) as ItemStatus[];

export const LANE_ORDER = Object.keys(LANE_WORDS) as Lane[];
