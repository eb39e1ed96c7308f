import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { ActionChange, MeetingAction, NewAction } from '../../../../shared/meetings/action.ts';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { client } from '../../../lib/api.ts';
import { tell } from '../../../ui/tell.ts';
import { toast } from '../../../ui/toast.tsx';
import { meetingQuery, minutesQuery, refreshWork } from '../queries.ts';
import { type Correction, corrected, presentOf, type SaidChange, wordOf } from './corrections.ts';
import { UnderWay } from './under-way.ts';

const oneAction = ({ companyId, meetingId, meetingActionId, v }: MeetingAction) => ({
  companyId,
  meetingId,
  meetingActionId,
  v,
});

/** A change that waits for those before it: what it sends is worked out when it is its turn. */
interface Write {
  work: () => Promise<void>;
  /** Shown while it is under way. */
  correction?: Correction;
}

const keyOf = (meetingId: string) => ['minutes', meetingId];

/**
 * Everything that is written up of one meeting goes one after the other. Without a connection it fails, and says so, instead
 * of waiting unseen.
 */
export const inTurn = (meetingId: string) => ({
  scope: { id: `minutes of ${meetingId}` },
  networkMode: 'always' as const,
});

/** The meeting with what is being corrected in it, as if that were saved. */
export function useCorrected(meeting: MeetingDetail): MeetingDetail {
  const underWay = useMutationState({
    filters: { mutationKey: keyOf(meeting.meetingId), status: 'pending' },
    select: ({ state }) => (state.variables as Write | undefined)?.correction,
  });
  return useMemo(
    () =>
      corrected(
        meeting,
        underWay.flatMap((one) => one ?? []),
      ),
    [meeting, underWay],
  );
}

/** What is corrected while the minutes are written up. */
export function useMinutes({ companyId, meetingId }: Pick<MeetingDetail, 'companyId' | 'meetingId'>) {
  const queryClient = useQueryClient();
  const one = { companyId, meetingId };
  const { queryKey } = meetingQuery(one);
  const [writes] = useState(() => new UnderWay());
  const stored = () => {
    const now = queryClient.getQueryData(queryKey);
    if (!now) throw new Error('Minutes are corrected on the page of their meeting.');
    return now;
  };
  const show = (how: (meeting: MeetingDetail) => MeetingDetail) => {
    // What was asked before this answer may not know it.
    void queryClient.cancelQueries({ queryKey });
    queryClient.setQueryData(queryKey, (meeting) => meeting && how(meeting));
  };
  const { mutateAsync } = useMutation({
    ...inTurn(meetingId),
    mutationKey: keyOf(meetingId),
    mutationFn: ({ work }: Write) => work(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: minutesQuery(one).queryKey }),
    onError: async (error) => {
      tell(error);
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  /** True when it was saved; the reason was told otherwise. */
  const run = (work: () => Promise<void>, correction?: Correction): Promise<boolean> => {
    const write = mutateAsync({ work, ...(correction ? { correction } : {}) }).then(
      () => true,
      () => false,
    );
    const isNote = correction && 'said' in correction && correction.said.note !== undefined;
    writes.add(write, isNote ? `note on ${correction.agendaItemId}` : undefined);
    return write;
  };
  const putAction = (action: MeetingAction) =>
    show((meeting) => ({
      ...meeting,
      actions: [
        ...meeting.actions.filter(({ meetingActionId }) => meetingActionId !== action.meetingActionId),
        action,
      ].toSorted((a, b) => a.meetingActionId.localeCompare(b.meetingActionId)),
    }));
  return {
    /** Tells from now on whether everything that is written here is saved. */
    watch: () => writes.watch(),
    /** Corrects a field of what was said of an item. */
    say: (agendaItemId: string, said: SaidChange) =>
      run(
        async () => {
          const item = stored().items.find((each) => each.agendaItemId === agendaItemId) ?? {};
          const saved = await client.meetings.say({ ...one, agendaItemId, ...wordOf(item, said, Date.now()) });
          show((meeting) => ({
            ...meeting,
            items: meeting.items.map((each) => (each.agendaItemId === agendaItemId ? saved : each)),
          }));
        },
        { agendaItemId, said },
      ),
    /** Corrects whether somebody was there. */
    attend: (participantId: string, isThere: boolean) => {
      const correction = { participantId, present: isThere };
      return run(async () => {
        const present = presentOf(stored().participants, correction);
        const saved = await client.meetings.attend({ ...one, present });
        show(() => saved);
      }, correction);
    },
    addAction: (action: Pick<NewAction, 'text' | 'owner' | 'dueDate'>) =>
      run(async () => {
        putAction(await client.meetings.addAction({ ...one, ...action }));
      }),
    editAction: (action: MeetingAction, change: Pick<ActionChange, 'text' | 'owner' | 'dueDate' | 'status'>) =>
      run(async () => {
        putAction(await client.meetings.editAction({ ...oneAction(action), ...change }));
      }),
    removeAction: (action: MeetingAction) =>
      run(async () => {
        await client.meetings.removeAction(oneAction(action));
        const isOther = (each: MeetingAction) => each.meetingActionId !== action.meetingActionId;
        show((meeting) => ({ ...meeting, actions: meeting.actions.filter(isOther) }));
      }),
    planAction: (action: MeetingAction) =>
      run(async () => {
        await client.meetings.planAction(oneAction(action));
        toast({ title: 'On the roadmap', detail: action.text });
        await refreshWork(queryClient);
      }),
  };
}

export type MinutesHand = ReturnType<typeof useMinutes>;
