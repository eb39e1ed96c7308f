import type { NewGoal } from '../../../shared/goals/goal.ts';
import type { NewPlannerItem } from '../../../shared/planner/planner-item.ts';
import type { HeldStory } from '../meeting-story.ts';

/** Work that was budgeted and is done, or that the client did not want. */
export interface PastWork extends Pick<NewPlannerItem, 'title' | 'lane' | 'hours'> {
  /** What was bought for it, once: label, kind, how many, minor units each. */
  bought?: readonly [label: string, kind: 'hardware' | 'software' | 'other', quantity: number, unitMinor: number];
  /** Months from its end, or from when it would have ended, until today. */
  monthsAgo: number;
  /** Why the client said no to it. */
  refused?: string;
}

/** A goal of earlier times, and how it ended. */
export interface PastGoal extends Pick<NewGoal, 'title'>, Partial<Pick<NewGoal, 'category' | 'priority' | 'why'>> {
  /** Months ago: set, and closed. */
  since: number;
  closed: number;
  evidence?: string;
  reason?: string;
}

/** Two years with a client. */
export interface Past {
  work: readonly PastWork[];
  /** The budget of its first year went back and was sent anew. */
  sentTwice?: true;
  goals?: readonly PastGoal[];
  /** Meetings that were held, oldest first. */
  reviews: readonly HeldStory[];
  /** Months ago in which the client got its report of the quarter before. */
  reports?: readonly number[];
}

/** A quarterly review of an hour, as most of those that were held. */
export const quarterly = (
  monthsAgo: number,
  items: HeldStory['items'],
  promised: HeldStory['promised'] = [],
): HeldStory => ({ title: 'Quarterly review', type: 'qbr', minutes: 60, monthsAgo, items, promised });
