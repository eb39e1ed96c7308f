import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ItemStatus, PlannerItemChange, PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { client } from '../../lib/api.ts';
import { changedFields } from '../../lib/changed-fields.ts';
import { asProblem } from '../../ui/problem.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { itemQuery, refreshItem } from './queries.ts';
import { STATUSES } from './statuses.ts';

type Set = Omit<PlannerItemChange, 'companyId' | 'plannerItemId' | 'v'>;

/** Takes the answer of a change over and lets everything else about the planner load anew. */
function useTakeOver({ companyId, plannerItemId }: PlannerItemDetail) {
  const queryClient = useQueryClient();
  const { queryKey } = itemQuery({ companyId, plannerItemId });
  return {
    queryKey,
    queryClient,
    takeOver: async (saved: PlannerItemDetail) => {
      queryClient.setQueryData(queryKey, saved);
      await refreshItem(queryClient);
    },
  };
}

/**
 * Saves fields of an item. When somebody else was first, `changedBy` says who, the item on the page is theirs by then, and
 * what was typed stays for another try. Other refusals are thrown, for the form to show.
 */
export function useItemSave(item: PlannerItemDetail): {
  save: (set: Set) => Promise<boolean>;
  changedBy: string | undefined;
} {
  const { companyId, plannerItemId, v } = item;
  const { queryKey, queryClient, takeOver } = useTakeOver(item);
  const [changedBy, setChangedBy] = useState<string>();
  const save = async (set: Set) => {
    setChangedBy(undefined);
    const changed = changedFields(set, item);
    if (Object.keys(changed).length === 0) return true;
    try {
      await takeOver(await client.planner.edit({ ...changed, companyId, plannerItemId, v }));
      return true;
    } catch (error) {
      if (asProblem(error)?.status !== 409) throw error;
      await queryClient.invalidateQueries({ queryKey });
      setChangedBy(queryClient.getQueryData<PlannerItemDetail>(queryKey)?.updatedBy ?? '');
      return false;
    }
  };
  return { save, changedBy };
}

/** Sets the status: on the page at once, with Undo, and back with the reason when it is refused. */
export function useStatus(item: PlannerItemDetail): (status: ItemStatus) => void {
  const { companyId, plannerItemId } = item;
  const { queryKey, queryClient, takeOver } = useTakeOver(item);
  const { mutate } = useMutation({
    mutationFn: ({ v, to }: { v: number; from: ItemStatus; to: ItemStatus; quiet?: boolean }) =>
      client.planner.edit({ companyId, plannerItemId, v, status: to }),
    onMutate: ({ to }) => queryClient.setQueryData(queryKey, (now) => now && { ...now, status: to }),
    onSuccess: async (saved, { from, to, quiet }) => {
      if (!quiet) {
        toast({
          id: `status-${plannerItemId}`,
          title: `Status: ${STATUSES[to].word}`,
          detail: saved.title,
          undo: () => mutate({ v: saved.v, from: to, to: from, quiet: true }),
        });
      }
      await takeOver(saved);
    },
    onError: async (error, { from }) => {
      queryClient.setQueryData(queryKey, (now) => now && { ...now, status: from });
      tell(error);
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  return (to) => mutate({ v: item.v, from: item.status, to });
}

/** Shows the client the item as it stands, or takes it back out of their view. */
export function usePublishing(item: PlannerItemDetail): {
  publish: () => void;
  withdraw: () => void;
  publishing: boolean;
} {
  const { companyId, plannerItemId, v } = item;
  const { queryKey, queryClient, takeOver } = useTakeOver(item);
  const { mutate, isPending } = useMutation({
    mutationFn: (to: 'publish' | 'withdraw') => client.planner[to]({ companyId, plannerItemId, v }),
    onSuccess: async (saved, to) => {
      toast({
        title: to === 'publish' ? `Published version ${saved.publishedVersion}` : 'Withdrawn',
        detail: to === 'publish' ? saved.title : 'The client does not see this item any more.',
      });
      await takeOver(saved);
    },
    onError: async (error) => {
      tell(error);
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  return { publish: () => mutate('publish'), withdraw: () => mutate('withdraw'), publishing: isPending };
}
