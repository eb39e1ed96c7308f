import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Target } from 'lucide-react';
import type { PlannerItemDetail } from '../../../shared/planner/planner-item.ts';
import { client } from '../../lib/api.ts';
import { TextLink } from '../../ui/link-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { refreshPlanner } from './queries.ts';

/** A goal as an item's page shows it. */
export interface ItemGoal {
  goalId: string;
  title: string;
  href: string;
  /** Closed ones stay where they are and are not offered. */
  open: boolean;
}

/** Goals that an item serves, each a link, and the way to choose them. */
export function ServedGoals({
  item,
  goals,
  writable,
}: {
  item: PlannerItemDetail;
  goals: readonly ItemGoal[];
  writable: boolean;
}) {
  const queryClient = useQueryClient();
  const { companyId, plannerItemId, v, goalIds = [] } = item;
  const { mutate } = useMutation({
    mutationFn: ({ goalId }: ItemGoal) => {
      const serving = { companyId, plannerItemId, v, goalId };
      return goalIds.includes(goalId) ? client.planner.unserve(serving) : client.planner.serve(serving);
    },
    onSuccess: async (_, { goalId, title }) => {
      toast({ title: goalIds.includes(goalId) ? 'Serves the goal no longer' : 'Serves the goal', detail: title });
      await refreshPlanner(queryClient);
    },
    onError: async (error) => {
      tell(error);
      await refreshPlanner(queryClient);
    },
  });
  const served = goals.filter(({ goalId }) => goalIds.includes(goalId));
  const offered = goals.filter(({ goalId, open }) => open || goalIds.includes(goalId));
  return (
    <span className="flex min-w-0 flex-1 items-start gap-1">
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        {served.map(({ goalId, title, href }) => (
          <TextLink key={goalId} href={href}>
            {title}
          </TextLink>
        ))}
        {served.length === 0 ? <span className="text-ink-3">No goal</span> : null}
      </span>
      {writable && offered.length > 0 ? (
        <MenuButton
          bare
          label="Choose the goals that this item serves"
          className="-my-1 -mr-1.5 grid size-7 touch:size-11 max-sm:size-11 shrink-0 place-items-center rounded-control text-ink-2 hover:bg-hover [&_svg]:size-4"
          groups={[
            {
              id: 'goals',
              label: 'Serves',
              items: offered.map((goal) => ({
                id: goal.goalId,
                label: goal.title,
                checked: goalIds.includes(goal.goalId),
                onSelect: () => mutate(goal),
              })),
            },
          ]}
        >
          <Target aria-hidden />
        </MenuButton>
      ) : null}
    </span>
  );
}
