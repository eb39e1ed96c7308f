import { z } from 'zod';
import { Instant } from '../kernel/date.ts';
import { AgendaItemId, CompanyId, Id, MeetingId, UserId } from '../kernel/id.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { MEETING_TYPES, MOST_ITEMS, MOST_PEOPLE, REPEATS } from './kinds.ts';

export const MeetingType = z.enum(MEETING_TYPES);
export type MeetingType = z.infer<typeof MeetingType>;

/**
 * `draft` is being prepared, `published` has a locked agenda that the client has seen, `live` is being held, `minutes` was
 * held and is being written up, `closed` has minutes that stand for ever.
 */
export const MeetingStatus = z.enum(['draft', 'published', 'live', 'minutes', 'closed', 'cancelled']);
export type MeetingStatus = z.infer<typeof MeetingStatus>;

export const Repeat = z.enum(REPEATS);
export type Repeat = z.infer<typeof Repeat>;

/** Somebody of the MSP or a contact of the client. */
export const ParticipantRef = z.strictObject({ kind: z.enum(['staff', 'contact']), id: Id });
export type ParticipantRef = z.infer<typeof ParticipantRef>;

/** A participant as known when the list was last saved; `present` once the meeting is held. */
export const Participant = z.object({
  ...ParticipantRef.shape,
  name: z.string(),
  email: z.string().optional(),
  present: z.boolean().optional(),
});
export type Participant = z.infer<typeof Participant>;

const Participants = z
  .array(ParticipantRef)
  .max(MOST_PEOPLE, `Invite at most ${MOST_PEOPLE} people.`)
  .refine((people) => new Set(people.map(({ id }) => id)).size === people.length, 'Name each person once.');

/** What a person says of a meeting. */
const Facts = {
  title: line('the title', 160),
  type: MeetingType.default('qbr'),
  startsAt: Instant,
  durationMinutes: z
    .int('Enter how long it takes in minutes.')
    .min(10, 'A meeting takes at least 10 minutes.')
    .max(600, 'A meeting takes at most 10 hours.')
    .default(60),
  /** An address, a room, or a link to join. */
  place: prose('the place', 300).default(''),
  participants: Participants.default([]),
  /** What staff prepare; the client never sees it. */
  preparation: prose('the preparation', 4_000).default(''),
  /** The same again: the next one is made when this one is closed. */
  repeat: Repeat.optional(),
};

/** A row of a list. */
export const Meeting = z.object({
  ...RecordFields,
  companyId: CompanyId,
  meetingId: MeetingId,
  title: z.string(),
  type: MeetingType,
  status: MeetingStatus,
  startsAt: Instant,
  durationMinutes: z.int(),
  /** The client's zone, in which the meeting is told and repeated. */
  timeZone: z.string(),
  /** Staff who leads it. */
  hostId: UserId,
  repeat: Repeat.optional(),
  itemCount: z.int(),
  /** Sum of the items' time boxes. */
  plannedMinutes: z.int(),
  people: z.int(),
});
export type Meeting = z.infer<typeof Meeting>;
export const MeetingPage = pageOf(Meeting);

export const StoredFile = z.object({ sha256: z.string(), bytes: z.int() });

/** What stands beside the row. */
export const MeetingMore = z.object({
  place: z.string(),
  preparation: z.string(),
  participants: z.array(Participant),
  /** Items in their order. */
  agenda: z.array(AgendaItemId),
  publishedAt: Instant.optional(),
  /** How often participants were told of time and place; calendars order by it. */
  invitation: z.int(),
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  closedAt: Instant.optional(),
  /** What the minutes say first. */
  summary: z.string(),
  minutes: StoredFile.optional(),
  /** Meetings of one series, one after the other. */
  previousMeetingId: MeetingId.optional(),
  nextMeetingId: MeetingId.optional(),
  cancelReason: z.string().optional(),
});
export type MeetingMore = z.infer<typeof MeetingMore>;

export const NewMeeting = z.strictObject({
  ...Facts,
  companyId: CompanyId,
  /** Template whose agenda it starts with: a shipped one's word, or the id of one of the MSP's own. */
  templateId: z.string().max(40).optional(),
  /** A closed meeting whose unresolved items it takes over. */
  previousMeetingId: MeetingId.optional(),
});
export type NewMeeting = z.infer<typeof NewMeeting>;

export const OneMeeting = z.strictObject({ companyId: CompanyId, meetingId: MeetingId });
export type OneMeeting = z.infer<typeof OneMeeting>;
export const VersionedMeeting = OneMeeting.extend({ v: Version });
export type VersionedMeeting = z.infer<typeof VersionedMeeting>;

/** Null empties a field; what is not named stays. */
export const MeetingChange = VersionedMeeting.extend({
  title: Facts.title.optional(),
  type: MeetingType.optional(),
  startsAt: Facts.startsAt.optional(),
  durationMinutes: Facts.durationMinutes.unwrap().optional(),
  place: Facts.place.unwrap().optional(),
  participants: Participants.optional(),
  preparation: Facts.preparation.unwrap().optional(),
  hostId: UserId.optional(),
  repeat: Repeat.nullable().optional(),
});
export type MeetingChange = z.infer<typeof MeetingChange>;

export const Publication = VersionedMeeting.extend({
  /** Whether participants get time, place and agenda by mail. */
  invite: z.boolean().default(true),
});
export type Publication = z.infer<typeof Publication>;

export const Cancellation = VersionedMeeting.extend({
  reason: prose('the reason', 500).min(3, 'Say why in a few words: those who were invited will ask.'),
  /** For one that repeats: the series ends with it. Else the next one is planned, with what stands on this agenda. */
  endsSeries: z.boolean().default(false),
});
export type Cancellation = z.infer<typeof Cancellation>;

export const Attendance = OneMeeting.extend({ present: z.array(Id).max(MOST_PEOPLE) });
export type Attendance = z.infer<typeof Attendance>;

export const Order = VersionedMeeting.extend({ agenda: z.array(AgendaItemId).max(MOST_ITEMS) });
export type Order = z.infer<typeof Order>;

export const SummaryChange = VersionedMeeting.extend({ summary: prose('the summary', 4_000) });
export type SummaryChange = z.infer<typeof SummaryChange>;

/** Closes a meeting; its minutes go by mail to these participants, or to nobody. */
export const Closing = VersionedMeeting.extend({ recipients: z.array(Id).max(MOST_PEOPLE).default([]) });
export type Closing = z.infer<typeof Closing>;

const Filter = {
  ...PageInput,
  /** Those ahead and under way, soonest first, or those that are over, latest first. */
  phase: z.enum(['ahead', 'over']).default('ahead'),
  type: MeetingType.optional(),
  q: z.string().trim().max(80).optional(),
};
export const MeetingFilter = z.strictObject({ ...Filter, companyId: CompanyId });
export type MeetingFilter = z.infer<typeof MeetingFilter>;
export const AllMeetingsFilter = z.strictObject(Filter);
export type AllMeetingsFilter = z.infer<typeof AllMeetingsFilter>;
