import { z } from 'zod';
import { GoalStatus, Health } from '../shared/goals/goal.ts';
import { CompanyId, FindingId, GoalId, UserId } from '../shared/kernel/id.ts';
import { fact } from './define.ts';

const OneGoal = z.object({ companyId: CompanyId, goalId: GoalId });

export const goalCreated = fact(
  'goals.goal.created',
  1,
  OneGoal.extend({ findingId: FindingId.optional() }),
  'A goal was set.',
);
export const goalChanged = fact(
  'goals.goal.changed',
  1,
  OneGoal.extend({ fields: z.array(z.string()), status: GoalStatus }),
  'A goal was changed.',
);
/** The health of a goal that is worked at is another one now, by rule or by hand. */
export const goalTurned = fact(
  'goals.goal.turned',
  1,
  OneGoal.extend({ health: Health, ownerId: UserId.optional() }),
  'The health of a goal turned.',
);
