import { schedule } from '../_kit/schedule.ts';
import { callAgain } from './due.service.ts';

/** Deliveries that failed, or whose call was lost, are called again when their time has come. */
export const handler = schedule('webhooks-schedule-due-deliveries', callAgain);
