import { z } from 'zod';
import { CalendarDate } from '../kernel/date.ts';
import { GoalId } from '../kernel/id.ts';
import { type Goal, STANDINGS, Standing } from './goal.ts';
import { byUrgency, isClosed, standingOf } from './standing.ts';

/** Goals named on the overview. */
const SHOWN = 4;

/** A client's goals in a few figures: the company's `sum#goals` row. */
export const GoalSummary = z.object({
  open: z.int(),
  byStanding: z.record(Standing, z.int()),
  /** The open ones that need a look first. */
  first: z.array(
    z.object({
      goalId: GoalId,
      title: z.string(),
      standing: Standing,
      progress: z.int(),
      targetDate: CalendarDate.optional(),
    }),
  ),
});
export type GoalSummary = z.infer<typeof GoalSummary>;

/** Counts a client's goals by standing and names those that need a look. */
export function goalSummary(goals: readonly Goal[]): GoalSummary {
  const open = goals.filter((goal) => !isClosed(goal));
  const counts = STANDINGS.map((standing) => [standing, goals.filter((goal) => standingOf(goal) === standing).length]);
  return {
    open: open.length,
    byStanding: Object.fromEntries(counts) as Record<Standing, number>,
    first: open
      .toSorted(byUrgency)
      .slice(0, SHOWN)
      .map((goal) => ({
        goalId: goal.goalId,
        title: goal.title,
        standing: standingOf(goal),
        progress: goal.progress,
        ...(goal.targetDate ? { targetDate: goal.targetDate } : {}),
      })),
  };
}
