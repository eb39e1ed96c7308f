import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import { change, type Op, put, unchanged } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, mustFind } from '../_kit/store.ts';
import { MeetingEntity, type MeetingRow } from './meeting.entity.ts';
import { MeetingWordsEntity, type MeetingWordsRow } from './meeting-words.entity.ts';

const WHAT = 'meeting';

const get = ({ mspId }: Scope, { companyId, meetingId }: OneMeeting) =>
  MeetingWordsEntity.get({ mspId, companyId, meetingId });

/** How far it was written up. Read before agenda and actions, so that what is taken down meanwhile is noticed. */
export function wordsSoFar(scope: Scope, one: OneMeeting): Promise<MeetingWordsRow | undefined> {
  return find(scope, MeetingWordsEntity, get(scope, one), { consistent: true });
}

/** The part of a commit with which the writing up begins. */
export function wordsBegin({ mspId }: Scope, { companyId, meetingId }: OneMeeting): Op {
  return put(MeetingWordsEntity, { mspId, companyId, meetingId, v: 1 }, { audit: false });
}

/** The part of a commit that closes: nothing was taken down since. */
export const noMoreWords = (words: MeetingWordsRow): Op => unchanged(MeetingWordsEntity, words, WHAT);

/** The parts of a commit that takes something down: the meeting stands as it was read, and its closing hears of it. */
export async function takenDown(scope: Scope, meeting: MeetingRow): Promise<Op[]> {
  const stands = unchanged(MeetingEntity, meeting, WHAT);
  if (meeting.status !== 'minutes') return [stands];
  const words = await mustFind(scope, MeetingWordsEntity, get(scope, meeting), WHAT);
  return [stands, change(MeetingWordsEntity, words, { ...words, v: words.v + 1 }, { what: WHAT, audit: false })];
}
