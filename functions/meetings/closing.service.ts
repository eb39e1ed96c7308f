import { meetingClosed } from '../../events/meetings.ts';
import { invalid, refused } from '../../shared/kernel/error.ts';
import { AgendaItem } from '../../shared/meetings/agenda.ts';
import type { Closing, OneMeeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { Minutes, minutesOf } from '../../shared/meetings/minutes.ts';
import { FileAltered, getFile, putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { companyFile } from '../_kit/file-keys.ts';
import { sha256 } from '../_kit/new-id.ts';
import { basedOn } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import { noMoreWords, wordsSoFar } from './last-words.ts';
import {
  changing,
  detailOf,
  isWithheld,
  readWhole,
  record,
  type Stored,
  shownAction,
  shownRow,
  type Whole,
} from './meeting-records.ts';
import { mailsTo } from './planned-mails.ts';

/** Under its fingerprint: whoever closes at the same moment and loses leaves the file of the other alone. */
const fileOf = (scope: Scope, { companyId, meetingId }: OneMeeting, { sha256: print }: { sha256: string }) =>
  companyFile(scope, companyId, `meetings/${meetingId}/minutes-${print}.json`);

/** All that was said, whoever asks: what a reader may not see is taken out when it is read. */
function minutesFrom({ row, more, items, actions }: Whole): Minutes {
  return minutesOf({
    meeting: { ...shownRow(row), ...more },
    items: items.map((item) => AgendaItem.parse(item)),
    actions: actions.map(shownAction),
  });
}

function asReader(scope: Scope, whole: Whole, minutes: Minutes): Minutes {
  const withheld = new Set(whole.items.filter((item) => isWithheld(scope, item)).map((item) => item.agendaItemId));
  const items = minutes.items.map((item) => (withheld.has(item.agendaItemId) ? { ...item, facts: [] } : item));
  return { ...minutes, items };
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

/** Minutes that stand, as they were frozen and as the client reads them. @throws 422 when the file is not what was stored */
export async function frozenMinutes(scope: Scope, { row, more }: Stored): Promise<Minutes | undefined> {
  if (!more.minutes) return undefined;
  const body = await unaltered(getFile(scope, fileOf(scope, row, more.minutes), more.minutes));
  return Minutes.parse(JSON.parse(new TextDecoder().decode(body)));
}

/** The minutes: those that stand, or as they follow from what was said so far. */
export async function minutes(scope: Scope, one: OneMeeting): Promise<Minutes> {
  const whole = await readWhole(scope, one, false);
  const { status } = whole.row;
  if (status === 'draft' || status === 'published' || status === 'cancelled')
    throw refused('meeting.not-held', 'This meeting was not held yet: there are no minutes.');
  return asReader(scope, whole, (await frozenMinutes(scope, whole)) ?? minutesFrom(whole));
}

/** Freezes the minutes into a file, whose fingerprint stands in the meeting, and plans a mail to each recipient. */
export async function close(scope: Scope, { v, recipients, ...one }: Closing): Promise<MeetingDetail> {
  const words = await wordsSoFar(scope, one);
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  if (!words || before.row.status !== 'minutes')
    throw refused('meeting.not-ended', 'End the meeting first, look at its minutes, and close it then.');
  const people = before.more.participants.filter(({ id }) => recipients.includes(id));
  if (people.length !== new Set(recipients).size || people.some(({ email }) => !email))
    throw invalid('recipients', 'Minutes go to participants with an email address. Choose again.');
  const closedAt = scope.now().toISOString();
  const body = new TextEncoder().encode(JSON.stringify(minutesFrom(before)));
  const file = fileOf(scope, one, { sha256: sha256(body) });
  const stored = await putFile(scope, file, body, { contentType: 'application/json' });
  const { after, ops, facts } = changing(scope, before, {
    row: { status: 'closed' },
    more: { closedAt, minutes: stored },
  });
  const mails = mailsTo(scope, after, people, 'minutes');
  ops.push(
    noMoreWords(words),
    ...mails.ops,
    happened(scope, one.companyId, record(one.meetingId), 'closed', [String(people.length)]),
  );
  const { companyId, meetingId } = one;
  const closed = meetingClosed.of({ companyId, meetingId });
  return commit(scope, ops, [...facts, closed, ...mails.facts], detailOf(scope, { ...before, ...after }));
}
