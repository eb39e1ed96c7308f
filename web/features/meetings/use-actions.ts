import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ActionChange, MeetingAction } from '../../../shared/meetings/action.ts';
import { client } from '../../lib/api.ts';
import { tell } from '../../ui/tell.ts';
import { toast } from '../../ui/toast.tsx';
import { ACTION_WORDS, withAction } from './action-list.ts';
import { actionsQuery, meetingQuery, refreshMeetings, refreshWork } from './queries.ts';

type Set = Pick<ActionChange, 'status' | 'dueDate'>;

const oneOf = ({ companyId, meetingId, meetingActionId }: MeetingAction) => ({ companyId, meetingId, meetingActionId });

/**
 * What is done with the promises of a client: on every list at once, with Undo, and back with the reason when the server
 * refuses. Gestures are sent one after the other, each with the version that the one before left.
 */
export function useActions(companyId: string) {
  const queryClient = useQueryClient();
  const versions = useRef(new Map<string, number>());
  const versionOf = ({ meetingActionId, v }: MeetingAction) => Math.max(v, versions.current.get(meetingActionId) ?? 0);
  const show = (action: MeetingAction) => {
    queryClient.setQueryData(actionsQuery(companyId, 'open').queryKey, (data) => data && withAction(data, action));
    queryClient.setQueryData(
      meetingQuery(action).queryKey,
      (data) =>
        data && {
          ...data,
          actions: data.actions.map((one) => (one.meetingActionId === action.meetingActionId ? action : one)),
        },
    );
  };
  const { mutate } = useMutation({
    scope: { id: `actions of ${companyId}` },
    mutationFn: ({ action, set }: { action: MeetingAction; set: Set }) =>
      client.meetings.editAction({ ...oneOf(action), v: versionOf(action), ...set }),
    onSuccess: async (saved) => {
      versions.current.set(saved.meetingActionId, saved.v);
      await refreshMeetings(queryClient);
    },
    onError: async (error) => {
      tell(error);
      await refreshMeetings(queryClient);
    },
  });
  const change = (action: MeetingAction, set: Set) => {
    void queryClient.cancelQueries({ queryKey: actionsQuery(companyId, 'open').queryKey });
    show({ ...action, ...set, dueDate: (set.dueDate === undefined ? action.dueDate : set.dueDate) ?? undefined });
    mutate({ action, set });
  };
  return {
    /** Puts an action to another state. */
    settle: (action: MeetingAction, status: MeetingAction['status']) => {
      change(action, { status });
      toast({
        id: `action-${action.meetingActionId}`,
        title: status === 'open' ? 'Open again' : ACTION_WORDS[status],
        detail: action.text,
        undo: () => change({ ...action, status }, { status: action.status }),
      });
    },
    /** Gives it another day, or none. */
    moveTo: (action: MeetingAction, dueDate: string | null) => {
      const was = action.dueDate ?? null;
      change(action, { dueDate });
      toast({
        id: `action-${action.meetingActionId}`,
        title: dueDate ? 'Date moved' : 'Date taken off',
        detail: action.text,
        undo: () => change({ ...action, dueDate: dueDate ?? undefined }, { dueDate: was }),
      });
    },
    /** Makes a planner item of it. */
    plan: async (action: MeetingAction, onOpen: (plannerItemId: string) => void) => {
      try {
        const { plannerItemId } = await client.meetings.planAction({ ...oneOf(action), v: versionOf(action) });
        toast({
          title: 'On the roadmap, without a date yet',
          detail: action.text,
          action: { label: 'Open', run: () => onOpen(plannerItemId) },
        });
        await refreshWork(queryClient);
      } catch (error) {
        tell(error);
        await refreshMeetings(queryClient);
      }
    },
  };
}
