import { type DragEvent, useLayoutEffect, useRef, useState } from 'react';
import type { MeetingDetail } from '../../../shared/meetings/meeting-detail.ts';
import { tell } from '../../ui/tell.ts';
import { useTableKeys } from '../../ui/use-table-keys.ts';
import { droppedAt } from './agenda-order.ts';
import { AgendaRow, type Landing } from './agenda-row.tsx';
import { runningTimes } from './clock.ts';
import type { useAgenda } from './use-agenda.ts';

/** The items of an agenda in their order, with the time at which each begins. */
export function AgendaList({
  meeting,
  agenda,
  people,
  editable,
  peek,
  onPeek,
}: {
  meeting: MeetingDetail;
  agenda: ReturnType<typeof useAgenda>;
  people: ReadonlyMap<string, string>;
  editable: boolean;
  /** The item that is open in the panel. */
  peek: string | undefined;
  onPeek: (agendaItemId: string | undefined) => void;
}) {
  const { items, timeZone } = meeting;
  const [list, setList] = useState<HTMLOListElement | null>(null);
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string>();
  const [landing, setLanding] = useState<{ id: string; side: Landing }>();
  const times = runningTimes(meeting, items);
  const ids = items.map(({ agendaItemId }) => agendaItemId);
  useTableKeys(list, { ids, peekedId: peek, onPeek, reveal: () => undefined });

  // A row that moves in the page loses the focus there: what was pressed takes it back.
  const pressed = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = undefined;
  });

  const over = (event: DragEvent<HTMLElement>, id: string) => {
    if (!dragged) return;
    event.preventDefault();
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const side = event.clientY > top + height / 2 ? 'behind' : 'before';
    if (landing?.id !== id || landing.side !== side) setLanding({ id, side });
  };
  const end = () => {
    setDragged(undefined);
    setLanding(undefined);
  };
  const drop = (event: DragEvent) => {
    const from = dragged ? ids.indexOf(dragged) : -1;
    const at = landing ? ids.indexOf(landing.id) : -1;
    const item = items[from];
    end();
    if (!item || at < 0) return;
    event.preventDefault();
    const to = droppedAt(from, at, landing?.side === 'behind');
    if (to !== from) agenda.move(item, to);
  };
  return (
    <>
      <ol ref={setList} aria-label="Agenda" onDrop={drop}>
        {items.map((item, at) => {
          const { agendaItemId, presenterId } = item;
          return (
            <AgendaRow
              key={agendaItemId}
              item={item}
              at={at}
              count={items.length}
              time={times[at] ?? { at: meeting.startsAt, late: false }}
              timeZone={timeZone}
              presenter={presenterId && (people.get(presenterId) ?? 'Former staff')}
              editable={editable}
              open={peek === agendaItemId}
              landing={landing?.id === agendaItemId && dragged !== agendaItemId ? landing.side : undefined}
              actions={{
                open: () => onPeek(peek === agendaItemId ? undefined : agendaItemId),
                set: (set) => void agenda.edit(item, set).catch(tell),
                moveTo: (to, by) => {
                  pressed.current = by;
                  setSaid(`${item.title}: ${to + 1} of ${items.length}`);
                  agenda.move(item, to);
                },
                remove: () => {
                  if (peek === agendaItemId) onPeek(undefined);
                  agenda.remove(item);
                },
              }}
              onDrag={{
                start: (event) => {
                  event.dataTransfer.setData('text/plain', item.title);
                  event.dataTransfer.effectAllowed = 'move';
                  setDragged(agendaItemId);
                },
                over: (event) => over(event, agendaItemId),
                end,
              }}
            />
          );
        })}
      </ol>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
