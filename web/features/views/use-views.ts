import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { ListId } from '../../../shared/views/lists.ts';
import type { View, ViewParams } from '../../../shared/views/view.ts';
import { client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { arrangedQuery, keepHabit, viewsKey } from './queries.ts';
import { opened, paramsIn, type Search, sameParams, viewIn, withView } from './view-search.ts';

/** The views of one list, and what is done with them. */
export interface ViewsOfList {
  own: View[];
  team: View[];
  /** The view that the address names. */
  current: View | undefined;
  /** What is on screen now, as a view would hold it. */
  params: ViewParams;
  /** True when that is no longer what the view holds. */
  changed: boolean;
  /** The view that the list opens with, for this person. */
  defaultId: string | undefined;
  show: (view: View | undefined) => void;
  saved: (view: View) => Promise<void>;
  update: () => void;
  remove: () => void;
  open: (viewId: string | undefined) => void;
  copyLink: () => void;
}

const NONE: readonly View[] = [];

export function useViews(list: ListId): ViewsOfList {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const search = useLocation({ select: (location) => location.search as Search });
  const { data } = useQuery(arrangedQuery());
  const { own, team } = useMemo(() => {
    const mine = (data?.views ?? NONE).filter((view) => view.list === list);
    const named = mine.toSorted((a, b) => a.name.localeCompare(b.name));
    return { own: named.filter(({ shared }) => !shared), team: named.filter(({ shared }) => shared) };
  }, [data, list]);
  const habit = data?.habits.find((one) => one.list === list);
  const id = viewIn(search);
  const current = [...own, ...team].find(({ viewId }) => viewId === id);
  const inAddress = paramsIn(list, search);
  // Outside a view columns and density are the person's own, and a view made now keeps them too.
  const kept = current
    ? {}
    : { ...(habit?.cols ? { cols: habit.cols } : {}), ...(habit?.density ? { density: habit.density } : {}) };

  const go = (next: Search) => void navigate({ to: '.', search: next as never });
  const { pathname } = useLocation();
  const arrived = useRef('');
  useLayoutEffect(() => {
    // Once an arrival: whoever clears the filters afterwards wants them cleared.
    if (!data || arrived.current === pathname) return;
    arrived.current = pathname;
    const next = opened(list, search, [...own, ...team], habit?.viewId);
    if (next) void navigate({ to: '.', search: next as never, replace: true });
  }, [data, pathname, list, search, own, team, habit?.viewId, navigate]);
  const refresh = () => queryClient.invalidateQueries({ queryKey: viewsKey() });
  const update = useMutation({
    mutationFn: ({ viewId, v }: View) => client.views.edit({ viewId, v, params: inAddress }),
    onSuccess: async ({ name }) => {
      await refresh();
      toast({ title: 'View saved', detail: name });
    },
    onError: tell,
  });
  const restore = useMutation({
    mutationFn: ({ name, params, shared }: View) => client.views.create({ list, name, params, shared }),
    onSuccess: refresh,
    onError: tell,
  });
  const remove = useMutation({
    mutationFn: ({ viewId, v }: View) => client.views.remove({ viewId, v }),
    onSuccess: async (_, view) => {
      await refresh();
      go(withView(list, search, undefined));
      toast({ title: 'View deleted', detail: view.name, undo: () => restore.mutate(view) });
    },
    onError: tell,
  });
  return {
    own,
    team,
    current,
    params: { ...kept, ...inAddress },
    changed: current !== undefined && !sameParams(inAddress, current.params),
    defaultId: habit?.viewId,
    show: (view) => go(withView(list, search, view)),
    saved: async (view) => {
      await refresh();
      go(withView(list, search, view));
    },
    update: () => current && update.mutate(current),
    remove: () => current && remove.mutate(current),
    open: (viewId) => {
      void keepHabit(queryClient, { ...habit, list, viewId });
      toast({ title: viewId ? 'The list opens with this view' : 'The list opens as it is' });
    },
    copyLink: () => {
      void navigator.clipboard.writeText(location.href).then(() => toast({ title: 'Link copied' }), tell);
    },
  };
}
