import type { NewFact } from '../../events/define.ts';
import { findingDecided } from '../../events/findings.ts';
import { plannerItemArchived, plannerItemChanged, plannerItemCreated } from '../../events/planner.ts';
import type { Finding } from '../../shared/findings/finding.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import { itemOfFinding } from '../../shared/planner/from-finding.ts';
import {
  type Move,
  NewPlannerItem,
  type PlannerFilter,
  type PlannerItem,
  type PlannerItemChange,
  type PlannerItemDetail,
} from '../../shared/planner/planner-item.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { change, erase, type Op, replace } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import { isSame } from '../_kit/same.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { happened, historyOf } from '../platform/activity.service.ts';
import { link, linksAt } from '../platform/links.service.ts';
import { itemRows } from './estimates.service.ts';
import { findingFollows, planning } from './finding-work.service.ts';
import { goalWork, servingOps } from './goal-work.service.ts';
import { estimated, newItem } from './new-item.ts';
import {
  PlannerDetailEntity,
  PlannerItemEntity,
  type PlannerItemRow,
  PublishedItemEntity,
} from './planner-item.entity.ts';
import { counted, DETAIL_FIELDS, detailRowOf, type One, readItem, rowOf } from './planner-records.ts';
import { rate } from './rate-card.service.ts';

const record = (plannerItemId: string) => ({ type: 'planner-item' as const, id: plannerItemId });

/** One client's items, newest first. */
export function list(scope: Scope, { companyId, limit, cursor, ...filter }: PlannerFilter): Promise<Page<PlannerItem>> {
  const q = filter.q?.toLowerCase() ?? '';
  const keep = (row: PlannerItemRow) =>
    row.isArchived === filter.archived &&
    (!filter.status || row.status === filter.status) &&
    (!filter.lane || row.lane === filter.lane) &&
    row.title.toLowerCase().includes(q);
  const query = PlannerItemEntity.query.record({ mspId: scope.mspId, companyId });
  return page(scope, PlannerItemEntity, query, {
    limit,
    cursor,
    keep,
    newestFirst: true,
    filter: { companyId, ...filter },
  });
}

/** Every item that is not archived, for the roadmap. */
export async function roadmap(scope: Scope, { companyId }: { companyId: string }): Promise<{ items: PlannerItem[] }> {
  return { items: (await itemRows(scope, companyId)).filter((row) => !row.isArchived) };
}

export async function get(scope: Scope, one: One): Promise<PlannerItemDetail> {
  return (await readItem(scope, one, false)).detail;
}

export async function links(scope: Scope, { companyId, plannerItemId }: One): Promise<Links> {
  return { items: await linksAt(scope, companyId, record(plannerItemId)) };
}

export function history(
  scope: Scope,
  { companyId, plannerItemId, limit, cursor }: One & { limit: number; cursor?: string },
): Promise<Page<Activity>> {
  return historyOf(scope, companyId, record(plannerItemId), { limit, cursor });
}

/**
 * The parts of a commit that makes an item, by hand, out of a finding or for a goal: it marks the finding as planned and links
 * them all, so that none can say something the others do not.
 */
export async function creating(
  scope: Scope,
  { goalId, ...facts }: NewPlannerItem,
): Promise<{ item: PlannerItemDetail; ops: Op[]; facts: NewFact[] }> {
  const { companyId, findingId } = facts;
  const plannerItemId = newId(scope.now());
  const one = { companyId, plannerItemId };
  const source = findingId ? await planning(scope, findingId, one, facts.status) : undefined;
  // Work that answers a finding serves the goal that the finding led to.
  const served = goalId ?? source?.finding.goalId;
  const { item, ops } = await newItem(scope, { ...facts, plannerItemId, ...(served ? { goalIds: [served] } : {}) });
  if (source && findingId) {
    const from = { type: 'finding' as const, id: findingId };
    ops.push(source.op, link(scope, { companyId, from, to: record(plannerItemId), role: 'led-to' }));
  }
  const work = served ? await servingOps(scope, one, served) : undefined;
  ops.push(...(work?.ops ?? []), born(scope, item, { findingId, goalId: served }));
  const told = [
    plannerItemCreated.of({ companyId, plannerItemId, ...(findingId ? { findingId } : {}) }),
    ...(findingId ? [findingDecided.of({ companyId, findingId, status: 'planned' })] : []),
    ...(work?.facts ?? []),
  ];
  return { item, ops, facts: told };
}

/** A new item. */
export async function create(scope: Scope, input: NewPlannerItem): Promise<PlannerItemDetail> {
  const { item, ops, facts } = await creating(scope, input);
  return commit(scope, ops, facts, item);
}

/**
 * The parts of another commit that plan an open finding because the client said yes to it: work that goes ahead, with the
 * finding's own estimate.
 */
export async function agreedFrom(scope: Scope, finding: Finding): ReturnType<typeof creating> {
  const { ratePerHour } = await rate(scope, finding);
  const { minor = 0, hours = 0 } = finding.estimate ?? {};
  const facts = itemOfFinding(finding, { minor, hours, ratePerHour });
  return creating(scope, NewPlannerItem.parse({ ...facts, status: 'approved' }));
}

/** The first line of an item's history: where it came from. */
function born(
  scope: Scope,
  { companyId, plannerItemId }: One,
  { findingId, goalId }: { findingId: string | undefined; goalId: string | undefined },
): Op {
  if (findingId) return happened(scope, companyId, record(plannerItemId), 'created-from-finding', [findingId]);
  if (goalId) return happened(scope, companyId, record(plannerItemId), 'created-for-goal', [goalId]);
  return happened(scope, companyId, record(plannerItemId), 'created');
}

type Named = Omit<PlannerItemChange, 'companyId' | 'plannerItemId' | 'v'>;

/** A change with null, which empties a field, as the absence that a record keeps. */
function emptied(named: Named): Partial<PlannerItemDetail> {
  return Object.fromEntries(Object.entries(named).map(([field, value]) => [field, value ?? undefined]));
}

/** Changes the named fields and recounts the estimate at today's rate. 409 when someone else was first. */
export async function edit(
  scope: Scope,
  { companyId, plannerItemId, v, ...named }: PlannerItemChange,
): Promise<PlannerItemDetail> {
  const one = { companyId, plannerItemId };
  const [{ item, detail }, card] = await Promise.all([readItem(scope, one), rate(scope, one)]);
  basedOn(item, v, 'planner item');
  const set = emptied(named);
  const wanted: PlannerItemDetail = { ...detail, ...set };
  if (Boolean(wanted.startDate) !== Boolean(wanted.endDate))
    throw refused('planner.dates', 'Give both a start and an end, or neither.');
  if (wanted.startDate && wanted.endDate && wanted.endDate < wanted.startDate)
    throw refused('planner.dates', 'The end cannot be before the start.');
  const repriced = set.costs !== undefined || set.hours !== undefined;
  const prices = repriced ? estimated(wanted.costs, wanted.hours, card.ratePerHour) : {};
  const after = revised(scope, counted({ ...wanted, ...prices }), {});
  const fields = Object.keys(set);
  // Said once more, completed work stays completed on its day: reports go by it.
  const isNews = set.status !== undefined && !(set.status === 'completed' && item.status === 'completed');
  const decided = isNews ? { statusAt: scope.now().toISOString() } : {};
  const beside = DETAIL_FIELDS.filter((field) => !isSame(detail[field], after[field]));
  const ops: Op[] = [
    change(PlannerItemEntity, item, { ...rowOf(after), ...decided }, { what: 'planner item', beside }),
    ...(beside.length > 0 ? [replace(PlannerDetailEntity, detailRowOf(scope, after))] : []),
  ];
  const answered = await findingFollows(scope, item, after);
  ops.push(happened(scope, companyId, record(plannerItemId), 'changed', fields), ...answered.ops);
  const told = plannerItemChanged.of({ ...one, fields, status: after.status });
  return commit(scope, ops, [told, ...goalWork(item, after), ...answered.facts], after);
}

/** One gesture on the roadmap. */
export async function move(
  scope: Scope,
  { companyId, plannerItemId, v, startDate, endDate, lane }: Move,
): Promise<PlannerItem> {
  const one = { companyId, plannerItemId };
  const { item, detail } = await readItem(scope, one);
  basedOn(item, v, 'planner item');
  const to = { startDate: startDate ?? undefined, endDate: endDate ?? undefined, ...(lane ? { lane } : {}) };
  const after = rowOf(revised(scope, counted({ ...detail, ...to }), {}));
  const ops = [
    change(PlannerItemEntity, item, after, { what: 'planner item' }),
    happened(scope, companyId, record(plannerItemId), 'moved', [startDate ?? 'unscheduled']),
  ];
  return commit(
    scope,
    ops,
    [plannerItemChanged.of({ ...one, fields: ['startDate', 'endDate', 'lane'], status: after.status })],
    after,
  );
}

async function setArchived(
  scope: Scope,
  { v, ...one }: One & { v: number },
  isArchived: boolean,
): Promise<PlannerItem> {
  const { item, detail } = await readItem(scope, one);
  basedOn(item, v, 'planner item');
  if (item.isArchived === isArchived)
    throw refused('planner.archived', isArchived ? 'This item is archived already.' : 'This item is not archived.');
  const seen = isArchived ? detail.published : undefined;
  const after = revised(scope, item, {
    isArchived,
    ...(seen ? { publishedAt: undefined, unpublishedChanges: 0 } : {}),
  });
  const answered = await findingFollows(scope, item, after);
  const ops = [
    change(PlannerItemEntity, item, after, { what: 'planner item' }),
    ...answered.ops,
    ...(seen ? [erase(PublishedItemEntity, { ...seen, mspId: scope.mspId })] : []),
    happened(scope, one.companyId, record(one.plannerItemId), isArchived ? 'archived' : 'restored'),
  ];
  const fact = isArchived
    ? plannerItemArchived.of(one)
    : plannerItemChanged.of({ ...one, fields: ['isArchived'], status: after.status });
  return commit(scope, ops, [fact, ...goalWork(item, after), ...answered.facts], after);
}

/**
 * Takes an item off the roadmap and out of the client's view; its links and history stay, and the finding that it answers opens
 * again. Restored, it is not published.
 */
export const archive = (scope: Scope, input: One & { v: number }) => setArchived(scope, input, true);
export const restore = (scope: Scope, input: One & { v: number }) => setArchived(scope, input, false);
