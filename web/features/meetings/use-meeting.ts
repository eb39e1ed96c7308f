import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MeetingChange, VersionedMeeting } from '../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { client } from '../../lib/api.ts';
import { asProblem } from '../../ui/problem.ts';
import { tell } from '../../ui/tell.ts';
import { type ToastMessage, toast } from '../../ui/toast.tsx';
import { keepMeeting, meetingQuery, refreshMeetings } from './queries.ts';

type Set = Omit<MeetingChange, 'companyId' | 'meetingId' | 'v'>;

/**
 * Saves fields of a meeting. When somebody else was first, `changedBy` says who, the meeting on the page is theirs by then,
 * and what was typed stays for another try. Other refusals are thrown, for the form to show.
 */
export function useMeetingSave({ companyId, meetingId, v }: MeetingDetail): {
  save: (set: Set) => Promise<boolean>;
  changedBy: string | undefined;
} {
  const queryClient = useQueryClient();
  const { queryKey } = meetingQuery({ companyId, meetingId });
  const [changedBy, setChangedBy] = useState<string>();
  const save = async (set: Set) => {
    setChangedBy(undefined);
    if (Object.keys(set).length === 0) return true;
    try {
      keepMeeting(queryClient, await client.meetings.edit({ ...set, companyId, meetingId, v }));
      void refreshMeetings(queryClient);
      return true;
    } catch (error) {
      if (asProblem(error)?.status !== 409) throw error;
      await queryClient.invalidateQueries({ queryKey });
      setChangedBy(queryClient.getQueryData(queryKey)?.updatedBy ?? '');
      return false;
    }
  };
  return { save, changedBy };
}

/** Runs a verb on the whole meeting from a button that has no form: takes the answer over, or says why not. */
export function useMeetingRun({ companyId, meetingId, v }: MeetingDetail) {
  const queryClient = useQueryClient();
  return async (work: (one: VersionedMeeting) => Promise<MeetingDetail>, done: ToastMessage): Promise<void> => {
    try {
      keepMeeting(queryClient, await work({ companyId, meetingId, v }));
      toast(done);
    } catch (error) {
      tell(error);
    }
    await refreshMeetings(queryClient);
  };
}
