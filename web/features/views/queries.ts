import type { QueryClient } from '@tanstack/react-query';
import type { Arranged, Habit } from '../../../shared/views/view.ts';
import { api, client } from '../../lib/api.ts';
import { errorWords } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';

/** A person's views, the team's, and how they have each list: asked once, then kept here. */
export const arrangedQuery = () => api.views.list.queryOptions({ staleTime: 5 * 60_000 });
export const viewsKey = () => api.views.key();

/** Keeps how the person has a list; it stands at once, and goes back when the server refuses it. */
export async function keepHabit(queryClient: QueryClient, habit: Habit): Promise<void> {
  const { queryKey } = arrangedQuery();
  const before = queryClient.getQueryData<Arranged>(queryKey);
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData<Arranged>(
    queryKey,
    before && { ...before, habits: [...before.habits.filter(({ list }) => list !== habit.list), habit] },
  );
  try {
    await client.views.keepHabit(habit);
  } catch (error) {
    queryClient.setQueryData(queryKey, before);
    const { title, detail } = errorWords(error);
    toast({ title, detail, tone: 'bad' });
  }
}
