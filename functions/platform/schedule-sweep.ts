import { schedule } from '../_kit/schedule.ts';
import { sweep } from './publish.service.ts';

/** What the stream left behind is published here. */
export const handler = schedule('platform-schedule-sweep', sweep);
