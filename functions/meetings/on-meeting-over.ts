import { meetingCancelled, meetingClosed } from '../../events/meetings.ts';
import { OneMeeting } from '../../shared/meetings/meeting.ts';
import { onAny } from '../_kit/on.ts';
import { handOn } from './next-meeting.service.ts';

export const handler = onAny([meetingClosed, meetingCancelled], (scope, { data }) =>
  handOn(scope, OneMeeting.parse(data)),
);
