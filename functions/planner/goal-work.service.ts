import type { NewFact } from '../../events/define.ts';
import { goalWorkMoved, plannerItemChanged } from '../../events/planner.ts';
import { workOf } from '../../shared/goals/progress.ts';
import { AppError, refused } from '../../shared/kernel/error.ts';
import type { PlannerItem } from '../../shared/planner/planner-item.ts';
import { MOST_GOALS, type ServedGoal, type Serving } from '../../shared/planner/serving.ts';
import { commit } from '../_kit/commit.ts';
import { change, type Op } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { findMany, mustFind } from '../_kit/store.ts';
import { get as getFinding } from '../findings/findings.service.ts';
import { keepWork } from '../goals/counting.service.ts';
import { noLongerServed, served } from '../goals/goals.service.ts';
import { happened } from '../platform/activity.service.ts';
import { linksFrom } from '../platform/links.service.ts';
import { itemRows } from './estimates.service.ts';
import { PlannerItemEntity, type PlannerItemRow } from './planner-item.entity.ts';
import type { One } from './planner-records.ts';

/** Items of one goal that are read at once. */
const MOST_ITEMS = 100;

const record = (plannerItemId: string) => ({ type: 'planner-item' as const, id: plannerItemId });

/** What will not be done counts for no goal. */
const counts = ({ isArchived, status }: PlannerItemRow) =>
  !isArchived && status !== 'declined' && status !== 'cancelled';

/** The parts of a commit that set an item to a goal, and what tells of it. */
export async function servingOps(
  scope: Scope,
  { companyId, plannerItemId }: One,
  goalId: string,
): Promise<{ ops: Op[]; facts: NewFact[] }> {
  const one = { companyId, goalId };
  return { ops: await served(scope, one, plannerItemId), facts: [goalWorkMoved.of(one)] };
}

/** Tells the goals of an item whose change makes it count differently. */
export function goalWork(
  before: Pick<PlannerItem, 'companyId' | 'goalIds' | 'hours' | 'status' | 'isArchived'>,
  after: Pick<PlannerItem, 'hours' | 'status' | 'isArchived'>,
): NewFact[] {
  const { companyId, goalIds = [], hours, status, isArchived } = before;
  if (hours === after.hours && status === after.status && isArchived === after.isArchived) return [];
  return goalIds.map((goalId) => goalWorkMoved.of({ companyId, goalId }));
}

/** Work that serves a goal, in the order in which it begins; archived work is left out. */
export async function forGoal(scope: Scope, { companyId, goalId }: ServedGoal): Promise<{ items: PlannerItem[] }> {
  const links = await linksFrom(scope, companyId, { type: 'goal', id: goalId });
  const ids = links.flatMap(({ to }) => (to.type === 'planner-item' ? [to.id] : [])).slice(0, MOST_ITEMS);
  const gets = ids.map((plannerItemId) => PlannerItemEntity.get({ mspId: scope.mspId, companyId, plannerItemId }));
  const items = await findMany(scope, PlannerItemEntity, gets);
  return {
    items: items
      .filter((item) => !item.isArchived)
      .toSorted((a, b) => (a.startDate ?? '9').localeCompare(b.startDate ?? '9')),
  };
}

const current = (scope: Scope, { companyId, plannerItemId }: One) => {
  const key = PlannerItemEntity.get({ mspId: scope.mspId, companyId, plannerItemId });
  return mustFind(scope, PlannerItemEntity, key, 'planner item');
};

/** An item serves one goal more: the goal counts its work, and both name the other. */
export async function serve(scope: Scope, { v, goalId, ...one }: Serving): Promise<PlannerItem> {
  const item = basedOn(await current(scope, one), v, 'planner item');
  const goalIds = item.goalIds ?? [];
  if (goalIds.includes(goalId)) throw refused('planner.serves', 'This item serves that goal already.');
  if (goalIds.length === MOST_GOALS)
    throw refused('planner.goals', `An item serves at most ${MOST_GOALS} goals. Take one away first.`);
  const { ops, facts } = await servingOps(scope, one, goalId);
  return moved(scope, item, [...goalIds, goalId], ops, facts);
}

/** An item serves a goal no longer. */
export async function unserve(scope: Scope, { v, goalId, ...one }: Serving): Promise<PlannerItem> {
  const item = basedOn(await current(scope, one), v, 'planner item');
  const { companyId, plannerItemId, goalIds = [] } = item;
  if (!goalIds.includes(goalId)) throw refused('planner.serves-not', 'This item does not serve that goal.');
  const ops = noLongerServed(scope, { companyId, goalId }, plannerItemId);
  const rest = goalIds.filter((id) => id !== goalId);
  return moved(scope, item, rest, ops, [goalWorkMoved.of({ companyId, goalId })]);
}

function moved(
  scope: Scope,
  item: PlannerItemRow,
  goalIds: string[],
  ops: readonly Op[],
  facts: readonly NewFact[],
): Promise<PlannerItem> {
  const { companyId, plannerItemId, status } = item;
  const after = revised(scope, item, { goalIds: goalIds.length > 0 ? goalIds : undefined });
  return commit(
    scope,
    [
      change(PlannerItemEntity, item, after, { what: 'planner item' }),
      happened(scope, companyId, record(plannerItemId), 'changed', ['goalIds']),
      ...ops,
    ],
    [plannerItemChanged.of({ companyId, plannerItemId, fields: ['goalIds'], status }), ...facts],
    after,
  );
}

/** Adds up the work of a goal anew. */
export async function recountGoal(scope: Scope, one: ServedGoal): Promise<void> {
  await keepWork(scope, one, async () => {
    const rows = await itemRows(scope, one.companyId, { consistent: true });
    const own = rows.filter((row) => row.goalIds?.includes(one.goalId) && counts(row));
    return workOf(own.map(({ hours, status }) => ({ hours, isDone: status === 'completed' })));
  });
}

/** A goal came out of a finding that has its work planned already: that work serves the goal. */
export async function adoptWork(
  scope: Scope,
  { companyId, goalId, findingId }: ServedGoal & { findingId?: string | undefined },
): Promise<void> {
  if (!findingId) return;
  const { plannerItemId } = await getFinding(scope, { companyId, findingId });
  if (!plannerItemId) return;
  try {
    const { v } = await current(scope, { companyId, plannerItemId });
    await serve(scope, { companyId, plannerItemId, goalId, v });
  } catch (error) {
    // It serves the goal already, or the goal was closed meanwhile.
    if (!(error instanceof AppError) || error.status !== 422) throw error;
  }
}
