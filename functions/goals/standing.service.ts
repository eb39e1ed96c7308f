import type { NewFact } from '../../events/define.ts';
import {
  type Abandonment,
  type Achievement,
  Goal,
  type GoalDetail,
  type StandingChange,
} from '../../shared/goals/goal.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import type { Op } from '../_kit/operations.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { todayOf } from '../_kit/today.ts';
import { happened } from '../platform/activity.service.ts';
import { changing, type One, readGoal, record, shown } from './goal-records.ts';

interface Turn {
  ops: Op[];
  facts: NewFact[];
  goal: GoalDetail;
}

/** The parts of a commit that moves a goal on the board. */
async function standing(scope: Scope, one: One, wanted: StandingChange['standing'], v?: number): Promise<Turn> {
  const { row, detail } = await readGoal(scope, one);
  if (v !== undefined) basedOn(row, v, 'goal');
  if (row.phase === 'closed') throw refused('goal.closed', 'This goal is closed. Reopen it before you move it.');
  const healthByHand = wanted === 'proposed' || wanted === 'by-rule' ? undefined : wanted;
  const status = wanted === 'proposed' ? ('proposed' as const) : ('active' as const);
  const startDate = status === 'active' ? (row.startDate ?? todayOf(scope)) : row.startDate;
  const { ops, facts, after } = changing(scope, { row }, revised(scope, detail, { status, healthByHand, startDate }));
  ops.push(happened(scope, one.companyId, record(one.goalId), 'changed', ['standing', wanted]));
  return { ops, facts, goal: { ...detail, ...shown(after) } };
}

/** One gesture on the board: proposed again, or worked at with the health that a person says, or that the rule finds. */
export async function stand(scope: Scope, { v, standing: wanted, ...one }: StandingChange): Promise<Goal> {
  const { ops, facts, goal } = await standing(scope, one, wanted, v);
  return commit(scope, ops, facts, Goal.parse(goal));
}

/** The parts of a commit that closes a goal. */
async function closing(
  scope: Scope,
  one: One,
  status: 'achieved' | 'abandoned',
  words: string,
  v?: number,
): Promise<Turn> {
  const { row, detail } = await readGoal(scope, one);
  if (v !== undefined) basedOn(row, v, 'goal');
  if (row.phase === 'closed') throw refused('goal.closed', 'This goal is closed already.');
  const closedAt = scope.now().toISOString();
  const next: GoalDetail = revised(scope, detail, { status, closing: words, closedAt });
  const { ops, facts, after } = changing(scope, { row, detail }, next);
  ops.push(happened(scope, one.companyId, record(one.goalId), status, [], words.slice(0, 300)));
  return { ops, facts, goal: { ...next, ...shown(after) } };
}

async function close(
  scope: Scope,
  { v, ...one }: One & { v: number },
  status: 'achieved' | 'abandoned',
  words: string,
): Promise<GoalDetail> {
  const { ops, facts, goal } = await closing(scope, one, status, words, v);
  return commit(scope, ops, facts, goal);
}

/**
 * The parts of another commit by which the client decides about a proposed goal: it is worked at from now on, or given up for
 * the reason that the meeting keeps. Nothing for a goal that is decided already.
 */
export async function decidedIn(
  scope: Scope,
  one: One,
  decision: 'approved' | 'declined',
  words: string,
): Promise<Pick<Turn, 'ops' | 'facts'> | undefined> {
  const { row } = await readGoal(scope, one);
  if (row.phase === 'closed') return undefined;
  if (decision === 'declined') return closing(scope, one, 'abandoned', words);
  return row.status === 'proposed' ? standing(scope, one, 'by-rule') : undefined;
}

/** Reached: everybody can see it by the evidence. */
export const achieve = (scope: Scope, { evidence, ...one }: Achievement) => close(scope, one, 'achieved', evidence);

/** Given up, with the reason for the next reader. */
export const abandon = (scope: Scope, { reason, ...one }: Abandonment) => close(scope, one, 'abandoned', reason);

/** Work at it goes on: what closed it is forgotten here and stays in the history. */
export async function reopen(scope: Scope, { v, ...one }: One & { v: number }): Promise<GoalDetail> {
  const { row, detail } = await readGoal(scope, one);
  basedOn(row, v, 'goal');
  if (row.phase === 'open') throw refused('goal.open', 'This goal is open.');
  const next: GoalDetail = revised(scope, detail, {
    status: 'active',
    closing: undefined,
    closedAt: undefined,
    healthByHand: undefined,
    startDate: row.startDate ?? todayOf(scope),
  });
  const { ops, facts, after } = changing(scope, { row, detail }, next);
  const verb: Activity['verb'] = 'reopened';
  ops.push(happened(scope, one.companyId, record(one.goalId), verb));
  return commit(scope, ops, facts, { ...next, ...shown(after) });
}
