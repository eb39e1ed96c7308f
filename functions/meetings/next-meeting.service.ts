import { MOST_ITEMS } from '../../shared/meetings/kinds.ts';
import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import { titleOfNext } from '../../shared/meetings/proposed-title.ts';
import { startAfter } from '../../shared/meetings/recurrence.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { put } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { happened } from '../platform/activity.service.ts';
import { AgendaItemEntity } from './agenda-item.entity.ts';
import { carriedOver, standingAgain } from './carrying.ts';
import { upToDate } from './fresh-items.ts';
import { ATTEMPTS, changing, readWhole, record, type Whole } from './meeting-records.ts';
import { discussed, newMeeting } from './new-meeting.ts';

async function intoNext(scope: Scope, closed: Whole, meetingId: string): Promise<void> {
  const { companyId } = closed.row;
  const next = await readWhole(scope, { companyId, meetingId });
  const room = next.row.status === 'draft' || next.row.status === 'published' ? MOST_ITEMS - next.items.length : 0;
  const fresh = await upToDate(scope, carriedOver(scope, { companyId, meetingId }, closed).slice(0, room));
  const items = [...fresh, ...next.items];
  if (fresh.length === 0) return commit(scope, []);
  const { ops, facts } = changing(scope, next, { items });
  ops.push(...fresh.flatMap((item) => [put(AgendaItemEntity, item, { audit: false }), ...discussed(scope, item)]));
  return commit(scope, ops, facts);
}

async function makeNext(scope: Scope, closed: Whole, startsAt: string): Promise<void> {
  const { row, more } = closed;
  const { companyId, type, durationMinutes, timeZone, repeat, hostId } = row;
  const { fiscalYearStart } = await currentCompany(scope, companyId);
  const title = titleOfNext(row, startsAt, fiscalYearStart);
  const meetingId = newId(scope.now());
  const one = { companyId, meetingId };
  const [first, ...rest] = standingAgain(scope, one, closed);
  // What is left of last time comes right after the look back.
  const isLookBack = first?.topic === 'open-actions';
  const carried = carriedOver(scope, one, closed);
  const agenda = isLookBack ? [first, ...carried, ...rest] : [...carried, ...(first ? [first] : []), ...rest];
  const participants = more.participants.map(({ kind, id, name, email }) => ({
    ...{ kind, id, name },
    ...(email ? { email } : {}),
  }));
  const made = newMeeting(scope, {
    ...{ companyId, meetingId, title, type, durationMinutes, timeZone, hostId, participants, startsAt },
    ...(repeat ? { repeat } : {}),
    place: more.place,
    preparation: '',
    items: await upToDate(scope, agenda),
    previousMeetingId: row.meetingId,
  });
  const { ops } = changing(scope, closed, { more: { nextMeetingId: meetingId } });
  ops.push(happened(scope, companyId, record(row.meetingId), 'planned', [meetingId]));
  return commit(scope, [...made.ops, ...ops], made.facts);
}

/**
 * A closed meeting hands on what it left unresolved: to the next one of its series when there is one, else to one that is made
 * now. A meeting that does not repeat keeps it until somebody plans the next one.
 */
export function handOn(scope: Scope, one: OneMeeting): Promise<void> {
  return startingOver(ATTEMPTS, async () => {
    const closed = await readWhole(scope, one);
    const { nextMeetingId } = closed.more;
    if (nextMeetingId) return intoNext(scope, closed, nextMeetingId);
    const { startsAt, timeZone, repeat } = closed.row;
    if (!repeat) return commit(scope, []);
    return makeNext(scope, closed, startAfter(scope.now().toISOString(), startsAt, timeZone, repeat));
  });
}
