import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { NewAction } from '../../../../shared/meetings/action.ts';
import type { AgendaItem, Result, Saying } from '../../../../shared/meetings/agenda.ts';
import type { OneMeeting, Participant } from '../../../../shared/meetings/meeting.ts';
import { meetingQuery } from '../queries.ts';
import { type Clock, pause, restored, resume, show, spentSeconds } from './clock.ts';
import { deciderOf } from './deciding.ts';
import { type Remembered, remember, remembered } from './kept-meeting.ts';
import { type LiveMeeting, laterThan, withPending } from './pending.ts';
import type { Queue } from './queue.ts';
import { stepTo } from './screen.ts';
import { SAY } from './text.ts';
import { useOutbox } from './use-outbox.ts';

/** For so long a decision can be taken back before it is written to roadmap and budget. */
const TAKE_BACK_MS = 5_000;
/** Time is told when it is worth a write. */
const WORTH_SECONDS = 5;

export type Word = Pick<Saying, 'deferTo' | 'lines'> & { result: Exclude<Result, 'open'> };

/** Everything that the presenter's page shows and does. */
export interface Live {
  meeting: LiveMeeting;
  queue: Queue;
  clock: Clock;
  item: AgendaItem | undefined;
  /** Who is named beside what is decided. */
  decider: Participant | undefined;
  setDecider: (id: string) => void;
  /** The presenter's side is hidden, for people who share one screen. */
  isHidden: boolean;
  setHidden: (isHidden: boolean) => void;
  /** The item that the client's screen showed before the one that is shown. */
  before: string | undefined;
  /** Shows another item; `among` are newer items than the page has drawn. */
  go: (id: string, among?: readonly AgendaItem[]) => void;
  pauseOrResume: () => void;
  say: (item: AgendaItem, word: Word) => void;
  note: (item: AgendaItem, text: string) => void;
  attend: (id: string, present: boolean) => void;
  addAction: (action: Omit<NewAction, keyof OneMeeting>) => void;
  end: () => void;
  undo: (key: string) => void;
  retry: (key: string) => void;
  drop: (key: string) => void;
}

/** Remembers a part of live mode in this browser as it changes, until the meeting is over. */
function useRemembered(userId: string, meetingId: string, isOver: boolean) {
  const [own, setOwn] = useState<Remembered>(() => {
    const before = remembered(userId, meetingId);
    return { ...before, clock: restored(before.clock, Date.now()) };
  });
  useEffect(() => remember(userId, meetingId, isOver ? undefined : own), [userId, meetingId, own, isOver]);
  return [own, (part: Partial<Remembered>) => setOwn((now) => ({ ...now, ...part }))] as const;
}

/** A meeting that is being held, over the copy in the query cache and what waits to be sent. */
export function useLive(one: OneMeeting, userId: string, onSaid: () => void): Live | undefined {
  const { data } = useQuery(meetingQuery(one));
  const { outbox, queue } = useOutbox(one, userId, onSaid);
  const [own, setOwn] = useRemembered(userId, one.meetingId, data?.status === 'minutes' || data?.status === 'closed');
  const meeting = useMemo(() => data && withPending(data, queue.waiting), [data, queue.waiting]);
  const { clock, before, isHidden = false } = own;
  const { companyId, meetingId } = one;
  const item = meeting?.items.find(({ agendaItemId }) => agendaItemId === clock.shown);
  const first = meeting && stepTo(meeting.items, undefined, 1, isHidden);
  const isLive = meeting?.status === 'live';
  useEffect(() => {
    if (isLive && !item && first) setOwn({ clock: show(clock, first.agendaItemId, first.spentSeconds, Date.now()) });
  });
  if (!meeting) return undefined;

  const { items, participants } = meeting;
  const by = deciderOf(participants, own.decider);
  const about = ({ agendaItemId }: AgendaItem) => ({ companyId, meetingId, agendaItemId });
  /** The time of the item that is left, unless it is too short to tell. */
  const tellTime = () => {
    if (!item) return;
    const seconds = spentSeconds(clock, item.agendaItemId, Date.now());
    if (seconds - item.spentSeconds < WORTH_SECONDS) return;
    const input = { ...about(item), at: new Date().toISOString(), note: '', spentSeconds: seconds };
    outbox.add({ kind: 'time', input }, item.title);
  };
  const word = (which: AgendaItem, said: Partial<Saying> & { result: Result; note: string }): Saying => ({
    ...about(which),
    at: laterThan(which, Date.now()),
    spentSeconds: spentSeconds(clock, which.agendaItemId, Date.now()) || which.spentSeconds,
    ...said,
  });
  return {
    meeting,
    queue,
    clock,
    item,
    decider: by,
    setDecider: (id) => setOwn({ decider: id }),
    isHidden,
    setHidden: (hidden) => setOwn({ isHidden: hidden }),
    before,
    go: (id, among = items) => {
      const next = among.find(({ agendaItemId }) => agendaItemId === id);
      if (!next || next === item) return;
      tellTime();
      const seen = item?.visibility === 'client' ? { before: item.agendaItemId } : {};
      setOwn({ clock: show(clock, id, next.spentSeconds, Date.now()), ...seen });
    },
    pauseOrResume: () => {
      if (clock.pausedAt === undefined) tellTime();
      setOwn({ clock: (clock.pausedAt === undefined ? pause : resume)(clock, Date.now()) });
    },
    say: (which, said) => {
      const isDecision = said.result !== 'discussed' && said.result !== 'skipped';
      const named = isDecision && by ? { by: { kind: by.kind, id: by.id } } : {};
      const input = word(which, { ...said, ...named, note: which.said?.note ?? '' });
      outbox.add(
        { kind: 'say', input },
        `${which.title} (${SAY[said.result].toLowerCase()})`,
        isDecision ? TAKE_BACK_MS : 0,
      );
    },
    note: (which, text) => {
      const { result = 'discussed', by: who } = which.said ?? {};
      const input = word(which, { result, note: text, ...(who ? { by: { kind: who.kind, id: who.id } } : {}) });
      outbox.add({ kind: 'say', input }, `${which.title} (note)`);
    },
    attend: (id, present) => {
      const others = participants.filter((each) => each.present && each.id !== id).map((each) => each.id);
      outbox.add(
        { kind: 'attend', input: { companyId, meetingId, present: present ? [...others, id] : others } },
        'Who is in the room',
      );
    },
    addAction: (action) =>
      outbox.add({ kind: 'addAction', input: { companyId, meetingId, ...action } }, `${action.text} (action)`),
    end: () => {
      tellTime();
      setOwn({ clock: pause(clock, Date.now()) });
      outbox.add({ kind: 'end', input: { companyId, meetingId } }, 'End of the meeting');
    },
    undo: (key) => outbox.undo(key),
    retry: (key) => outbox.retry(key),
    drop: (key) => outbox.drop(key),
  };
}
