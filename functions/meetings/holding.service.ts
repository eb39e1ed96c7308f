import { refused } from '../../shared/kernel/error.ts';
import type {
  Attendance,
  OneMeeting,
  Publication,
  SummaryChange,
  VersionedMeeting,
} from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { draftSummary } from '../../shared/meetings/minutes.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import { basedOn } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { happened } from '../platform/activity.service.ts';
import { refreshing } from './agenda.service.ts';
import { wordsBegin } from './last-words.ts';
import {
  ATTEMPTS,
  changing,
  detailOf,
  readWhole,
  record,
  shownAction,
  shownItem,
  type Whole,
} from './meeting-records.ts';
import { named } from './people.ts';
import { mailsTo } from './planned-mails.ts';

const told = (scope: Scope, { companyId, meetingId }: OneMeeting, verb: Activity['verb']) =>
  happened(scope, companyId, record(meetingId), verb);

/**
 * Locks the agenda with the figures of this moment and shows it to the client. Participants get time, place and agenda by mail
 * with an entry for their calendar.
 */
export async function publish(scope: Scope, { v, invite, ...one }: Publication): Promise<MeetingDetail> {
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  if (before.row.status !== 'draft') throw refused('meeting.published', 'This agenda is published already.');
  if (before.items.length === 0)
    throw refused('meeting.empty', 'This agenda has no item yet. Add at least one before you publish it.');
  const { participants: known } = before.more;
  const [{ items, ops: figures }, participants] = await Promise.all([
    refreshing(scope, before),
    named(
      scope,
      one.companyId,
      known.map(({ kind, id }) => ({ kind, id })),
    ),
  ]);
  const { after, ops, facts } = changing(scope, before, {
    row: { status: 'published' },
    more: {
      participants,
      publishedAt: scope.now().toISOString(),
      ...(invite ? { invitation: before.more.invitation + 1 } : {}),
    },
  });
  const kind = before.more.invitation > 0 ? 'change' : 'invitation';
  const mails = invite ? mailsTo(scope, after, participants, kind) : { ops: [], facts: [] };
  ops.push(...figures, ...mails.ops, told(scope, one, 'published'));
  return commit(scope, ops, [...facts, ...mails.facts], detailOf(scope, { ...before, ...after, items }));
}

/** Opens the agenda for changes again; the client does not see it meanwhile. */
export async function unlock(scope: Scope, { v, ...one }: VersionedMeeting): Promise<MeetingDetail> {
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  if (before.row.status !== 'published')
    throw refused('meeting.not-published', 'Only a published agenda that was not held yet can be unlocked.');
  const { after, ops, facts } = changing(scope, before, { row: { status: 'draft' }, more: { publishedAt: undefined } });
  return commit(scope, [...ops, told(scope, one, 'withdrawn')], facts, detailOf(scope, { ...before, ...after }));
}

/** The meeting begins, with the figures of this moment. Everybody counts as present until they are taken off. Twice is once. */
export function start(scope: Scope, one: OneMeeting): Promise<MeetingDetail> {
  return startingOver(ATTEMPTS, async () => {
    const before = await readWhole(scope, one);
    const { status } = before.row;
    if (status === 'live') return detailOf(scope, before);
    if (status !== 'draft' && status !== 'published')
      throw refused('meeting.held', 'This meeting was held or cancelled. Plan the next one.');
    const { items, ops: figures } = await refreshing(scope, before);
    const { after, ops, facts } = changing(scope, before, {
      row: { status: 'live' },
      more: {
        startedAt: scope.now().toISOString(),
        participants: before.more.participants.map((person) => ({ ...person, present: true })),
      },
    });
    ops.push(...figures, told(scope, one, 'started'));
    return commit(scope, ops, facts, detailOf(scope, { ...before, ...after, items }));
  });
}

const isHeld = ({ row }: Whole) => row.status === 'live' || row.status === 'minutes';

/** Who is in the room. */
export function attend(scope: Scope, { present, ...one }: Attendance): Promise<MeetingDetail> {
  return startingOver(ATTEMPTS, async () => {
    const before = await readWhole(scope, one);
    if (!isHeld(before))
      throw refused('meeting.not-held', 'Who is present is noted while the meeting is held or written up.');
    const participants = before.more.participants.map((person) => ({
      ...person,
      present: present.includes(person.id),
    }));
    const { after, ops, facts } = changing(scope, before, { more: { participants } });
    return commit(scope, ops, facts, detailOf(scope, { ...before, ...after }));
  });
}

/** The meeting is over and is written up: the minutes begin with what was decided. Twice is once. */
export function end(scope: Scope, one: OneMeeting): Promise<MeetingDetail> {
  return startingOver(ATTEMPTS, async () => {
    const before = await readWhole(scope, one);
    if (before.row.status === 'minutes') return detailOf(scope, before);
    if (before.row.status !== 'live')
      throw refused('meeting.not-live', 'Only a meeting that is being held can be ended.');
    const items = before.items.map((item) => shownItem(scope, item));
    const summary = before.more.summary || draftSummary({ items, actions: before.actions.map(shownAction) });
    const { after, ops, facts } = changing(scope, before, {
      row: { status: 'minutes' },
      more: { endedAt: scope.now().toISOString(), summary },
    });
    ops.push(wordsBegin(scope, one), told(scope, one, 'ended'));
    return commit(scope, ops, facts, detailOf(scope, { ...before, ...after }));
  });
}

/** The first words of the minutes, by hand. */
export async function summarize(scope: Scope, { v, summary, ...one }: SummaryChange): Promise<MeetingDetail> {
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  if (!isHeld(before))
    throw refused('meeting.not-held', 'Minutes are written once the meeting is held, until it is closed.');
  const { after, ops, facts } = changing(scope, before, { more: { summary } });
  return commit(scope, ops, facts, detailOf(scope, { ...before, ...after }));
}
