import { schedule } from '../_kit/schedule.ts';
import { sendDigests } from './digests.service.ts';

/** What people did not read, mailed to those who asked for it. */
export const handler = schedule('notifications-schedule-send-digests', sendDigests);
