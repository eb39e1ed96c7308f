import { schedule } from '../_kit/schedule.ts';
import { startDue } from './runs.service.ts';

/** Syncs whose time has come. */
export const handler = schedule('integrations-schedule-due-syncs', startDue);
