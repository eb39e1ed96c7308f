import { goalCreated } from '../../events/goals.ts';
import type {
  Alignment,
  AllGoalsFilter,
  Goal,
  GoalChange,
  GoalDetail,
  GoalFilter,
  NewGoal,
} from '../../shared/goals/goal.ts';
import { NO_WORK } from '../../shared/goals/progress.ts';
import { standingOf } from '../../shared/goals/standing.ts';
import { seesCompany } from '../../shared/kernel/actor.ts';
import { invalid, refused } from '../../shared/kernel/error.ts';
import type { Links } from '../../shared/kernel/link.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import { newId } from '../_kit/new-id.ts';
import { type Op, put } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { page } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { current as currentCompany, get as getCompany } from '../companies/companies.service.ts';
import { aimed } from '../findings/findings.service.ts';
import { happened, historyOf } from '../platform/activity.service.ts';
import { link, linksAt, linksFrom, unlink } from '../platform/links.service.ts';
import { GoalEntity, type GoalRow } from './goal.entity.ts';
import { changing, firstTextRow, goalRows, type One, readGoal, record, rowOf, shown } from './goal-records.ts';
import { measureOf } from './metrics.service.ts';

type Filter = Omit<AllGoalsFilter, 'limit' | 'cursor'>;

/** Planner items of one goal whose budgets are told: more is not explained by a line any more. */
const MOST_ITEMS = 50;

function keeper({ standing, category, q }: Filter, scope: Scope) {
  const wanted = q?.toLowerCase() ?? '';
  return (row: GoalRow) =>
    seesCompany(scope.actor, row.companyId) &&
    (!standing || standingOf(row) === standing) &&
    (!category || row.category === category) &&
    row.title.toLowerCase().includes(wanted);
}

const phaseOf = ({ standing }: Filter) =>
  standing === 'achieved' || standing === 'abandoned' ? ('closed' as const) : ('open' as const);

const listed = ({ items, ...rest }: Page<GoalRow>): Page<Goal> => ({ items: items.map(shown), ...rest });

/** Goals of all clients that the actor sees, those due first at the top; closed ones when asked for. */
export async function listAll(scope: Scope, { limit, cursor, ...filter }: AllGoalsFilter): Promise<Page<Goal>> {
  const query = GoalEntity.query.inMsp({ mspId: scope.mspId, phase: phaseOf(filter) });
  return listed(await page(scope, GoalEntity, query, { limit, cursor, filter, keep: keeper(filter, scope) }));
}

/** One client's goals in the same order. */
export async function list(scope: Scope, { limit, cursor, companyId, ...filter }: GoalFilter): Promise<Page<Goal>> {
  const query = GoalEntity.query.inCompany({ mspId: scope.mspId, companyId, phase: phaseOf(filter) });
  const options = { limit, cursor, filter: { companyId, ...filter }, keep: keeper(filter, scope) };
  return listed(await page(scope, GoalEntity, query, options));
}

/** Every goal of the client, closed ones included. */
export async function board(scope: Scope, { companyId }: { companyId: string }): Promise<{ items: Goal[] }> {
  return { items: (await goalRows(scope, companyId)).map(shown) };
}

export async function get(scope: Scope, one: One): Promise<GoalDetail> {
  return (await readGoal(scope, one, false)).detail;
}

export async function links(scope: Scope, { companyId, goalId }: One): Promise<Links> {
  return { items: await linksAt(scope, companyId, record(goalId)) };
}

/** What led to the goal, the planner items that serve it, and the budgets that hold them. */
export async function alignment(scope: Scope, { companyId, goalId }: One): Promise<Alignment> {
  const own = await linksAt(scope, companyId, record(goalId));
  const items = own.flatMap(({ to }) => (to.type === 'planner-item' ? [to] : [])).slice(0, MOST_ITEMS);
  const used = await Promise.all(items.map((item) => linksFrom(scope, companyId, item)));
  return { links: [...own, ...used.flat().filter(({ to }) => to.type === 'budget')] };
}

export function history(
  scope: Scope,
  { companyId, goalId, limit, cursor }: One & { limit: number; cursor?: string },
): Promise<Page<Activity>> {
  return historyOf(scope, companyId, record(goalId), { limit, cursor });
}

/**
 * A new goal, by hand or out of a finding. From a finding, one commit makes the goal with the finding's words, names it in the
 * finding and links the two.
 */
export async function create(scope: Scope, { findingId, measure: wanted, ...facts }: NewGoal): Promise<GoalDetail> {
  const { companyId } = facts;
  const company = await currentCompany(scope, companyId);
  if (company.status === 'archived')
    throw refused('company.archived', 'This client is archived. Restore it before you set a goal for it.');
  const goalId = newId(scope.now());
  const source = findingId ? await aimed(scope, { companyId, findingId }, goalId) : undefined;
  const measure = wanted ? await measureOf(scope, companyId, wanted, company) : undefined;
  const goal: GoalDetail = stamped(scope, {
    ...facts,
    goalId,
    health: 'on-track' as const,
    work: NO_WORK,
    ...(measure ? { measure } : {}),
    ...(facts.status === 'active' ? { startDate: facts.startDate ?? todayOf(scope) } : {}),
    ...(source ? { findingId, quote: { text: source.finding.why, from: source.finding.title } } : {}),
  });
  const row = rowOf(scope, goal);
  const ops: Op[] = [put(GoalEntity, row), ...firstTextRow(scope, goal)];
  if (source && findingId) {
    const from = { type: 'finding' as const, id: findingId };
    ops.push(source.op, link(scope, { companyId, from, to: record(goalId), role: 'led-to' }));
  }
  const verb = findingId ? 'created-from-finding' : 'created';
  ops.push(happened(scope, companyId, record(goalId), verb, findingId ? [findingId] : []));
  const told = goalCreated.of({ companyId, goalId, ...(findingId ? { findingId } : {}) });
  return commit(scope, ops, [told], { ...goal, ...shown(row) });
}

/**
 * The parts of another commit that set work to a goal: the planner makes item, link and this in one transaction.
 *
 * @throws 404 for no goal of this client, 422 when it is closed
 */
export async function served(scope: Scope, one: One, plannerItemId: string): Promise<Op[]> {
  const { companyId, goalId } = one;
  const { row } = await readGoal(scope, one);
  if (row.phase === 'closed')
    throw refused('goal.closed', 'This goal is closed. Reopen it before you plan work for it.');
  const to = { type: 'planner-item' as const, id: plannerItemId };
  return [
    link(scope, { companyId, from: record(goalId), to, role: 'led-to' }),
    happened(scope, companyId, record(goalId), 'planned', [plannerItemId]),
  ];
}

/** The parts of another commit that take work away from a goal, closed or not. */
export function noLongerServed(scope: Scope, { companyId, goalId }: One, plannerItemId: string): Op[] {
  const to = { type: 'planner-item' as const, id: plannerItemId };
  return [
    unlink(scope, { companyId, from: record(goalId), to, role: 'led-to' }),
    happened(scope, companyId, record(goalId), 'unplanned', [plannerItemId]),
  ];
}

/** Changes the named fields. 409 when someone else was first. */
export async function edit(
  scope: Scope,
  { companyId, goalId, v, measure: wanted, ...named }: GoalChange,
): Promise<GoalDetail> {
  const { row, detail } = await readGoal(scope, { companyId, goalId });
  basedOn(row, v, 'goal');
  if (row.phase === 'closed') throw refused('goal.closed', 'This goal is closed. Reopen it before you change it.');
  const mode = named.progressMode ?? row.progressMode;
  if (named.progress !== undefined && mode !== 'manual')
    throw invalid('progress', 'Progress follows its source. Choose to set it by hand first.');
  const measure = wanted ? await newMeasure(scope, detail, wanted) : row.measure;
  if (mode === 'from-metric' && !measure)
    throw invalid('measure', 'Choose the figure that the goal follows, and its target.');
  const set = Object.fromEntries(Object.entries(named).map(([field, value]) => [field, value ?? undefined]));
  const next: GoalDetail = revised(scope, detail, { ...set, ...(measure ? { measure } : {}) });
  if (next.startDate && next.targetDate && next.targetDate < next.startDate)
    throw refused('goal.dates', 'The target date cannot be before the start.');
  const { ops, facts, after } = changing(scope, { row, detail }, next);
  const fields = [...Object.keys(named), ...(wanted ? ['measure'] : [])];
  ops.push(happened(scope, companyId, record(goalId), 'changed', fields));
  return commit(scope, ops, facts, { ...next, ...shown(after) });
}

async function newMeasure(
  scope: Scope,
  { companyId, measure }: GoalDetail,
  wanted: NonNullable<GoalChange['measure']>,
) {
  const { currency } = await getCompany(scope, { companyId });
  return measureOf(scope, companyId, wanted, { currency, before: measure });
}
