import { LIST_IDS, LISTS } from '../../shared/views/lists.ts';
import type { Habit } from '../../shared/views/view.ts';
import { commit } from '../_kit/commit.ts';
import { change, put } from '../_kit/operations.ts';
import { stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { all, find } from '../_kit/store.ts';
import { HabitEntity, type HabitRow } from './view.entity.ts';

/** How a person likes to look at a list is no concern of the audit trail. */
const unaudited = { audit: false };

const told = ({ list, cols, density, viewId }: HabitRow): Habit => ({
  list,
  ...(cols ? { cols } : {}),
  ...(density ? { density } : {}),
  ...(viewId ? { viewId } : {}),
});

/** How the person has each list that they ever arranged. */
export async function habitsOf(scope: Scope): Promise<Habit[]> {
  const query = HabitEntity.query.ofPerson({ mspId: scope.mspId, userId: scope.actor.userId });
  const rows = await all(scope, HabitEntity, query, { most: 10 * LIST_IDS.length });
  return rows.filter(({ list }) => list in LISTS).map(told);
}

/** Keeps how the person has a list. */
export async function keepHabit(scope: Scope, habit: Habit): Promise<Habit> {
  const key = { mspId: scope.mspId, userId: scope.actor.userId, list: habit.list };
  const before = await find(scope, HabitEntity, HabitEntity.get(key), { consistent: true });
  const fresh = stamped(scope, { ...habit, ...key });
  const op = before
    ? change(
        HabitEntity,
        before,
        { ...fresh, v: before.v + 1, createdAt: before.createdAt, createdBy: before.createdBy },
        unaudited,
      )
    : put(HabitEntity, fresh, unaudited);
  return commit(scope, [op], [], habit);
}
