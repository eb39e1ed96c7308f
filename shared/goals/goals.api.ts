import { z } from 'zod';
import { AttachedDevices } from '../devices/attached-device.ts';
import { CompanyId } from '../kernel/id.ts';
import { Links } from '../kernel/link.ts';
import { op } from '../kernel/op.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { Activity } from '../platform/activity.ts';
import {
  Abandonment,
  Achievement,
  Alignment,
  AllGoalsFilter,
  Goal,
  GoalChange,
  GoalDetail,
  GoalFilter,
  GoalPage,
  NewGoal,
  OneGoal,
  StandingChange,
  VersionedGoal,
} from './goal.ts';
import { GoalDevice, GoalDevices } from './goal-devices.ts';

const goal = '/companies/{companyId}/goals/{goalId}' as const;

/** What each client wants to reach: why, how far, and which work leads there. */
export const goalsApi = {
  listAll: op('goals:read', 'GET', '/goals').input(AllGoalsFilter).output(GoalPage),
  list: op('goals:read', 'GET', '/companies/{companyId}/goals').input(GoalFilter).output(GoalPage),
  /** Every goal of the client, closed ones included. */
  board: op('goals:read', 'GET', '/companies/{companyId}/goal-board')
    .input(z.strictObject({ companyId: CompanyId }))
    .output(z.object({ items: z.array(Goal) })),
  create: op('goals:write', 'POST', '/companies/{companyId}/goals').input(NewGoal).output(GoalDetail),
  get: op('goals:read', 'GET', goal).input(OneGoal).output(GoalDetail),
  links: op('goals:read', 'GET', `${goal}/links`).input(OneGoal).output(Links),
  alignment: op('goals:read', 'GET', `${goal}/alignment`).input(OneGoal).output(Alignment),
  history: op('goals:read', 'GET', `${goal}/history`).input(OneGoal.extend(PageInput)).output(pageOf(Activity)),
  /** The devices that it is about. */
  devices: op('goals:read', 'GET', `${goal}/devices`).input(OneGoal).output(AttachedDevices),
  attachDevices: op('goals:write', 'POST', `${goal}/devices`).input(GoalDevices).output(Goal),
  detachDevice: op('goals:write', 'DELETE', `${goal}/devices/{deviceId}`).input(GoalDevice).output(Goal),
  edit: op('goals:write', 'PATCH', goal).input(GoalChange).output(GoalDetail),
  stand: op('goals:write', 'POST', `${goal}/standing`).input(StandingChange).output(Goal),
  achieve: op('goals:write', 'POST', `${goal}/achieve`).input(Achievement).output(GoalDetail),
  abandon: op('goals:write', 'POST', `${goal}/abandon`).input(Abandonment).output(GoalDetail),
  reopen: op('goals:write', 'POST', `${goal}/reopen`).input(VersionedGoal).output(GoalDetail),
};
