import { goalCreated } from '../../events/goals.ts';
import { on } from '../_kit/on.ts';
import { adoptWork } from './goal-work.service.ts';

export const handler = on(goalCreated, adoptWork);
