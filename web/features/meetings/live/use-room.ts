import { useEffect, useState } from 'react';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import { useClientWindow } from './channel.ts';
import { answersTo, type Choice, choicesOf } from './deciding.ts';
import type { Open } from './live-panel.tsx';
import type { Surroundings } from './room.tsx';
import { onScreen, stepTo } from './screen.ts';
import type { Live } from './use-live.ts';
import { type Command, useLiveKeys } from './use-live-keys.ts';
import { useMenu } from './use-menu.ts';

export type RoomDialog = 'end' | 'agenda' | 'mine';

/** What the presenter's page has open, and what a press or a key does. */
export function useRoom(live: Live, around: Surroundings) {
  const { meeting, item, clock, queue, isHidden, before } = live;
  const [open, setOpen] = useState<Open>();
  const [dialog, setDialog] = useState<RoomDialog>();
  const shownId = item?.agendaItemId;
  const isInternal = item?.visibility === 'internal';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a question is about the item that is shown, and goes with it
  useEffect(() => setOpen(undefined), [shownId]);
  const isClientOpen = useClientWindow(meeting.meetingId, {
    title: meeting.title,
    company: around.companyName,
    item: onScreen(meeting.items, shownId, before),
    paused: clock.pausedAt !== undefined,
  });

  const next = stepTo(meeting.items, shownId, 1, isHidden);
  const back = stepTo(meeting.items, shownId, -1, isHidden);
  const go = (to: AgendaItem | undefined) => to && live.go(to.agendaItemId);
  const hide = (hidden: boolean) => {
    // What the room must not see leaves the screen first.
    if (hidden && isInternal) go(stepTo(meeting.items, shownId, 1, true) ?? stepTo(meeting.items, shownId, -1, true));
    live.setHidden(hidden);
  };
  const say = (choice: Choice) => {
    if (!item || !choicesOf(item).includes(choice)) return;
    const [record] = item.records;
    const waiting = record?.type === 'budget' ? (around.openLines(record.id) ?? []) : [];
    const lines = answersTo(waiting, choice);
    if (choice === 'deferred' && record?.type === 'planner-item') setOpen({ kind: 'defer' });
    else if (lines[0] && lines.length > 1) setOpen({ kind: 'lines', lines: waiting, begin: lines[0].decision });
    else {
      setOpen(undefined);
      live.say(item, { result: choice, ...(lines.length > 0 ? { lines } : {}) });
    }
  };
  /** Opens a question in the middle; a sheet that it was asked from gives way. */
  const ask = (kind: 'note' | 'action' | 'came-up') => {
    setDialog(undefined);
    setOpen({ kind });
  };
  const isEnding = queue.waiting.some(({ kind }) => kind === 'end');
  const { href, clientHref } = around;
  const { groups, toggleFullScreen } = useMenu({ isHidden, hide, href, clientHref, onEnd: () => setDialog('end') });
  const run = (command: Command) => {
    if (command === 'next') go(next);
    else if (command === 'back') go(back);
    else if (command === 'note' || command === 'action') ask(command);
    else if (command === 'pause') live.pauseOrResume();
    else if (command === 'hide') hide(!isHidden);
    else if (command === 'leave') hide(false);
    else if (command === 'full-screen') toggleFullScreen();
    else say(command);
  };
  useLiveKeys(open === undefined && dialog === undefined && !isEnding, run);
  return { open, setOpen, ask, isHidden, dialog, setDialog, isClientOpen, isEnding, next, back, go, say, menu: groups };
}

export type RoomState = ReturnType<typeof useRoom>;
