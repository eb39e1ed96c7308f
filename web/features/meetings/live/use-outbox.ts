import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { MeetingAction } from '../../../../shared/meetings/action.ts';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import type { OneMeeting } from '../../../../shared/meetings/meeting.ts';
import type { MeetingDetail } from '../../../../shared/meetings/meeting-detail.ts';
import { client } from '../../../lib/api.ts';
import { sessionQuery } from '../../../lib/session.ts';
import { keepMeeting, meetingQuery } from '../queries.ts';
import { storedQueue, storeQueue } from './kept-meeting.ts';
import { Outbox } from './outbox.ts';
import { type Entry, isWord, type Queue } from './queue.ts';

function deliver(entry: Entry): Promise<unknown> {
  const options = { context: { key: entry.key } };
  switch (entry.kind) {
    case 'say':
    case 'time':
      return client.meetings.say(entry.input, options);
    case 'attend':
      return client.meetings.attend(entry.input, options);
    case 'addAction':
      return client.meetings.addAction(entry.input, options);
    case 'end':
      return client.meetings.end(entry.input, options);
  }
}

/** Puts an answer where the page reads the meeting. */
function taken(queryClient: QueryClient, one: OneMeeting, { kind }: Entry, answer: unknown): void {
  const { queryKey } = meetingQuery(one);
  if (kind === 'attend' || kind === 'end') {
    keepMeeting(queryClient, answer as MeetingDetail);
    return;
  }
  queryClient.setQueryData(queryKey, (meeting) => {
    if (!meeting) return meeting;
    if (kind === 'addAction') {
      const action = answer as MeetingAction;
      const others = meeting.actions.filter(({ meetingActionId }) => meetingActionId !== action.meetingActionId);
      return { ...meeting, actions: [...others, action] };
    }
    const said = answer as AgendaItem;
    return { ...meeting, items: meeting.items.map((item) => (item.agendaItemId === said.agendaItemId ? said : item)) };
  });
}

/** True while something that a person said is in this browser only. */
export const hasUnsaved = ({ waiting, refused }: Queue) => waiting.some(isWord) || refused.length > 0;

/**
 * What a meeting writes, sent in the background and kept in this browser until it is saved. Leaving the page warns while
 * something is not.
 */
export function useOutbox(one: OneMeeting, userId: string, onSaid: () => void): { outbox: Outbox; queue: Queue } {
  const queryClient = useQueryClient();
  const { meetingId } = one;
  const [outbox] = useState(
    () =>
      new Outbox({
        stored: () => storedQueue(userId, meetingId),
        store: (queue) => storeQueue(userId, meetingId, queue),
        deliver,
        onSaved: (entry, answer) => {
          taken(queryClient, one, entry, answer);
          if (entry.kind === 'say') onSaid();
        },
        onSignedOut: () => void queryClient.invalidateQueries({ queryKey: sessionQuery().queryKey }),
        isOnline: () => navigator.onLine,
        now: () => Date.now(),
        newKey: () => crypto.randomUUID(),
      }),
  );
  const queue = useSyncExternalStore(outbox.subscribe, outbox.queue);
  useEffect(() => {
    const stop = outbox.start();
    const wake = () => outbox.wake();
    window.addEventListener('online', wake);
    window.addEventListener('offline', wake);
    return () => {
      stop();
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', wake);
    };
  }, [outbox]);
  const unsaved = hasUnsaved(queue);
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);
  return { outbox, queue };
}
