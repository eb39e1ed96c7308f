import { schedule } from '../_kit/schedule.ts';
import { tend } from './tending.service.ts';

/** Exports that were cut off are gone on with; those whose time is over are cleared. */
export const handler = schedule('exports-schedule-tend-exports', tend);
