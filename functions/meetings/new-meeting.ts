import type { NewFact } from '../../events/define.ts';
import { meetingChanged } from '../../events/meetings.ts';
import { MOST_ITEMS } from '../../shared/meetings/kinds.ts';
import type { Participant } from '../../shared/meetings/meeting.ts';
import { type Op, put, replace } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import { link } from '../platform/links.service.ts';
import { AgendaItemEntity, type AgendaItemRow } from './agenda-item.entity.ts';
import { MeetingEntity, MeetingMoreEntity, type MeetingRow } from './meeting.entity.ts';
import { record, type Whole } from './meeting-records.ts';

type Beginning = Pick<
  MeetingRow,
  'companyId' | 'meetingId' | 'title' | 'type' | 'startsAt' | 'durationMinutes' | 'timeZone' | 'repeat'
> & {
  hostId?: string;
  place: string;
  preparation: string;
  participants: Participant[];
  items: AgendaItemRow[];
  previousMeetingId?: string;
};

/** Links from the records of an item to the meeting; `known` are those that stand already. */
export function discussed(scope: Scope, item: AgendaItemRow, known: ReadonlySet<string> = new Set()): Op[] {
  const { companyId, meetingId, records } = item;
  return records.flatMap((from) =>
    known.has(`${from.type}/${from.id}`)
      ? []
      : [
          link(scope, { companyId, from, to: record(meetingId), role: 'discussed-in' }),
          happened(scope, companyId, from, 'on-agenda', [meetingId]),
        ],
  );
}

/** Rows that a commit has for items and their links: a hundred, less the meeting's own and what its making says elsewhere. */
const MOST_ROWS = 80;

/**
 * The links of an agenda that is made whole. Each takes two rows, so that those for which a commit has no room are left out:
 * the agenda shows such a record, the record does not lead to the meeting.
 */
function links(scope: Scope, items: readonly AgendaItemRow[]): Op[] {
  const known = new Set<string>();
  const wanted = items.flatMap((item) => {
    const own = discussed(scope, item, known);
    for (const { type, id } of item.records) known.add(`${type}/${id}`);
    return own;
  });
  const room = Math.floor((MOST_ROWS - items.length) / 2);
  return wanted.slice(0, 2 * room);
}

/** A meeting as it begins, and the parts of a commit that make it. What does not fit on the agenda is left out. */
export function newMeeting(
  scope: Scope,
  { place, preparation, participants, items: all, previousMeetingId, hostId, ...facts }: Beginning,
): { whole: Whole; ops: Op[]; facts: NewFact[] } {
  const { companyId, meetingId } = facts;
  const items = all.slice(0, MOST_ITEMS);
  const row: MeetingRow = stamped(scope, {
    ...facts,
    hostId: hostId ?? scope.actor.userId,
    status: 'draft' as const,
    phase: 'ahead' as const,
    itemCount: items.length,
    plannedMinutes: items.reduce((sum, { minutes }) => sum + minutes, 0),
    people: participants.length,
  });
  const more = {
    mspId: scope.mspId,
    companyId,
    meetingId,
    place,
    preparation,
    participants,
    agenda: items.map((item) => item.agendaItemId),
    invitation: 0,
    summary: '',
    ...(previousMeetingId ? { previousMeetingId } : {}),
  };
  return {
    whole: { row, more, items, actions: [] },
    ops: [
      put(MeetingEntity, row),
      replace(MeetingMoreEntity, more),
      ...items.map((item) => put(AgendaItemEntity, item, { audit: false })),
      ...links(scope, items),
      happened(scope, companyId, record(meetingId), 'created', previousMeetingId ? [previousMeetingId] : []),
    ],
    facts: [meetingChanged.of({ companyId, meetingId, status: 'draft' })],
  };
}
