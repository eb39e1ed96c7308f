import { z } from 'zod';
import { CalendarDate, Instant } from '../kernel/date.ts';
import { AgendaItemId, CompanyId, MeetingActionId, MeetingId, PlannerItemId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line } from '../kernel/text.ts';
import { OneMeeting, ParticipantRef } from './meeting.ts';

export const ActionStatus = z.enum(['open', 'done', 'dropped']);
export type ActionStatus = z.infer<typeof ActionStatus>;

const Text = line('what is to be done', 240);

/** Something that somebody promised in a meeting. */
export const MeetingAction = z.object({
  ...RecordFields,
  companyId: CompanyId,
  meetingId: MeetingId,
  meetingActionId: MeetingActionId,
  agendaItemId: AgendaItemId.optional(),
  text: z.string(),
  /** Who promised it, as known then. */
  owner: z.object({ ...ParticipantRef.shape, name: z.string() }).optional(),
  dueDate: CalendarDate.optional(),
  status: ActionStatus,
  closedAt: Instant.optional(),
  /** The work that it became. */
  plannerItemId: PlannerItemId.optional(),
});
export type MeetingAction = z.infer<typeof MeetingAction>;
export const MeetingActionPage = pageOf(MeetingAction);

export const NewAction = OneMeeting.extend({
  agendaItemId: AgendaItemId.optional(),
  text: Text,
  owner: ParticipantRef.optional(),
  dueDate: CalendarDate.optional(),
});
export type NewAction = z.infer<typeof NewAction>;

export const OneAction = OneMeeting.extend({ meetingActionId: MeetingActionId });
export const VersionedAction = OneAction.extend({ v: Version });
export type VersionedAction = z.infer<typeof VersionedAction>;

/** Null empties a field; what is not named stays. */
export const ActionChange = VersionedAction.extend({
  text: Text.optional(),
  owner: ParticipantRef.nullable().optional(),
  dueDate: CalendarDate.nullable().optional(),
  status: ActionStatus.optional(),
});
export type ActionChange = z.infer<typeof ActionChange>;

export const ActionFilter = z.strictObject({
  ...PageInput,
  companyId: CompanyId,
  status: z.enum(['open', 'closed']).default('open'),
});
export type ActionFilter = z.infer<typeof ActionFilter>;
