import { goalChanged } from '../../events/goals.ts';
import type { AttachedDevices } from '../../shared/devices/attached-device.ts';
import type { Goal } from '../../shared/goals/goal.ts';
import type { GoalDevice, GoalDevices } from '../../shared/goals/goal-devices.ts';
import { refused } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { type Op, unchanged } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { attachedDevices, attaching, detaching } from '../devices/attaching.service.ts';
import { happened } from '../platform/activity.service.ts';
import { GoalEntity, type GoalRow } from './goal.entity.ts';
import { type One, readGoal, record, shown } from './goal-records.ts';

/** The devices that a goal is about, by name. */
export function devices(scope: Scope, { companyId, goalId }: One): Promise<AttachedDevices> {
  return attachedDevices(scope, companyId, record(goalId));
}

/** Links are written with the goal as it was read, and told of like a change of it. */
function write(scope: Scope, row: GoalRow, ops: readonly Op[]): Promise<Goal> {
  const { companyId, goalId, status } = row;
  const told = happened(scope, companyId, record(goalId), 'changed', ['devices']);
  const fact = goalChanged.of({ companyId, goalId, fields: ['devices'], status });
  return commit(scope, [unchanged(GoalEntity, row, 'goal'), ...ops, told], [fact], shown(row));
}

/** Makes a goal about more devices; those that it names already stay. @throws 404, 422 when it is closed */
export async function attachDevices(scope: Scope, { deviceIds, ...one }: GoalDevices): Promise<Goal> {
  const { row } = await readGoal(scope, one);
  if (row.phase === 'closed') throw refused('goal.closed', 'This goal is closed. Reopen it before you change it.');
  const to = record(one.goalId);
  const { ops } = await attaching(scope, one.companyId, { deviceIds, to, role: 'covered-by' });
  return ops.length > 0 ? write(scope, row, ops) : shown(row);
}

/** Makes a goal no longer about a device. @throws 404, 422 when it is not */
export async function detachDevice(scope: Scope, { deviceId, ...one }: GoalDevice): Promise<Goal> {
  const { row } = await readGoal(scope, one);
  return write(scope, row, await detaching(scope, one.companyId, deviceId, record(one.goalId)));
}
