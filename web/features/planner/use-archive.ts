import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { PlannerItem } from '../../../shared/planner/planner-item.ts';
import { client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { refreshItem } from './queries.ts';

type Archived = Pick<PlannerItem, 'companyId' | 'plannerItemId' | 'title' | 'v'>;

/** Takes items off the roadmap, or brings them back; either can be undone from the toast. */
export function useArchive(): { archive: (item: Archived) => void; restore: (item: Archived) => void } {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ to, item: { companyId, plannerItemId, v } }: { to: 'archive' | 'restore'; item: Archived }) =>
      client.planner[to]({ companyId, plannerItemId, v }),
    onSuccess: async (saved, { to }) => {
      await refreshItem(queryClient);
      toast({
        id: `archive-${saved.plannerItemId}`,
        title: to === 'archive' ? 'Archived' : 'Back on the roadmap',
        detail: saved.title,
        undo: () => mutate({ to: to === 'archive' ? 'restore' : 'archive', item: saved }),
      });
    },
    onError: (error) => {
      tell(error);
    },
  });
  return {
    archive: (item) => mutate({ to: 'archive', item }),
    restore: (item) => mutate({ to: 'restore', item }),
  };
}
