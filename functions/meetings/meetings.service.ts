import type { NewFact } from '../../events/define.ts';
import { meetingCancelled } from '../../events/meetings.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type {
  AllMeetingsFilter,
  Cancellation,
  Meeting,
  MeetingChange,
  MeetingFilter,
  NewMeeting,
  OneMeeting,
  Participant,
} from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import type { Op } from '../_kit/operations.ts';
import { basedOn } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { current as currentCompany } from '../companies/companies.service.ts';
import { activeStaff } from '../identity/directory.service.ts';
import { happened, historyOf } from '../platform/activity.service.ts';
import { carriedOver, withCarried } from './carrying.ts';
import { templateItems, upToDate } from './fresh-items.ts';
import { MeetingEntity, type MeetingRow } from './meeting.entity.ts';
import { changing, detailOf, readWhole, record, type Stored, shownRow, type Whole } from './meeting-records.ts';
import { newMeeting } from './new-meeting.ts';
import { named } from './people.ts';
import { mailsTo } from './planned-mails.ts';
import { template } from './templates.service.ts';

type Filter = Omit<AllMeetingsFilter, 'limit' | 'cursor' | 'phase'>;

function keeper({ type, q }: Filter, scope: Scope) {
  const wanted = q?.toLowerCase() ?? '';
  return (row: MeetingRow) =>
    seesCompany(scope.actor, row.companyId) && (!type || row.type === type) && row.title.toLowerCase().includes(wanted);
}

const listed = ({ items, ...rest }: Page<MeetingRow>): Page<Meeting> => ({ items: items.map(shownRow), ...rest });

/** Meetings of all clients that the actor sees: ahead, soonest first, or over, latest first. */
export async function listAll(
  scope: Scope,
  { limit, cursor, phase, ...filter }: AllMeetingsFilter,
): Promise<Page<Meeting>> {
  const query = MeetingEntity.query.inMsp({ mspId: scope.mspId, phase });
  const options = { limit, cursor, filter: { phase, ...filter }, newestFirst: phase === 'over' };
  return listed(await page(scope, MeetingEntity, query, { ...options, keep: keeper(filter, scope) }));
}

/** One client's meetings in the same order. */
export async function list(
  scope: Scope,
  { limit, cursor, companyId, phase, ...filter }: MeetingFilter,
): Promise<Page<Meeting>> {
  const query = MeetingEntity.query.inCompany({ mspId: scope.mspId, companyId, phase });
  const options = { limit, cursor, filter: { companyId, phase, ...filter }, newestFirst: phase === 'over' };
  return listed(await page(scope, MeetingEntity, query, { ...options, keep: keeper(filter, scope) }));
}

export async function get(scope: Scope, one: OneMeeting): Promise<MeetingDetail> {
  return detailOf(scope, await readWhole(scope, one, false));
}

export function history(
  scope: Scope,
  { companyId, meetingId, limit, cursor }: OneMeeting & { limit: number; cursor?: string },
): Promise<Page<Activity>> {
  return historyOf(scope, companyId, record(meetingId), { limit, cursor });
}

/** What a closed or cancelled meeting hands over, and the part of a commit that names its successor. */
async function takenOver(scope: Scope, companyId: string, previousMeetingId: string, meetingId: string) {
  const previous = await readWhole(scope, { companyId, meetingId: previousMeetingId });
  if (previous.row.status !== 'closed' && previous.row.status !== 'cancelled')
    throw refused('meeting.not-closed', 'Close the last meeting first: its minutes say what is left to decide.');
  if (previous.more.nextMeetingId)
    throw refused('meeting.has-next', 'The last meeting has a next one already. Open that one.');
  const { ops } = changing(scope, previous, { more: { nextMeetingId: meetingId } });
  return { items: carriedOver(scope, { companyId, meetingId }, previous), ops };
}

/** A new meeting with the agenda of a template, and with what an earlier one left unresolved. */
export async function create(
  scope: Scope,
  { templateId, previousMeetingId, participants: wanted, ...facts }: NewMeeting,
): Promise<MeetingDetail> {
  const { companyId } = facts;
  const meetingId = newId(scope.now());
  const one = { companyId, meetingId };
  const [company, participants, chosen, before] = await Promise.all([
    currentCompany(scope, companyId),
    named(scope, companyId, wanted),
    templateId ? template(scope, templateId) : undefined,
    previousMeetingId ? takenOver(scope, companyId, previousMeetingId, meetingId) : { items: [], ops: [] as Op[] },
  ]);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you plan a meeting with it.');
  const items = await upToDate(scope, withCarried(templateItems(scope, one, chosen?.items ?? []), before.items));
  const {
    whole,
    ops,
    facts: told,
  } = newMeeting(scope, {
    ...facts,
    meetingId,
    timeZone: company.timeZone,
    participants,
    items,
    ...(previousMeetingId ? { previousMeetingId } : {}),
  });
  return commit(scope, [...ops, ...before.ops], told, detailOf(scope, whole));
}

function refuseHeld({ row }: Whole): void {
  if (row.status !== 'draft' && row.status !== 'published')
    throw refused('meeting.held', 'This meeting was held or cancelled: its time and people stay as they were.');
}

/** What is named, without what is not. */
function defined<T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** Those of one list who are not in the other. */
function without(people: readonly Participant[], others: readonly Participant[]): Participant[] {
  const known = new Set(others.map(({ id }) => id));
  return people.filter(({ id }) => !known.has(id));
}

/** Mails of a change after the invitation: to all when time or place moved, else to those who came or went. */
function tellings(scope: Scope, before: Whole, after: Stored, moved: boolean): { ops: Op[]; facts: NewFact[] } {
  const [was, is] = [before.more.participants, after.more.participants];
  const came = without(is, was);
  const mails = [
    mailsTo(scope, after, came, 'invitation'),
    mailsTo(scope, after, moved ? without(is, came) : [], 'change'),
    mailsTo(scope, after, without(was, is), 'cancellation'),
  ];
  return { ops: mails.flatMap(({ ops }) => ops), facts: mails.flatMap(({ facts }) => facts) };
}

/**
 * Changes the named fields. Once people were invited they are told of another time or place by mail; whoever is new is invited,
 * whoever is taken off is told so.
 */
export async function edit(scope: Scope, { v, companyId, meetingId, ...input }: MeetingChange): Promise<MeetingDetail> {
  const before = await readWhole(scope, { companyId, meetingId });
  basedOn(before.row, v, 'meeting');
  const { participants: wanted, place, preparation, repeat, ...facts } = input;
  const fields = Object.keys(defined(input));
  if (fields.some((field) => field !== 'preparation')) refuseHeld(before);
  const [participants] = await Promise.all([
    wanted ? named(scope, companyId, wanted) : undefined,
    facts.hostId ? activeStaff(scope, facts.hostId) : undefined,
  ]);
  const moved = facts.startsAt !== undefined || facts.durationMinutes !== undefined || place !== undefined;
  // Also while the agenda is unlocked: the entry in their calendars stands.
  const isInvited = before.more.invitation > 0;
  const isRevised =
    isInvited && (moved || (participants !== undefined && without(before.more.participants, participants).length > 0));
  const {
    after,
    ops,
    facts: told,
  } = changing(scope, before, {
    row: { ...defined(facts), ...(repeat === undefined ? {} : { repeat: repeat ?? undefined }) },
    more: {
      ...defined({ place, preparation, participants }),
      ...(isRevised ? { invitation: before.more.invitation + 1 } : {}),
    },
  });
  const mails = isInvited ? tellings(scope, before, after, moved) : { ops: [], facts: [] };
  ops.push(...mails.ops, happened(scope, companyId, record(meetingId), 'changed', fields));
  return commit(scope, ops, [...told, ...mails.facts], detailOf(scope, { ...before, ...after }));
}

/** The meeting does not take place; those who were invited are told why. A series goes on unless it ends with it. */
export async function cancel(scope: Scope, { v, reason, endsSeries, ...one }: Cancellation): Promise<MeetingDetail> {
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  if (before.row.status !== 'draft' && before.row.status !== 'published')
    throw refused('meeting.held', 'Only a meeting that was not held yet can be cancelled.');
  const isInvited = before.more.invitation > 0;
  const { after, ops, facts } = changing(scope, before, {
    row: { status: 'cancelled', ...(endsSeries ? { repeat: undefined } : {}) },
    more: { cancelReason: reason, ...(isInvited ? { invitation: before.more.invitation + 1 } : {}) },
  });
  const mails = isInvited ? mailsTo(scope, after, after.more.participants, 'cancellation') : { ops: [], facts: [] };
  ops.push(...mails.ops, happened(scope, one.companyId, record(one.meetingId), 'cancelled', [], reason));
  const { companyId, meetingId } = one;
  const over = meetingCancelled.of({ companyId, meetingId });
  return commit(scope, ops, [...facts, over, ...mails.facts], detailOf(scope, { ...before, ...after }));
}
