import type { NewFact } from '../../events/define.ts';
import type { Goal } from '../../shared/goals/goal.ts';
import type { Work } from '../../shared/goals/progress.ts';
import { pieces } from '../../shared/kernel/pieces.ts';
import { commit } from '../_kit/commit.ts';
import type { Op } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import { isSame } from '../_kit/same.ts';
import type { Scope } from '../_kit/scope.ts';
import { startingOver } from '../_kit/starting-over.ts';
import { all, mustFind } from '../_kit/store.ts';
import { unlessTaken } from '../_kit/unless-taken.ts';
import { get as getCompany } from '../companies/companies.service.ts';
import { GoalEntity, type GoalRow } from './goal.entity.ts';
import { changing, goalRows, type One, rowOf, shown } from './goal-records.ts';
import { readings } from './metrics.service.ts';

const ATTEMPTS = 4;
/** Goals of one commit: a goal, a line of its history and two facts each. */
const CHUNK = 20;
/** Open goals of one MSP that the clock looks at. */
const MOST = 20_000;

/** What a machine counted anew is no deed of a person: the audit leaves it out. */
const counted = { audit: false };

/** The goal with new figures, as part of a commit; nothing when they say what it says already. */
function recount(scope: Scope, row: GoalRow, set: Partial<Goal> = {}): { ops: Op[]; facts: NewFact[] } {
  const fresh = rowOf(scope, { ...shown(row), ...set });
  if (row.phase === 'closed' ? !set.work || isSame(row.work, set.work) : isSame(row, fresh))
    return { ops: [], facts: [] };
  return changing(scope, { row }, revised(scope, shown(row), set), counted);
}

/**
 * Keeps on the goal what the planner says of its work. The goal is read before the work is added up and written only at that
 * version: of two counts at once the later one starts over, so that a stale count never stays.
 *
 * @param count reads and adds up the goal's work, consistently
 */
export async function keepWork(scope: Scope, one: One, count: () => Promise<Work>): Promise<void> {
  await startingOver(ATTEMPTS, async () => {
    const key = { mspId: scope.mspId, companyId: one.companyId, goalId: one.goalId };
    const row = await mustFind(scope, GoalEntity, GoalEntity.get(key), 'goal');
    const { ops, facts } = recount(scope, row, { work: await count() });
    await commit(scope, ops, facts);
  });
}

/** Goals that follow a figure take over what Microsoft 365 says of the client now. */
export async function followFigures(scope: Scope, companyId: string): Promise<void> {
  const { currency } = await getCompany(scope, { companyId });
  await startingOver(ATTEMPTS, async () => {
    const rows = await goalRows(scope, companyId, { consistent: true });
    const reading = await readings(scope, companyId, currency);
    const moves = rows.flatMap((row) => {
      if (!row.measure || row.phase === 'closed') return [];
      const { value } = reading(row.measure.metric);
      // A figure that is not known for now stays what it was.
      if (value === undefined) return [];
      const move = recount(scope, row, { measure: { ...row.measure, current: value } });
      return move.ops.length > 0 ? [move] : [];
    });
    const { inbox: _, ...open } = scope;
    const chunks = pieces(moves, CHUNK);
    // The last one notes that the fact was handled; where nothing moved, it does nothing else.
    const last = chunks.pop() ?? [];
    const keep = (by: Scope, some: typeof moves) =>
      commit(
        by,
        some.flatMap(({ ops }) => ops),
        some.flatMap(({ facts }) => facts),
      );
    for (const chunk of chunks) await keep(open, chunk);
    await keep(scope, last);
  });
}

/** Holds every open goal against the calendar: time alone can put one behind. */
export async function judgeByDate(scope: Scope): Promise<void> {
  const open = GoalEntity.query.inMsp({ mspId: scope.mspId, phase: 'open' });
  for (const listed of await all(scope, GoalEntity, open, { most: MOST })) {
    if (recount(scope, listed).ops.length === 0) continue;
    const { mspId, companyId, goalId } = listed;
    const row = await mustFind(scope, GoalEntity, GoalEntity.get({ mspId, companyId, goalId }), 'goal');
    const { ops, facts } = recount(scope, row);
    if (ops.length > 0) await unlessTaken(commit(scope, ops, facts));
  }
}
