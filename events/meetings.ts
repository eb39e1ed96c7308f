import { z } from 'zod';
import { CompanyId, Id, MeetingId } from '../shared/kernel/id.ts';
import { MeetingStatus } from '../shared/meetings/meeting.ts';
import { fact } from './define.ts';

const OneMeeting = z.object({ companyId: CompanyId, meetingId: MeetingId });

/** Time, state or number of items is another one now. */
export const meetingChanged = fact('meetings.meeting.changed', 1, OneMeeting.extend({ status: MeetingStatus }));
/** Its minutes stand; what is unresolved goes to the next one of its series. */
export const meetingClosed = fact('meetings.meeting.closed', 1, OneMeeting, 'The minutes of a meeting stand.');
/** It does not take place; what stands on its agenda goes to the next one of its series. */
export const meetingCancelled = fact('meetings.meeting.cancelled', 1, OneMeeting);
/** A promise was made, kept, dropped or moved. */
export const meetingActionChanged = fact('meetings.action.changed', 1, OneMeeting);
/** A mail to one participant is planned. */
export const meetingMailPlanned = fact('meetings.mail.planned', 1, OneMeeting.extend({ mailId: Id }));
