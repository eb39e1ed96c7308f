import type { NewFact } from '../../events/define.ts';
import { goalChanged, goalTurned } from '../../events/goals.ts';
import { Goal, GoalDetail } from '../../shared/goals/goal.ts';
import { isClosed, standingOf, weighed } from '../../shared/goals/standing.ts';
import { notFound } from '../../shared/kernel/error.ts';
import { change, type Op, replace } from '../_kit/operations.ts';
import { isSame } from '../_kit/same.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find, rowFirst } from '../_kit/store.ts';
import { todayOf } from '../_kit/today.ts';
import { happened } from '../platform/activity.service.ts';
import { GoalEntity, type GoalRow, GoalTextEntity, type GoalTextRow } from './goal.entity.ts';

export type One = { companyId: string; goalId: string };

/** Goals of one client, closed ones of all years among them: far above what anybody could want. */
const MOST = 1_000;
/** Place in lists of a goal without a target date. */
const SOMETIME = '9999-12-31';

type TextField = Exclude<keyof GoalDetail, keyof Goal>;
const TEXT_FIELDS = Object.keys(GoalDetail.shape).filter((field): field is TextField => !(field in Goal.shape));

/** What a goal says that nobody has written about yet: it has no second row. */
const NO_WORDS = { description: '', why: '', nextStep: '' };

export const record = (goalId: string) => ({ type: 'goal' as const, id: goalId });

/** A goal with its words, read consistently for a change. 404 when there is none. */
export async function readGoal(
  scope: Scope,
  { companyId, goalId }: One,
  consistent = true,
): Promise<{ row: GoalRow; detail: GoalDetail }> {
  const key = { mspId: scope.mspId, companyId, goalId };
  const [row, text] = await rowFirst(
    find(scope, GoalEntity, GoalEntity.get(key), { consistent }),
    () => find(scope, GoalTextEntity, GoalTextEntity.get(key), { consistent }),
    { consistent },
  );
  if (!row) throw notFound('goal');
  return { row, detail: { ...shown(row), ...NO_WORDS, ...text } };
}

/** Every goal of a client. */
export function goalRows(scope: Scope, companyId: string, options: { consistent?: boolean } = {}): Promise<GoalRow[]> {
  const query = GoalEntity.query.record({ mspId: scope.mspId, companyId });
  return all(scope, GoalEntity, query, { most: MOST, ...options });
}

/** A row as lists show it. */
export function shown({ phase, due, ...goal }: GoalRow): Goal {
  return goal as Goal;
}

/**
 * The first row of a goal, progress and health as of today. A client's zone moves the day by one at most, which no health
 * depends on for long.
 */
export function rowOf(scope: Scope, goal: Goal | GoalDetail): GoalRow {
  const texts = new Set<string>(TEXT_FIELDS);
  const facts = Object.fromEntries(Object.entries(goal).filter(([field]) => !texts.has(field))) as Goal;
  const fresh = weighed(facts, todayOf(scope));
  return { ...fresh, phase: isClosed(fresh) ? 'closed' : 'open', due: fresh.targetDate ?? SOMETIME };
}

/** The second row of a new goal, where somebody wrote about it. */
export function firstTextRow(scope: Scope, goal: GoalDetail): Op[] {
  const row = textRowOf(scope, goal);
  const isEmpty = TEXT_FIELDS.every((field) => !row[field]);
  return isEmpty ? [] : [replace(GoalTextEntity, row)];
}

function textRowOf(scope: Scope, goal: GoalDetail): GoalTextRow {
  const { companyId, goalId, description, why, nextStep, quote, closing } = goal;
  return { mspId: scope.mspId, companyId, goalId, description, why, nextStep, quote, closing };
}

/** Fields in which two versions of a goal differ, stamps aside. */
function movedFields(before: object, after: object): string[] {
  const stamps = new Set(['v', 'updatedAt', 'updatedBy', 'phase', 'due']);
  const [old, fresh] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  return [...new Set([...old.keys(), ...fresh.keys()])].filter(
    (field) => !stamps.has(field) && !isSame(old.get(field), fresh.get(field)),
  );
}

/**
 * The part of a commit that changes a goal, and the facts that tell of it. Whoever is told what a machine counted anew is told
 * by the goal's health alone: the audit keeps what people did.
 *
 * @param next the goal as wanted; progress and health are brought up to date here
 */
export function changing(
  scope: Scope,
  before: { row: GoalRow; detail?: GoalDetail },
  next: Goal | GoalDetail,
  options: { audit?: boolean } = {},
): { ops: Op[]; facts: NewFact[]; after: GoalRow } {
  const { row, detail } = before;
  const { companyId, goalId } = row;
  const after = rowOf(scope, next);
  const beside = detail ? TEXT_FIELDS.filter((field) => !isSame(detail[field], (next as GoalDetail)[field])) : [];
  const ops: Op[] = [change(GoalEntity, row, after, { what: 'goal', beside, ...options })];
  if (beside.length > 0) ops.push(replace(GoalTextEntity, textRowOf(scope, next as GoalDetail)));
  const fields = [...movedFields(row, after), ...beside];
  const facts: NewFact[] = [goalChanged.of({ companyId, goalId, fields, status: after.status })];
  const [was, is] = [standingOf(row), standingOf(after)];
  if (after.status === 'active' && was !== is) {
    const { ownerId } = after;
    facts.push(goalTurned.of({ companyId, goalId, health: after.health, ...(ownerId ? { ownerId } : {}) }));
    ops.push(happened(scope, companyId, record(goalId), 'turned', [is]));
  }
  return { ops, facts, after };
}
