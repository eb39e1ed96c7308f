import type { NewFact } from '../../events/define.ts';
import type { WorkStanding } from '../../shared/findings/finding.ts';
import { refused } from '../../shared/kernel/error.ts';
import type { PlannerItem } from '../../shared/planner/planner-item.ts';
import type { Op } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { followedWork, planned } from '../findings/work.service.ts';
import type { PlannerItemRow } from './planner-item.entity.ts';
import type { One } from './planner-records.ts';

type Standing = Pick<PlannerItem, 'status' | 'isArchived'>;

/** Where an item stands as the work that answers a finding. What is done stays done, also when it is put away. */
function standingOf({ status, isArchived }: Standing): WorkStanding {
  if (status === 'completed' || status === 'declined' || status === 'cancelled') return status;
  return isArchived ? 'archived' : 'ahead';
}

/**
 * The part of a commit that plans a finding as an item that is being made.
 *
 * @throws 422 when the item begins as work that nobody will do
 */
export function planning(
  scope: Scope,
  findingId: string,
  { companyId, plannerItemId }: One,
  status: Standing['status'],
) {
  const standing = standingOf({ status, isArchived: false });
  if (standing !== 'ahead' && standing !== 'completed')
    throw refused('planner.finding', `The status cannot be ${standing}: dismiss the finding instead of planning it.`);
  return planned(scope, { companyId, findingId }, plannerItemId, standing);
}

/**
 * The parts of a commit by which the finding of an item follows a change of it, so that none waits for work that nobody will do.
 *
 * @param taken findings that the commit writes already: two items may have been made of one, and a commit writes a row once
 */
export async function findingFollows(
  scope: Scope,
  before: PlannerItemRow,
  after: Standing,
  taken = new Set<string>(),
): Promise<{ ops: Op[]; facts: NewFact[] }> {
  const { companyId, plannerItemId, findingId } = before;
  const standing = standingOf(after);
  if (!findingId || standing === standingOf(before) || taken.has(findingId)) return { ops: [], facts: [] };
  const parts = await followedWork(scope, { companyId, findingId }, plannerItemId, standing);
  if (parts.ops.length > 0) taken.add(findingId);
  return parts;
}
