import { invalid, notFound, refused } from '../../shared/kernel/error.ts';
import type { LinkEnd } from '../../shared/kernel/link.ts';
import type { AgendaItem, ItemChange, ItemRemoval, NewItem, RecordsToAdd } from '../../shared/meetings/agenda.ts';
import { MOST_ITEMS } from '../../shared/meetings/kinds.ts';
import type { Order, VersionedMeeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op, put, remove } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { activeStaff } from '../identity/directory.service.ts';
import { happened } from '../platform/activity.service.ts';
import { unlink } from '../platform/links.service.ts';
import { AgendaItemEntity, type AgendaItemRow } from './agenda-item.entity.ts';
import { freshItem, upToDate } from './fresh-items.ts';
import { ATTEMPTS, changing, detailOf, inOrder, readWhole, record, shownItem, type Whole } from './meeting-records.ts';
import { discussed } from './new-meeting.ts';
import { inItems, subjectOf } from './subjects.service.ts';

const LOCKED = 'This agenda is locked: those who were invited have it. Unlock it to change it.';

/** The agenda is prepared in a draft; while a meeting is held, something may come up. */
function refuseLocked({ row }: Whole, mayComeUp: boolean): void {
  if (row.status === 'draft' || (mayComeUp && row.status === 'live')) return;
  if (row.status === 'published') throw refused('meeting.locked', LOCKED);
  throw refused('meeting.held', 'This meeting was held or cancelled: its agenda stays as it was.');
}

function itemOf({ items }: Whole, agendaItemId: string): AgendaItemRow {
  const item = items.find((one) => one.agendaItemId === agendaItemId);
  if (!item) throw notFound('agenda item');
  return item;
}

/** The parts of a commit that puts items at the end of an agenda. */
async function append(scope: Scope, before: Whole, fresh: readonly AgendaItemRow[]): Promise<MeetingDetail> {
  const items = [...before.items, ...fresh];
  if (items.length > MOST_ITEMS)
    throw refused('meeting.full', `An agenda holds at most ${MOST_ITEMS} items. Take some off first.`);
  const { after, ops, facts } = changing(scope, before, { items });
  ops.push(
    ...fresh.flatMap((item) => [put(AgendaItemEntity, item), ...discussed(scope, item)]),
    happened(scope, before.row.companyId, record(before.row.meetingId), 'changed', ['agenda']),
  );
  return commit(scope, ops, facts, detailOf(scope, { ...before, ...after, items }));
}

/** A note, or a standing part, at the end of the agenda. */
export function addItem(scope: Scope, { companyId, meetingId, ...facts }: NewItem): Promise<MeetingDetail> {
  return startingOver(ATTEMPTS, async () => {
    const one = { companyId, meetingId };
    const before = await readWhole(scope, one);
    refuseLocked(before, true);
    if (facts.presenterId) await activeStaff(scope, facts.presenterId);
    return append(scope, before, await upToDate(scope, [freshItem(scope, one, facts)]));
  });
}

const nameOf = ({ type, id }: LinkEnd) => `${type}/${id}`;

/** Records at the end of the agenda, each once: what stands there already is left alone. */
export function addRecords(scope: Scope, { records, ...one }: RecordsToAdd): Promise<MeetingDetail> {
  return startingOver(ATTEMPTS, async () => {
    const before = await readWhole(scope, one);
    refuseLocked(before, true);
    const there = new Set(before.items.flatMap((item) => item.records.map(nameOf)));
    const wanted = [...new Map(records.map((end) => [nameOf(end), end])).values()];
    const groups = inItems(wanted.filter((end) => !there.has(nameOf(end))));
    if (groups.length === 0) return detailOf(scope, before);
    const fresh = await Promise.all(
      groups.map(async (group) => {
        const subject = await subjectOf(scope, one.companyId, group);
        return freshItem(scope, one, { ...subject, records: group.map(({ type, id }) => ({ type, id })) });
      }),
    );
    return append(scope, before, fresh);
  });
}

/** What may still be changed about an item once its agenda is locked. */
const PRESENTERS: readonly string[] = ['note', 'presenterId'];

/** Changes the named fields of an item. The time of the whole agenda follows its time boxes. */
export function editItem(
  scope: Scope,
  { companyId, meetingId, agendaItemId, v, ...named }: ItemChange,
): Promise<AgendaItem> {
  return startingOver(ATTEMPTS, async () => {
    const before = await readWhole(scope, { companyId, meetingId });
    const item = basedOn(itemOf(before, agendaItemId), v, 'agenda item');
    if (before.row.status === 'closed' || Object.keys(named).some((field) => !PRESENTERS.includes(field)))
      refuseLocked(before, true);
    if (named.presenterId) await activeStaff(scope, named.presenterId);
    const set = Object.fromEntries(Object.entries(named).map(([field, value]) => [field, value ?? undefined]));
    const next: AgendaItemRow = revised(scope, item, set);
    const ops: Op[] = [change(AgendaItemEntity, item, next, { what: 'agenda item' })];
    if (next.minutes === item.minutes) return commit(scope, ops, [], shownItem(scope, next));
    const items = before.items.map((one) => (one === item ? next : one));
    const moved = changing(scope, before, { items });
    return commit(scope, [...ops, ...moved.ops], moved.facts, shownItem(scope, next));
  });
}

/** Takes an item off the agenda; its records stay where they are. */
export async function removeItem(scope: Scope, { v, agendaItemId, ...one }: ItemRemoval): Promise<MeetingDetail> {
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  refuseLocked(before, false);
  const gone = itemOf(before, agendaItemId);
  const items = before.items.filter((item) => item !== gone);
  const { after, ops, facts } = changing(scope, before, { items });
  const to = record(one.meetingId);
  ops.push(
    remove(AgendaItemEntity, gone, { what: 'agenda item' }),
    ...gone.records.map((from) => unlink(scope, { companyId: one.companyId, from, to, role: 'discussed-in' })),
    happened(scope, one.companyId, to, 'changed', ['agenda']),
  );
  return commit(scope, ops, facts, detailOf(scope, { ...before, ...after, items }));
}

/** Puts the items into another order. All of them have to be named, so that none is lost. */
export async function reorder(scope: Scope, { v, agenda, ...one }: Order): Promise<MeetingDetail> {
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  refuseLocked(before, false);
  const items = inOrder(before.items, agenda);
  if (items.length !== before.items.length || new Set(agenda).size !== agenda.length)
    throw invalid('agenda', 'Name every item of the agenda once. Reload and order them again.');
  const { after, ops, facts } = changing(scope, before, { items });
  return commit(scope, ops, facts, detailOf(scope, { ...before, ...after, items }));
}

/** The parts of a commit that bring the figures of an agenda up to date. */
export async function refreshing(scope: Scope, before: Whole): Promise<{ items: AgendaItemRow[]; ops: Op[] }> {
  const fresh = await upToDate(scope, before.items);
  const items = fresh.map((item, index) => (item === before.items[index] ? item : revised(scope, item, {})));
  const ops = items.flatMap((item, index) => {
    const was = before.items[index];
    return was && item !== was ? [change(AgendaItemEntity, was, item, { what: 'agenda item', audit: false })] : [];
  });
  return { items, ops };
}

/** Takes the figures of the whole agenda anew from their records. */
export async function refresh(scope: Scope, { v, ...one }: VersionedMeeting): Promise<MeetingDetail> {
  const before = await readWhole(scope, one);
  basedOn(before.row, v, 'meeting');
  if (before.row.status === 'closed' || before.row.status === 'cancelled')
    throw refused('meeting.held', 'This meeting is over: its figures stay what they were.');
  const { items, ops } = await refreshing(scope, before);
  return commit(scope, ops, [], detailOf(scope, { ...before, items }));
}
