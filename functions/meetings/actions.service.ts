import { meetingActionChanged } from '../../events/meetings.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import type {
  ActionChange,
  ActionFilter,
  MeetingAction,
  NewAction,
  VersionedAction,
} from '../../shared/meetings/action.ts';
import { MOST_ACTIONS } from '../../shared/meetings/kinds.ts';
import { NewPlannerItem, type PlannerItemDetail } from '../../shared/planner/planner-item.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put, remove } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { mustFind, page } from '../_kit/store.ts';
import { creating } from '../planner/planner.service.ts';
import { link } from '../platform/links.service.ts';
import { takenDown } from './last-words.ts';
import type { MeetingRow } from './meeting.entity.ts';
import { MeetingActionEntity, type MeetingActionRow } from './meeting-action.entity.ts';
import { ATTEMPTS, readMeeting, readWhole, record, shownAction } from './meeting-records.ts';
import { namedOne } from './people.ts';

/** Place in lists of a promise without a date. */
const SOMETIME = '9999-12-31';

const placed = (action: Omit<MeetingActionRow, 'shelf' | 'due'>): MeetingActionRow => ({
  ...action,
  shelf: action.status === 'open' ? 'open' : 'closed',
  due: action.dueDate ?? SOMETIME,
});

const told = ({ companyId, meetingId }: MeetingActionRow) => meetingActionChanged.of({ companyId, meetingId });

/** What one client and its MSP promised each other: what is open by day, or what is done, latest day first. */
export async function actions(
  scope: Scope,
  { companyId, status, limit, cursor }: ActionFilter,
): Promise<Page<MeetingAction>> {
  const query = MeetingActionEntity.query.inCompany({ mspId: scope.mspId, companyId, shelf: status });
  const options = { limit, cursor, filter: { companyId, status }, newestFirst: status === 'closed' };
  const { items, ...rest } = await page(scope, MeetingActionEntity, query, options);
  return { items: items.map(shownAction), ...rest };
}

function current(scope: Scope, one: Omit<VersionedAction, 'v'>): Promise<MeetingActionRow> {
  const { companyId, meetingId, meetingActionId } = one;
  const key = { mspId: scope.mspId, companyId, meetingId, meetingActionId };
  return mustFind(scope, MeetingActionEntity, MeetingActionEntity.get(key), 'action');
}

/** The minutes say what was promised: once they stand, nothing is added to them or taken away. */
function refuseClosed({ status }: MeetingRow): void {
  if (status === 'closed' || status === 'cancelled')
    throw refused('meeting.held', 'The minutes of this meeting stand. Note it in the next meeting.');
}

/** Somebody promises something. */
export function addAction(
  scope: Scope,
  { companyId, meetingId, owner: ref, agendaItemId, ...facts }: NewAction,
): Promise<MeetingAction> {
  return startingOver(ATTEMPTS, async () => {
    const [meeting, owner] = await Promise.all([
      readWhole(scope, { companyId, meetingId }),
      namedOne(scope, companyId, ref, 'owner'),
    ]);
    refuseClosed(meeting.row);
    if (meeting.actions.length >= MOST_ACTIONS)
      throw refused('meeting.actions-full', `A meeting keeps at most ${MOST_ACTIONS} actions.`);
    const isThere = agendaItemId !== undefined && meeting.more.agenda.includes(agendaItemId);
    const row = placed(
      stamped(scope, {
        ...facts,
        companyId,
        meetingId,
        meetingActionId: newId(scope.now()),
        status: 'open' as const,
        ...(owner ? { owner } : {}),
        ...(isThere ? { agendaItemId } : {}),
      }),
    );
    const ops = [put(MeetingActionEntity, row), ...(await takenDown(scope, meeting.row))];
    return commit(scope, ops, [told(row)], shownAction(row));
  });
}

/** Another word on the meeting came between: the action itself is as it was. */
const ANOTHER_WORD = 'meeting.changed';

/** An action as it is about to change, and its meeting. */
async function touched(scope: Scope, { v, ...one }: VersionedAction) {
  const [action, { row: meeting }] = await Promise.all([current(scope, one), readMeeting(scope, one)]);
  return { before: basedOn(action, v, 'action'), meeting };
}

/** The parts of a commit by which the closing of a meeting hears of a change, while that is written up. */
const heard = async (scope: Scope, meeting: MeetingRow) =>
  meeting.status === 'minutes' ? takenDown(scope, meeting) : [];

/** Changes the named fields. What was promised may be kept, moved or dropped long after the meeting. */
export function editAction(
  scope: Scope,
  { owner: ref, dueDate, text, status, ...one }: ActionChange,
): Promise<MeetingAction> {
  const work = async () => {
    const { before, meeting } = await touched(scope, one);
    const owner = ref ? await namedOne(scope, one.companyId, ref, 'owner') : undefined;
    const closedAt = status === 'open' ? undefined : scope.now().toISOString();
    const after = placed(
      revised(scope, before, {
        ...(text === undefined ? {} : { text }),
        ...(ref === undefined ? {} : { owner }),
        ...(dueDate === undefined ? {} : { dueDate: dueDate ?? undefined }),
        ...(status === undefined || status === before.status ? {} : { status, closedAt }),
      }),
    );
    const op = change(MeetingActionEntity, before, after, { what: 'action' });
    return commit(scope, [op, ...(await heard(scope, meeting))], [told(after)], shownAction(after));
  };
  return startingOver(ATTEMPTS, work, ANOTHER_WORD);
}

/** Takes back a promise that was noted by mistake, before the minutes stand. */
export function removeAction(scope: Scope, one: VersionedAction): Promise<Gone> {
  const work = async () => {
    const { before, meeting } = await touched(scope, one);
    refuseClosed(meeting);
    const ops = [remove(MeetingActionEntity, before, { what: 'action' }), ...(await takenDown(scope, meeting))];
    return commit(scope, ops, [told(before)], {});
  };
  return startingOver(ATTEMPTS, work, ANOTHER_WORD);
}

/** Makes work out of a promise: a planner item that leads back to the meeting; the promise is kept with it. */
export function planAction(scope: Scope, one: VersionedAction): Promise<PlannerItemDetail> {
  const { companyId, meetingId } = one;
  const work = async () => {
    const { before, meeting } = await touched(scope, one);
    if (before.plannerItemId) throw refused('action.planned', 'This action is on the roadmap already. Open that item.');
    const title = before.text.slice(0, 160);
    const { item, ops, facts } = await creating(scope, NewPlannerItem.parse({ companyId, title, status: 'approved' }));
    const { plannerItemId } = item;
    const done = { plannerItemId, status: 'done' as const, closedAt: scope.now().toISOString() };
    const after = placed(revised(scope, before, done));
    const to = { type: 'planner-item' as const, id: plannerItemId };
    ops.push(
      change(MeetingActionEntity, before, after, { what: 'action' }),
      link(scope, { companyId, from: record(meetingId), to, role: 'led-to' }),
      ...(await heard(scope, meeting)),
    );
    return commit(scope, ops, [...facts, told(after)], item);
  };
  return startingOver(ATTEMPTS, work, ANOTHER_WORD);
}
