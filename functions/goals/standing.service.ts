import type { Abandonment, Achievement, Goal, GoalDetail, StandingChange } from '../../shared/goals/goal.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { Activity } from '../../shared/platform/activity.ts';
import { commit } from '../_kit/commit.ts';
import { basedOn, revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { happened } from '../platform/activity.service.ts';
import { changing, type One, readGoal, record, shown, today } from './goal-records.ts';

/** One gesture on the board: proposed again, or worked at with the health that a person says, or that the rule finds. */
export async function stand(scope: Scope, { v, standing, ...one }: StandingChange): Promise<Goal> {
  const { row, detail } = await readGoal(scope, one);
  basedOn(row, v, 'goal');
  if (row.phase === 'closed') throw refused('goal.closed', 'This goal is closed. Reopen it before you move it.');
  const healthByHand = standing === 'proposed' || standing === 'by-rule' ? undefined : standing;
  const status = standing === 'proposed' ? ('proposed' as const) : ('active' as const);
  const startDate = status === 'active' ? (row.startDate ?? today(scope)) : row.startDate;
  const { ops, facts, after } = changing(scope, { row }, revised(scope, detail, { status, healthByHand, startDate }));
  ops.push(happened(scope, one.companyId, record(one.goalId), 'changed', ['standing', standing]));
  return commit(scope, ops, facts, shown(after));
}

async function close(
  scope: Scope,
  { v, ...one }: One & { v: number },
  status: 'achieved' | 'abandoned',
  closing: string,
): Promise<GoalDetail> {
  const { row, detail } = await readGoal(scope, one);
  basedOn(row, v, 'goal');
  if (row.phase === 'closed') throw refused('goal.closed', 'This goal is closed already.');
  const next: GoalDetail = revised(scope, detail, { status, closing, closedAt: scope.now().toISOString() });
  const { ops, facts, after } = changing(scope, { row, detail }, next);
  ops.push(happened(scope, one.companyId, record(one.goalId), status, [], closing.slice(0, 300)));
  return commit(scope, ops, facts, { ...next, ...shown(after) });
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
    startDate: row.startDate ?? today(scope),
  });
  const { ops, facts, after } = changing(scope, { row, detail }, next);
  const verb: Activity['verb'] = 'reopened';
  ops.push(happened(scope, one.companyId, record(one.goalId), verb));
  return commit(scope, ops, facts, { ...next, ...shown(after) });
}
