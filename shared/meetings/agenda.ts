import { z } from 'zod';
import { changeOf } from '../kernel/change.ts';
import { CalendarDate, Instant } from '../kernel/date.ts';
import { AgendaItemId, BudgetLineId, CompanyId, MeetingId, UserId } from '../kernel/id.ts';
import { LinkEnd } from '../kernel/link.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { line, prose } from '../kernel/text.ts';
import { Exhibit } from './exhibit.ts';
import { MOST_RECORDS, PURPOSES, RESULTS, TOPICS } from './kinds.ts';
import { OneMeeting, ParticipantRef, VersionedMeeting } from './meeting.ts';

export const Topic = z.enum(TOPICS);
export type Topic = z.infer<typeof Topic>;
export const Purpose = z.enum(PURPOSES);
export type Purpose = z.infer<typeof Purpose>;
export const Result = z.enum(RESULTS);
export type Result = z.infer<typeof Result>;

/** What a person says of an item. */
export const ItemFacts = {
  title: line('the title', 160),
  /** Its time box. */
  minutes: z
    .int('Enter whole minutes.')
    .min(1, 'An item takes at least a minute.')
    .max(240, 'An item takes at most four hours.')
    .default(5),
  purpose: Purpose.default('discuss'),
  /** Internal items are shown to staff only: not in the invitation, the shared view, the portal or the minutes. */
  visibility: z.enum(['client', 'internal']).default('client'),
  /** Comes back on the next agenda of the series, whatever was said. */
  standing: z.boolean().default(false),
  presenterId: UserId.optional(),
  /** What the client reads. */
  text: prose('the text', 2_000).default(''),
  /** What only the presenter sees. */
  note: prose('the presenter note', 2_000).default(''),
};

/** What a decision changed in other records. */
export const Effect = z.object({
  record: LinkEnd,
  did: z.enum(['approved', 'declined', 'put-off', 'planned', 'dismissed', 'activated', 'abandoned', 'answered']),
});
export type Effect = z.infer<typeof Effect>;

/** What was said about an item. */
export const Said = z.object({
  result: Result.exclude(['open']),
  /** By whom, as known then. */
  by: z.object({ ...ParticipantRef.shape, name: z.string() }).optional(),
  /** The client reads it in the minutes. */
  note: z.string(),
  at: Instant,
  effects: z.array(Effect),
});
export type Said = z.infer<typeof Said>;

export const AgendaItem = z.object({
  ...RecordFields,
  ...ItemFacts,
  companyId: CompanyId,
  meetingId: MeetingId,
  agendaItemId: AgendaItemId,
  /** What it is about: one record, or a group of devices, licences or controls. */
  records: z.array(LinkEnd),
  topic: Topic.optional(),
  exhibit: Exhibit,
  exhibitAt: Instant,
  /** True while the reader may not see the figures of its records. */
  withheld: z.boolean().optional(),
  /** Taken over from earlier meetings: since which day, and through how many. */
  openSince: z.object({ date: CalendarDate, meetings: z.int() }).optional(),
  said: Said.optional(),
  /** Instant of the latest word on it, by the presenter's clock: what arrives late and is older changes nothing. */
  saidAt: Instant.optional(),
  spentSeconds: z.int(),
});
export type AgendaItem = z.infer<typeof AgendaItem>;

export const NewItem = OneMeeting.extend({ ...ItemFacts, topic: Topic.optional() });
export type NewItem = z.infer<typeof NewItem>;

/**
 * Records that are put on an agenda. Findings, goals, planner items, budgets and reports become an item each; devices, licences
 * and controls share one.
 */
export const RecordsToAdd = OneMeeting.extend({
  records: z
    // The label is what the person saw: features that stand behind meetings in product order are not read here.
    .array(LinkEnd.extend({ label: z.string().trim().max(160).optional() }))
    .min(1, 'Choose at least one record.')
    .max(MOST_RECORDS, `Choose at most ${MOST_RECORDS}.`),
});
export type RecordsToAdd = z.infer<typeof RecordsToAdd>;

export const OneItem = OneMeeting.extend({ agendaItemId: AgendaItemId });
export type OneItem = z.infer<typeof OneItem>;
export const VersionedItem = OneItem.extend({ v: Version });
export type VersionedItem = z.infer<typeof VersionedItem>;

export const ItemChange = changeOf(ItemFacts).extend({
  presenterId: UserId.nullable().optional(),
  ...VersionedItem.shape,
});
export type ItemChange = z.infer<typeof ItemChange>;

/** `v` is the meeting's: the order of its agenda changes with it. */
export const ItemRemoval = VersionedMeeting.extend({ agendaItemId: AgendaItemId });
export type ItemRemoval = z.infer<typeof ItemRemoval>;

/**
 * What was said about an item, while the meeting is held or written up. It carries no version but the instant at which it was
 * said, so that words kept through a dropped connection arrive in any order and the latest stands.
 */
export const Saying = OneItem.extend({
  at: Instant,
  /** `open` takes a word back. Left out, only the time spent is told: what was said stays, whoever said it. */
  result: Result.optional(),
  by: ParticipantRef.optional(),
  note: prose('the note', 1_000).default(''),
  /** Seconds spent on it so far. */
  spentSeconds: z.int().min(0).max(86_400).optional(),
  /** For a planner item that is put off: the day on which it starts instead. */
  deferTo: CalendarDate.optional(),
  /** For a budget: answers to its lines; without them the lines that wait, and those answered under this item, get one answer. */
  lines: z
    .array(z.strictObject({ budgetLineId: BudgetLineId, decision: z.enum(['approved', 'rejected']) }))
    .max(60)
    .optional(),
});
export type Saying = z.infer<typeof Saying>;
