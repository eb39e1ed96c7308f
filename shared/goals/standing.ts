import type { CalendarDate } from '../kernel/calendar.ts';
import type { Goal, Standing } from './goal.ts';
import { healthOf } from './health.ts';
import { measureProgress, workProgress } from './progress.ts';

type Weighed = Pick<
  Goal,
  'status' | 'health' | 'healthByHand' | 'progress' | 'progressMode' | 'measure' | 'work' | 'startDate' | 'targetDate'
>;

/** A goal in one word: its health while it is worked at, else its status. */
export function standingOf({ status, health }: Pick<Goal, 'status' | 'health'>): Standing {
  return status === 'active' ? health : status;
}

export function isClosed({ status }: Pick<Goal, 'status'>): boolean {
  return status === 'achieved' || status === 'abandoned';
}

/** Progress as people read it: what is achieved is whole, however it was counted. */
export function shownProgress({ status, progress }: Pick<Goal, 'status' | 'progress'>): number {
  return status === 'achieved' ? 100 : progress;
}

function progressOf({ progressMode, progress, measure, work }: Weighed): number {
  if (progressMode === 'from-planner') return workProgress(work);
  if (progressMode === 'from-metric') return measure ? measureProgress(measure) : 0;
  return progress;
}

/**
 * The goal with progress and health as its mode, its dates and a person's word make them today. A closed goal stays as it was.
 */
export function weighed<G extends Weighed>(goal: G, today: CalendarDate): G {
  if (isClosed(goal)) return goal;
  const progress = progressOf(goal);
  return { ...goal, progress, health: goal.healthByHand ?? healthOf({ ...goal, progress }, today) };
}

const URGENT: readonly Standing[] = ['off-track', 'at-risk', 'on-track', 'proposed'];

type Ranked = Pick<Goal, 'goalId' | 'status' | 'health' | 'targetDate'>;

/** Worst standing first, then what is due first; closed ones last. */
export function byUrgency(a: Ranked, b: Ranked): number {
  const rank = (goal: Ranked) => {
    const at = URGENT.indexOf(standingOf(goal));
    return at === -1 ? URGENT.length : at;
  };
  return (
    rank(a) - rank(b) || (a.targetDate ?? '9').localeCompare(b.targetDate ?? '9') || a.goalId.localeCompare(b.goalId)
  );
}
