import { schedule } from '../_kit/schedule.ts';
import { judgeByDate } from './counting.service.ts';

/** Once a day goals are held against the calendar. */
export const handler = schedule('goals-schedule-health', judgeByDate);
