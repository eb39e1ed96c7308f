import type { QueryClient } from '@tanstack/react-query';
import type { Arranged, Habit } from '../../../shared/views/view.ts';
import { api, client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';

/** A person's views, the team's, and how they have each list: asked once, then kept here. */
export const arrangedQuery = () => api.views.list.queryOptions({ staleTime: 5 * 60_000 });
export const viewsKey = () => api.views.key();

/** What is kept goes to the server one after the other: of two changes in a row the second stands. */
let saving: Promise<void> = Promise.resolve();

/** Keeps how the person has a list; it stands at once. When the server refuses it, what is kept there comes back. */
export function keepHabit(queryClient: QueryClient, habit: Habit): Promise<void> {
  const { queryKey } = arrangedQuery();
  void queryClient.cancelQueries({ queryKey }, { revert: false });
  queryClient.setQueryData<Arranged>(
    queryKey,
    (known) => known && { ...known, habits: [...known.habits.filter(({ list }) => list !== habit.list), habit] },
  );
  saving = saving.then(async () => {
    try {
      await client.views.keepHabit(habit);
    } catch (error) {
      tell(error);
      await queryClient.invalidateQueries({ queryKey });
    }
  });
  return saving;
}
