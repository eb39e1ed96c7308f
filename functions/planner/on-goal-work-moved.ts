import { goalWorkMoved } from '../../events/planner.ts';
import { on } from '../_kit/on.ts';
import { recountGoal } from './goal-work.service.ts';

export const handler = on(goalWorkMoved, recountGoal);
