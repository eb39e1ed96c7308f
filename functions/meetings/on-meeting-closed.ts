import { meetingClosed } from '../../events/meetings.ts';
import { on } from '../_kit/on.ts';
import { handOn } from './next-meeting.service.ts';

export const handler = on(meetingClosed, handOn);
