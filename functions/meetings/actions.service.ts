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
import { ATTEMPTS, readWhole, record, shownAction } from './meeting-records.ts';
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

/** Changes the named fields. What was promised may be kept, moved or dropped long after the meeting. */
export async function editAction(
  scope: Scope,
  { v, owner: ref, dueDate, text, status, ...one }: ActionChange,
): Promise<MeetingAction> {
  const before = basedOn(await current(scope, one), v, 'action');
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
  return commit(scope, [op], [told(after)], shownAction(after));
}

/** Takes back a promise that was noted by mistake, before the minutes stand. */
export async function removeAction(scope: Scope, { v, ...one }: VersionedAction): Promise<Gone> {
  const [before, meeting] = await Promise.all([current(scope, one), readWhole(scope, one)]);
  basedOn(before, v, 'action');
  refuseClosed(meeting.row);
  const ops = [remove(MeetingActionEntity, before, { what: 'action' }), ...(await takenDown(scope, meeting.row))];
  return commit(scope, ops, [told(before)], {});
}

/** Makes work out of a promise: a planner item that leads back to the meeting; the promise is kept with it. */
export async function planAction(scope: Scope, { v, ...one }: VersionedAction): Promise<PlannerItemDetail> {
  const { companyId, meetingId } = one;
  const before = basedOn(await current(scope, one), v, 'action');
  if (before.plannerItemId) throw refused('action.planned', 'This action is on the roadmap already. Open that item.');
  const { item, ops, facts } = await creating(
    scope,
    NewPlannerItem.parse({ companyId, title: before.text.slice(0, 160), status: 'approved' }),
  );
  const { plannerItemId } = item;
  const after = placed(revised(scope, before, { plannerItemId, status: 'done', closedAt: scope.now().toISOString() }));
  ops.push(
    change(MeetingActionEntity, before, after, { what: 'action' }),
    link(scope, {
      companyId,
      from: record(meetingId),
      to: { type: 'planner-item', id: plannerItemId },
      role: 'led-to',
    }),
  );
  return commit(scope, ops, [...facts, told(after)], item);
}
