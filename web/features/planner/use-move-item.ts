import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Lane, PlannerItem } from '../../../shared/planner/planner-item.ts';
import { LANE_WORDS } from '../../../shared/planner/words.ts';
import { client } from '../../lib/api.ts';
import { useLocale } from '../../ui/locale.tsx';
import { monthsText } from '../../ui/roadmap/roadmap-words.ts';
import { refusalToast } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { roadmapQuery } from './queries.ts';

/** Where an item stands on the roadmap; without dates it is in the tray. */
type Place = Pick<PlannerItem, 'startDate' | 'endDate' | 'lane'>;
type Moving = { plannerItemId: string; from: Place; to: Place };

const placeOf = ({ startDate, endDate, lane }: PlannerItem): Place => ({ startDate, endDate, lane });
const isAt = (a: Place, b: Place) => a.startDate === b.startDate && a.endDate === b.endDate && a.lane === b.lane;

/**
 * Moves items of a client's roadmap: on screen at once, with Undo; back again with the reason when the server refuses. Moves
 * are sent one after the other, each with the version that the one before left, so that quick gestures do not collide.
 */
export function useMoveItem(
  companyId: string,
): (plannerItemId: string, to: { start: string; end: string; laneId?: string }) => void {
  const queryClient = useQueryClient();
  const { locale } = useLocale();
  const { queryKey } = roadmapQuery(companyId);
  const stored = (id: string) => queryClient.getQueryData(queryKey)?.items.find((item) => item.plannerItemId === id);
  const change = (id: string, how: (item: PlannerItem) => PlannerItem) =>
    queryClient.setQueryData(
      queryKey,
      (data) => data && { items: data.items.map((item) => (item.plannerItemId === id ? how(item) : item)) },
    );

  const { mutate } = useMutation({
    scope: { id: `move in ${companyId}` },
    mutationFn: ({ plannerItemId, to: { startDate, endDate, lane } }: Moving) => {
      const { v } = stored(plannerItemId) ?? { v: 1 };
      const dates = { startDate: startDate ?? null, endDate: endDate ?? null };
      return client.planner.move({ companyId, plannerItemId, v, ...dates, lane });
    },
    onSuccess: (saved, { plannerItemId, to }) =>
      // A later gesture may have moved it on already: then only the rest of the answer counts.
      change(plannerItemId, (now) => (isAt(now, to) ? saved : { ...saved, ...placeOf(now) })),
    onError: async (error, { plannerItemId, from, to }) => {
      change(plannerItemId, (now) => (isAt(now, to) ? { ...now, ...from } : now));
      toast({ ...refusalToast(error), id: `move-${plannerItemId}` });
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  const place = (moving: Moving) => {
    void queryClient.cancelQueries({ queryKey });
    change(moving.plannerItemId, (item) => ({ ...item, ...moving.to }));
    mutate(moving);
  };

  return (plannerItemId, { start, end, laneId }) => {
    const item = stored(plannerItemId);
    if (!item) return;
    const from = placeOf(item);
    const to = { startDate: start, endDate: end, lane: (laneId as Lane | undefined) ?? item.lane };
    place({ plannerItemId, from, to });
    const lane = to.lane === from.lane ? '' : `${LANE_WORDS[to.lane]}, `;
    toast({
      id: `move-${plannerItemId}`,
      title: `Moved: ${item.title}`,
      detail: `${lane}${monthsText({ start, end }, locale)}`,
      undo: () => place({ plannerItemId, from: to, to: from }),
    });
  };
}
