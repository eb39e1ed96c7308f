import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { isList, type ListId } from '../../shared/views/lists.ts';
import type { Habit } from '../../shared/views/view.ts';
import { arrangedQuery, keepHabit } from '../features/views/queries.ts';
import { NO_VIEW, type Search, viewIn } from '../features/views/view-search.ts';
import { type Arrangement, type Lists, ListsProvider } from '../ui/list-arrangement.tsx';
import { Tools } from './list-tools.tsx';

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

/** How a list stands: as its address says, else as the person has it. */
function standing(habit: Habit | undefined, search: Search): Arrangement {
  const cols = textOf(search.cols) ?? habit?.cols;
  const density = textOf(search.density) ?? habit?.density;
  return {
    ...(cols ? { columns: cols.split(',') } : {}),
    density: density === 'compact' ? 'compact' : 'comfortable',
  };
}

/** Every list of the console stands as its address says, or as the person has kept it. */
export function ArrangedLists({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const search = useLocation({ select: (location) => location.search as Search });
  const habits = useQuery(arrangedQuery()).data?.habits;
  const lists = useMemo<Lists>(() => {
    const known = new Map<string, Arrangement>();
    const habitOf = (list: ListId) => habits?.find((habit) => habit.list === list);
    return {
      arrangementOf: (list) => {
        const found = known.get(list) ?? standing(isList(list) ? habitOf(list) : undefined, search);
        known.set(list, found);
        return found;
      },
      arrange: (list, { columns, density }) => {
        if (!isList(list)) return;
        const set = {
          ...(columns === undefined ? {} : { cols: columns?.join(',') || undefined }),
          ...(density ? { density } : {}),
        };
        // In a view the change is the view's: it stands in the address until it is saved or left.
        const inView =
          (viewIn(search) ?? NO_VIEW) !== NO_VIEW || search.cols !== undefined || search.density !== undefined;
        if (inView) void navigate({ to: '.', search: { ...search, ...set } as never, replace: true });
        else void keepHabit(queryClient, { ...habitOf(list), list, ...set });
      },
      Tools,
    };
  }, [habits, search, navigate, queryClient]);
  return <ListsProvider lists={lists}>{children}</ListsProvider>;
}
