import { notFound } from '../../shared/kernel/error.ts';
import {
  type ClientMeeting,
  ClientMeetingRow,
  clientMeeting,
  HELD_BEFORE,
  isKnownToClient,
} from '../../shared/meetings/client-meeting.ts';
import type { OneMeeting } from '../../shared/meetings/meeting.ts';
import type { Minutes } from '../../shared/meetings/minutes.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, findMany, page } from '../_kit/store.ts';
import { frozenMinutes } from './closing.service.ts';
import { MeetingEntity, type MeetingRow } from './meeting.entity.ts';
import { readMeeting, readWhole, shownItem, shownRow } from './meeting-records.ts';

/** Meetings of one client that are planned at once. */
const MOST_AHEAD = 500;

async function known(scope: Scope, companyId: string): Promise<MeetingRow[]> {
  const query = MeetingEntity.query.inCompany({ mspId: scope.mspId, companyId, phase: 'ahead' });
  return (await all(scope, MeetingEntity, query, { most: MOST_AHEAD })).filter(isKnownToClient);
}

/** The first meeting that the client knows of and that is not over by the clock, in one query. */
export async function nextForClient(scope: Scope, companyId: string): Promise<ClientMeetingRow | undefined> {
  const now = scope.now().getTime();
  const next = (await known(scope, companyId)).find(
    ({ startsAt, durationMinutes }) => Date.parse(startsAt) + durationMinutes * 60_000 > now,
  );
  return next && ClientMeetingRow.parse(next);
}

/** The meetings whose agenda is published, soonest first, and those whose minutes stand, latest first. */
export async function clientMeetings(
  scope: Scope,
  companyId: string,
): Promise<{ ahead: ClientMeeting[]; over: ClientMeetingRow[] }> {
  const over = MeetingEntity.query.inCompany({ mspId: scope.mspId, companyId, phase: 'over' });
  const [planned, past] = await Promise.all([
    known(scope, companyId),
    page(scope, MeetingEntity, over, { limit: HELD_BEFORE, newestFirst: true, keep: isKnownToClient }),
  ]);
  const ahead = planned.map(async ({ meetingId }) => {
    const { row, more, items } = await readWhole(scope, { companyId, meetingId }, false);
    return clientMeeting({ ...shownRow(row), ...more, items: items.map((item) => shownItem(scope, item)) });
  });
  return { ahead: await Promise.all(ahead), over: past.items.map((row) => ClientMeetingRow.parse(row)) };
}

/** Titles of those meetings that the client knows of, by id. */
export async function knownTitles(
  scope: Scope,
  companyId: string,
  meetingIds: readonly string[],
): Promise<Map<string, string>> {
  const gets = meetingIds.map((meetingId) => MeetingEntity.get({ mspId: scope.mspId, companyId, meetingId }));
  const rows = await findMany(scope, MeetingEntity, gets);
  return new Map(rows.filter(isKnownToClient).map(({ meetingId, title }) => [meetingId, title]));
}

/** Minutes that stand. Those of an internal meeting, or of one that is not closed, do not exist for the client. */
export async function clientMinutes(scope: Scope, one: OneMeeting): Promise<Minutes> {
  const meeting = await readMeeting(scope, one, false);
  const minutes = isKnownToClient(meeting.row) ? await frozenMinutes(scope, meeting) : undefined;
  if (!minutes) throw notFound('meeting');
  return minutes;
}
