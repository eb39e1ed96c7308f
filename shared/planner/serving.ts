import { z } from 'zod';
import { CompanyId, GoalId } from '../kernel/id.ts';
import { VersionedItem } from './planner-item.ts';

/** Goals that one item serves at most: work that serves everything serves nothing. */
export const MOST_GOALS = 4;

/** An item and a goal that it serves, or shall serve no longer. */
export const Serving = VersionedItem.extend({ goalId: GoalId });
export type Serving = z.infer<typeof Serving>;

export const ServedGoal = z.strictObject({ companyId: CompanyId, goalId: GoalId });
export type ServedGoal = z.infer<typeof ServedGoal>;
