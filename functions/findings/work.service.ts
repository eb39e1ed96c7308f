import type { NewFact } from '../../events/define.ts';
import { findingDecided } from '../../events/findings.ts';
import type { WorkStanding } from '../../shared/findings/finding.ts';
import { refused } from '../../shared/kernel/error.ts';
import { change, type Op } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, mustFind } from '../_kit/store.ts';
import { FindingEntity, type FindingRecord } from './finding.entity.ts';
import { decided, type One, reopened } from './finding-records.ts';

/** When work that stands like this was done, for the finding that it answers. */
const doneAt = (scope: Scope, standing: WorkStanding) =>
  standing === 'completed' ? scope.now().toISOString() : undefined;

/**
 * The part of another commit that marks a finding as planned: the planner makes item, link and this in one transaction.
 *
 * @throws 422 when the finding is not open any more
 */
export async function planned(
  scope: Scope,
  one: One,
  plannerItemId: string,
  standing: 'ahead' | 'completed',
): Promise<{ op: Op; finding: FindingRecord }> {
  const key = { mspId: scope.mspId, ...one };
  const before = await mustFind(scope, FindingEntity, FindingEntity.get(key), 'finding');
  if (before.status !== 'open')
    throw refused('finding.not-open', 'This finding was decided meanwhile. Reload to see how.');
  const after = decided(scope, before, { status: 'planned', plannerItemId, workDoneAt: doneAt(scope, standing) });
  return { op: change(FindingEntity, before, after, { what: 'finding' }), finding: before };
}

interface Parts {
  ops: Op[];
  facts: NewFact[];
}

const NOTHING: Parts = { ops: [], facts: [] };

/**
 * The parts of another commit by which a finding follows the planner item that was made of it: work that will not be done
 * opens it again, work taken up again plans it again, and work that is done keeps it until its source has looked. Nothing for
 * a finding that another item holds, or that was decided otherwise meanwhile.
 */
export async function followedWork(
  scope: Scope,
  one: One,
  plannerItemId: string,
  standing: WorkStanding,
): Promise<Parts> {
  const get = FindingEntity.get({ mspId: scope.mspId, ...one });
  const before = await find(scope, FindingEntity, get, { consistent: true });
  if (!before) return NOTHING;
  const isHeld = before.status === 'planned' && before.plannerItemId === plannerItemId;
  const turned = (status: 'open' | 'planned') => [findingDecided.of({ ...one, status })];
  if (standing !== 'ahead' && standing !== 'completed') {
    if (!isHeld) return NOTHING;
    const open = decided(scope, before, { status: 'open', plannerItemId: undefined, workDoneAt: undefined });
    const ops = [change(FindingEntity, before, open, { what: 'finding' }), reopened(scope, one, [standing])];
    return { ops, facts: turned('open') };
  }
  const workDoneAt = doneAt(scope, standing);
  if (isHeld) {
    const after = revised(scope, before, { workDoneAt });
    return { ops: [change(FindingEntity, before, after, { what: 'finding' })], facts: [] };
  }
  if (before.status !== 'open') return NOTHING;
  const planned = decided(scope, before, { status: 'planned', plannerItemId, workDoneAt });
  return { ops: [change(FindingEntity, before, planned, { what: 'finding' })], facts: turned('planned') };
}
