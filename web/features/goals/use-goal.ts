import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Goal, GoalDetail, Standing, StandingChange } from '../../../shared/goals/goal.ts';
import { isClosed, standingOf } from '../../../shared/goals/standing.ts';
import { client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { boardQuery, goalQuery, refreshGoals } from './queries.ts';
import { STANDINGS } from './standings.ts';

type To = StandingChange['standing'];

/** How a goal that was put somewhere gets back to where it was. */
const backTo = (goal: Goal): To => (goal.status === 'proposed' ? 'proposed' : (goal.healthByHand ?? 'by-rule'));

/** What a goal looks like before the server has answered. By the rule it is on track until the answer says otherwise. */
function foreseen(goal: Goal, to: To): Goal {
  if (to === 'proposed') return { ...goal, status: 'proposed', healthByHand: undefined };
  if (to === 'by-rule') return { ...goal, status: 'active', healthByHand: undefined };
  return { ...goal, status: 'active', health: to, healthByHand: to };
}

/**
 * Puts a client's goals where a person says they stand: on the page at once, with Undo; back with the reason when the server
 * refuses. Gestures are sent one after the other, each with the version that the one before left.
 */
export function useStand(companyId: string): (goal: Goal, to: To) => void {
  const queryClient = useQueryClient();
  const { queryKey } = boardQuery(companyId);
  const show = (goalId: string, how: <G extends Goal>(goal: G) => G) => {
    queryClient.setQueryData(
      queryKey,
      (data) => data && { items: data.items.map((goal) => (goal.goalId === goalId ? how(goal) : goal)) },
    );
    queryClient.setQueryData(goalQuery({ companyId, goalId }).queryKey, (data) => data && how(data));
  };
  const stored = (goalId: string): Goal | undefined =>
    queryClient.getQueryData(queryKey)?.items.find((goal) => goal.goalId === goalId) ??
    queryClient.getQueryData(goalQuery({ companyId, goalId }).queryKey);
  const { mutate } = useMutation({
    scope: { id: `goals of ${companyId}` },
    mutationFn: ({ goal: { goalId, v }, to }: { goal: Goal; to: To }) =>
      client.goals.stand({ companyId, goalId, v: stored(goalId)?.v ?? v, standing: to }),
    onSuccess: async (saved, { goal }) => {
      show(goal.goalId, (now) => ({ ...now, ...saved }));
      await refreshGoals(queryClient);
    },
    onError: async (error) => {
      tell(error);
      await refreshGoals(queryClient);
    },
  });
  const put = (goal: Goal, to: To) => {
    void queryClient.cancelQueries({ queryKey });
    show(goal.goalId, (now) => ({ ...now, ...foreseen(now, to) }));
    mutate({ goal, to });
  };
  return (goal, to) => {
    const back = backTo(goal);
    put(goal, to);
    toast({
      id: `stand-${goal.goalId}`,
      title: to === 'by-rule' ? 'Health follows the rule again' : `${STANDINGS[to].word}: ${goal.title}`,
      undo: () => put(goal, back),
    });
  };
}

/** Takes up work at a closed goal again. */
export function useReopen(): (goal: Goal) => void {
  const queryClient = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ companyId, goalId, v }: Goal) => client.goals.reopen({ companyId, goalId, v }),
    onSuccess: async (saved: GoalDetail) => {
      queryClient.setQueryData(goalQuery(saved).queryKey, saved);
      toast({ title: 'Reopened', detail: saved.title });
      await refreshGoals(queryClient);
    },
    onError: async (error) => {
      tell(error);
      await refreshGoals(queryClient);
    },
  });
  return mutate;
}

/** What a person may make of a goal by one gesture. */
export function movesOf(goal: Goal): Exclude<Standing, 'abandoned'>[] {
  if (isClosed(goal)) return [];
  const here = standingOf(goal);
  return (['proposed', 'on-track', 'at-risk', 'off-track', 'achieved'] as const).filter((to) => to !== here);
}
