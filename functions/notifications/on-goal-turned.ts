import { goalTurned } from '../../events/goals.ts';
import { on } from '../_kit/on.ts';
import * as Tidings from './tidings.service.ts';

export const handler = on(goalTurned, Tidings.goalTurned);
