import type { NewFact } from '../../events/define.ts';
import { meetingChanged } from '../../events/meetings.ts';
import { grantsOf } from '../../shared/kernel/actor.ts';
import { notFound } from '../../shared/kernel/error.ts';
import { AgendaItem } from '../../shared/meetings/agenda.ts';
import { MOST_ACTIONS, MOST_ITEMS, NOTHING } from '../../shared/meetings/kinds.ts';
import { Meeting, MeetingMore, type OneMeeting } from '../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../shared/meetings/meeting-detail.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, rowFirst } from '../_kit/store.ts';
import { AgendaItemEntity, type AgendaItemRow } from './agenda-item.entity.ts';
import { MeetingEntity, MeetingMoreEntity, type MeetingMoreRow, type MeetingRow } from './meeting.entity.ts';
import { MeetingActionEntity, type MeetingActionRow } from './meeting-action.entity.ts';

/** Two people who change one agenda at once: the later one starts over. */
export const ATTEMPTS = 5;

export const record = (meetingId: string) => ({ type: 'meeting' as const, id: meetingId });

/** A meeting as stored, without its agenda. */
export interface Stored {
  row: MeetingRow;
  more: MeetingMoreRow;
}

/** A meeting with all that its page shows. */
export interface Whole extends Stored {
  items: AgendaItemRow[];
  actions: MeetingActionRow[];
}

const keyOf = ({ mspId }: Scope, { companyId, meetingId }: OneMeeting) => ({ mspId, companyId, meetingId });

/** A meeting, and what else is read with it. 404 when there is none. */
async function readBeside<Beside>(
  scope: Scope,
  one: OneMeeting,
  consistent: boolean,
  beside: () => Promise<Beside>,
): Promise<[Stored, Beside]> {
  const key = keyOf(scope, one);
  const [row, [more, rest]] = await rowFirst(
    find(scope, MeetingEntity, MeetingEntity.get(key), { consistent }),
    () => Promise.all([find(scope, MeetingMoreEntity, MeetingMoreEntity.get(key), { consistent }), beside()]),
    { consistent },
  );
  if (!row || !more) throw notFound('meeting');
  return [{ row, more }, rest];
}

/** A meeting, read consistently when it is about to change. 404 when there is none. */
export async function readMeeting(scope: Scope, one: OneMeeting, consistent = true): Promise<Stored> {
  const [stored] = await readBeside(scope, one, consistent, async () => undefined);
  return stored;
}

/** Items in the order of the agenda. */
export function inOrder(items: readonly AgendaItemRow[], agenda: readonly string[]): AgendaItemRow[] {
  const known = new Map(items.map((item) => [item.agendaItemId, item]));
  return agenda.flatMap((id) => known.get(id) ?? []);
}

/** A meeting with its agenda and actions: in one round trip to be shown, in two to be changed. */
export async function readWhole(scope: Scope, one: OneMeeting, consistent = true): Promise<Whole> {
  const key = keyOf(scope, one);
  const [stored, [items, actions]] = await readBeside(scope, one, consistent, () =>
    Promise.all([
      all(scope, AgendaItemEntity, AgendaItemEntity.query.ofMeeting(key), { most: MOST_ITEMS, consistent }),
      all(scope, MeetingActionEntity, MeetingActionEntity.query.ofMeeting(key), { most: MOST_ACTIONS, consistent }),
    ]),
  );
  return { ...stored, items: inOrder(items, stored.more.agenda), actions };
}

/** Figures of budgets and forecasts are for those who may read budgets. */
export function isWithheld({ actor }: Scope, { topic, records }: AgendaItemRow): boolean {
  const isMoney = topic === 'forecast' || records.some(({ type }) => type === 'budget');
  return isMoney && actor.kind === 'staff' && !grantsOf(actor).includes('budgets:read');
}

export function shownItem(scope: Scope, row: AgendaItemRow): AgendaItem {
  return AgendaItem.parse(isWithheld(scope, row) ? { ...row, exhibit: NOTHING, withheld: true } : row);
}

export const shownRow = (row: MeetingRow): Meeting => Meeting.parse(row);

/** A meeting's page as the reader may see it. */
export function detailOf(scope: Scope, { row, more, items, actions }: Whole): MeetingDetail {
  return {
    ...shownRow(row),
    ...MeetingMore.parse(more),
    items: items.map((item) => shownItem(scope, item)),
    actions: actions.map(shownAction),
  };
}

export function shownAction({ shelf, due, ...action }: MeetingActionRow) {
  return action;
}

type RowSet = Partial<
  Pick<MeetingRow, 'title' | 'type' | 'status' | 'startsAt' | 'durationMinutes' | 'hostId' | 'repeat'>
>;
type MoreSet = Partial<Omit<MeetingMoreRow, 'mspId' | 'companyId' | 'meetingId'>>;

const isOver = (status: MeetingRow['status']) => status === 'closed' || status === 'cancelled';

/**
 * The next state of a meeting and the parts of a commit that bring it about. Counts and the place in lists follow from the
 * agenda; the row's version guards both rows.
 *
 * @param items the agenda as it will be, when it changes
 */
export function changing(
  scope: Scope,
  before: Stored & { items?: readonly AgendaItemRow[] },
  set: { row?: RowSet; more?: MoreSet; items?: readonly AgendaItemRow[] },
): { after: Stored; ops: Op[]; facts: NewFact[] } {
  const more = {
    ...before.more,
    ...set.more,
    ...(set.items ? { agenda: set.items.map((item) => item.agendaItemId) } : {}),
  };
  const status = set.row?.status ?? before.row.status;
  const row = revised(scope, before.row, {
    ...set.row,
    phase: isOver(status) ? 'over' : 'ahead',
    people: more.participants.length,
    ...(set.items
      ? { itemCount: set.items.length, plannedMinutes: set.items.reduce((sum, { minutes }) => sum + minutes, 0) }
      : {}),
  });
  const { companyId, meetingId } = row;
  return {
    after: { row, more },
    ops: [
      change(MeetingEntity, before.row, row, { what: 'meeting', beside: Object.keys(set.more ?? {}) }),
      replace(MeetingMoreEntity, more),
    ],
    facts: [meetingChanged.of({ companyId, meetingId, status })],
  };
}
