import { z } from 'zod';
import { AgendaItem } from './agenda.ts';
import { Meeting, type MeetingMore } from './meeting.ts';

/** Meetings that were held, as far back as the portal shows them. */
export const HELD_BEFORE = 12;

/** A meeting in a line, as the client knows it. An allow-list, like all that follows: what is not named never leaves. */
export const ClientMeetingRow = Meeting.pick({
  meetingId: true,
  title: true,
  type: true,
  startsAt: true,
  durationMinutes: true,
  timeZone: true,
});
export type ClientMeetingRow = z.infer<typeof ClientMeetingRow>;

const ClientItem = AgendaItem.pick({
  agendaItemId: true,
  title: true,
  minutes: true,
  purpose: true,
  text: true,
  exhibit: true,
  openSince: true,
});

/** A meeting whose agenda is published. */
export const ClientMeeting = ClientMeetingRow.extend({
  /** From its first minute until its minutes stand. */
  underWay: z.boolean(),
  place: z.string(),
  /** Names of those who take part. */
  people: z.array(z.string()),
  items: z.array(ClientItem),
});
export type ClientMeeting = z.infer<typeof ClientMeeting>;

/** True for meetings that the client knows of: not those in preparation, cancelled, or among staff. */
export const isKnownToClient = ({ type, status }: Pick<Meeting, 'type' | 'status'>) =>
  type !== 'internal' && status !== 'draft' && status !== 'cancelled';

/** What the client sees of a meeting that it knows of. */
export function clientMeeting(
  meeting: Meeting & Pick<MeetingMore, 'place' | 'participants'> & { items: readonly AgendaItem[] },
): ClientMeeting {
  const { status, participants, items } = meeting;
  return ClientMeeting.parse({
    ...meeting,
    underWay: status !== 'published',
    people: participants.map(({ name }) => name),
    items: items.filter(({ visibility }) => visibility === 'client'),
  });
}
