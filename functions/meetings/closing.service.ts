import { meetingClosed } from '../../events/meetings.ts';
import { invalid, refused } from '../../shared/kernel/error.ts';
import type { Closing, OneMeeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { Minutes, minutesOf } from '../../shared/meetings/minutes.ts';
import { FileAltered, getFile, putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { companyFile } from '../_kit/file-keys.ts';
import { basedOn } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import {
  changing,
  detailOf,
  readWhole,
  record,
  type Stored,
  shownAction,
  shownItem,
  shownRow,
  type Whole,
} from './meeting-records.ts';
import { mailsTo } from './planned-mails.ts';

const fileOf = (scope: Scope, { companyId, meetingId }: OneMeeting) =>
  companyFile(scope, companyId, `meetings/${meetingId}/minutes.json`);

function minutesFrom(scope: Scope, { row, more, items, actions }: Whole): Minutes {
  return minutesOf({
    meeting: { ...shownRow(row), ...more },
    items: items.map((item) => shownItem(scope, item)),
    actions: actions.map(shownAction),
  });
}

async function unaltered<T>(file: Promise<T>): Promise<T> {
  try {
    return await file;
  } catch (error) {
    if (!(error instanceof FileAltered)) throw error;
    throw refused(
      'minutes.altered',
      'These minutes were changed after they were closed, so they are not shown. Tell support.',
    );
  }
}

/** Minutes that stand, as they were frozen. @throws 422 when the file is not what was stored */
export async function frozenMinutes(scope: Scope, { row, more }: Stored): Promise<Minutes | undefined> {
  if (!more.minutes) return undefined;
  const body = await unaltered(getFile(scope, fileOf(scope, row), more.minutes));
  return Minutes.parse(JSON.parse(new TextDecoder().decode(body)));
}

/** The minutes: those that stand, or as they follow from what was said so far. */
export async function minutes(scope: Scope, one: OneMeeting): Promise<Minutes> {
  const whole = await readWhole(scope, one, false);
  const { status } = whole.row;
  if (status === 'draft' || status === 'published' || status === 'cancelled')
    throw refused('meeting.not-held', 'This meeting was not held yet: there are no minutes.');
  return (await frozenMinutes(scope, whole)) ?? minutesFrom(scope, whole);
}

/** Freezes the minutes into a file, whose fingerprint stands in the meeting, and plans a mail to each recipient. */
export async function close(scope: Scope, { v, recipients, ...one }: Closing): Promise<MeetingDetail> {
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  if (before.row.status !== 'minutes')
    throw refused('meeting.not-ended', 'End the meeting first, look at its minutes, and close it then.');
  const people = before.more.participants.filter(({ id }) => recipients.includes(id));
  if (people.length !== new Set(recipients).size || people.some(({ email }) => !email))
    throw invalid('recipients', 'Minutes go to participants with an email address. Choose again.');
  const closedAt = scope.now().toISOString();
  const body = new TextEncoder().encode(JSON.stringify(minutesFrom(scope, before)));
  const stored = await putFile(scope, fileOf(scope, one), body, { contentType: 'application/json' });
  const { after, ops, facts } = changing(scope, before, {
    row: { status: 'closed' },
    more: { closedAt, minutes: stored },
  });
  const mails = mailsTo(scope, after, people, 'minutes');
  ops.push(...mails.ops, happened(scope, one.companyId, record(one.meetingId), 'closed', [String(people.length)]));
  const { companyId, meetingId } = one;
  const closed = meetingClosed.of({ companyId, meetingId });
  return commit(scope, ops, [...facts, closed, ...mails.facts], detailOf(scope, { ...before, ...after }));
}
