import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { client } from '../../../lib/api.ts';
import { counted } from '../../../ui/format.ts';
import type { Problem } from '../../../ui/problem.ts';
import { toast } from '../../../ui/toast.tsx';
import { keepMeeting, meetingQuery, refreshMeetings } from '../queries.ts';
import type { Watch } from './under-way.ts';
import type { MinutesHand } from './use-minutes.ts';
import type { Summary } from './use-summary.ts';

const LOST = 'Something you changed was not saved. Look at what the minutes say now, then close them again.';

/** A refusal of our own, which a dialog shows like one of the server. */
const notYet = (title: string) => new Error(title, { cause: { title, status: 409 } satisfies Problem });

/** Closing minutes for ever: asked for first, and done only when everything that was written on the page is saved. */
export function useClosing(meeting: MeetingDetail, hand: MinutesHand, summary: Summary) {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<Watch>();
  const stillAsked = useRef(asked);
  stillAsked.current = asked;
  const { companyId, meetingId } = meeting;
  /** @throws why they cannot be closed, for the dialog to show */
  const close = async (recipients: string[]) => {
    const isAllSaved = (await asked?.isAllSaved()) ?? true;
    const why = isAllSaved ? await summary.flush() : LOST;
    // Cancelled while it waited.
    if (stillAsked.current !== asked) return;
    if (why) throw notYet(why);
    const { v } = queryClient.getQueryData(meetingQuery(meeting).queryKey) ?? meeting;
    try {
      keepMeeting(queryClient, await client.meetings.close({ companyId, meetingId, v, recipients }));
    } catch (error) {
      // Somebody was faster: their change shows behind the dialog, and closing again closes that.
      await queryClient.invalidateQueries({ queryKey: meetingQuery(meeting).queryKey });
      throw error;
    }
    const to = counted(recipients.length, 'person', 'people');
    toast({ title: recipients.length === 0 ? 'Minutes closed' : `Minutes closed and sent to ${to}` });
    await refreshMeetings(queryClient);
  };
  return {
    isAsked: asked !== undefined,
    ask: () => setAsked(hand.watch()),
    leave: () => setAsked(undefined),
    close,
  };
}
