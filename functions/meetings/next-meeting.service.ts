import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import { titleOfNext } from '../../shared/meetings/proposed-title.ts';
import { startAfter } from '../../shared/meetings/recurrence.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { happened } from '../platform/activity.service.ts';
import { carriedOver, standingAgain, withCarried } from './carrying.ts';
import { upToDate } from './fresh-items.ts';
import { ATTEMPTS, changing, readWhole, record, type Whole } from './meeting-records.ts';
import { newMeeting } from './new-meeting.ts';

async function makeNext(scope: Scope, over: Whole, startsAt: string): Promise<void> {
  const { row, more } = over;
  const { companyId, type, durationMinutes, timeZone, repeat, hostId } = row;
  const { fiscalYearStart, status } = await currentCompany(scope, companyId);
  // Nothing is planned with a client that is served no longer.
  if (status === 'archived') return commit(scope, []);
  const title = titleOfNext(row, startsAt, fiscalYearStart);
  const meetingId = newId(scope.now());
  const one = { companyId, meetingId };
  const agenda = withCarried(standingAgain(scope, one, over), carriedOver(scope, one, over));
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
  const { ops } = changing(scope, over, { more: { nextMeetingId: meetingId } });
  ops.push(happened(scope, companyId, record(row.meetingId), 'planned', [meetingId]));
  return commit(scope, [...made.ops, ...ops], made.facts);
}

/**
 * A meeting of a series that was closed or cancelled hands on what it left unresolved to the next one, which is made now. One
 * that does not repeat keeps it until somebody plans the next one; where somebody was faster, the next one has it already.
 */
export function handOn(scope: Scope, one: OneMeeting): Promise<void> {
  return startingOver(ATTEMPTS, async () => {
    const over = await readWhole(scope, one);
    const { startsAt, timeZone, repeat } = over.row;
    if (!repeat || over.more.nextMeetingId) return commit(scope, []);
    return makeNext(scope, over, startAfter(scope.now().toISOString(), startsAt, timeZone, repeat));
  });
}
