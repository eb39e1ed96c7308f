import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActionChange, MeetingAction, NewAction } from '../../../../shared/meetings/action.ts';
import type { AgendaItem, Saying } from '../../../../shared/meetings/agenda.ts';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { client } from '../../../lib/api.ts';
import { tell } from '../../../ui/tell.ts';
import { toast } from '../../../ui/toast.tsx';
import { laterThan } from '../live/pending.ts';
import { keepMeeting, meetingQuery, minutesQuery, refreshWork } from '../queries.ts';

const oneAction = ({ companyId, meetingId, meetingActionId, v }: MeetingAction) => ({
  companyId,
  meetingId,
  meetingActionId,
  v,
});

/** What is corrected while the minutes are written up. Changes of one meeting go one after the other. */
export function useMinutes({ companyId, meetingId }: Pick<MeetingDetail, 'companyId' | 'meetingId'>) {
  const queryClient = useQueryClient();
  const one = { companyId, meetingId };
  const { queryKey } = meetingQuery(one);
  const show = (how: (meeting: MeetingDetail) => MeetingDetail) =>
    queryClient.setQueryData(queryKey, (meeting) => meeting && how(meeting));
  const { mutateAsync } = useMutation({
    scope: { id: `minutes of ${meetingId}` },
    mutationFn: (work: () => Promise<void>) => work(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: minutesQuery(one).queryKey }),
    onError: async (error) => {
      tell(error);
      await queryClient.invalidateQueries({ queryKey });
    },
  });
  /** True when it was saved; the reason was told otherwise. */
  const run = (work: () => Promise<void>): Promise<boolean> =>
    mutateAsync(work).then(
      () => true,
      () => false,
    );
  const putAction = (action: MeetingAction) =>
    show((meeting) => ({
      ...meeting,
      actions: [
        ...meeting.actions.filter(({ meetingActionId }) => meetingActionId !== action.meetingActionId),
        action,
      ].toSorted((a, b) => a.meetingActionId.localeCompare(b.meetingActionId)),
    }));
  return {
    say: (item: AgendaItem, word: Pick<Saying, 'result' | 'by' | 'note'>) =>
      run(async () => {
        const { agendaItemId } = item;
        const at = laterThan(item, Date.now());
        const saved = await client.meetings.say({ ...one, agendaItemId, at, ...word });
        show((meeting) => ({
          ...meeting,
          items: meeting.items.map((each) => (each.agendaItemId === agendaItemId ? saved : each)),
        }));
      }),
    attend: (present: string[]) =>
      run(async () => keepMeeting(queryClient, await client.meetings.attend({ ...one, present }))),
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
