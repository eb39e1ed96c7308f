import { meetingMailPlanned } from '../../events/meetings.ts';
import { on } from '../_kit/on.ts';
import { sendMeetingMail } from './mailing.service.ts';

export const handler = on(meetingMailPlanned, sendMeetingMail);
