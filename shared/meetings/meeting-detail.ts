import { z } from 'zod';
import { MeetingAction } from './action.ts';
import { AgendaItem } from './agenda.ts';
import { Meeting, MeetingMore } from './meeting.ts';

/** A meeting's page: the agenda in its order, and what was promised. */
export const MeetingDetail = Meeting.extend({
  ...MeetingMore.shape,
  items: z.array(AgendaItem),
  actions: z.array(MeetingAction),
});
export type MeetingDetail = z.infer<typeof MeetingDetail>;
