import { Ellipsis, Eye, GripVertical, Lock, Pencil } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { AgendaItem } from '../../../shared/meetings/agenda.ts';
import { Badge } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import { formatTime } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { MenuButton, type MenuGroup } from '../../ui/menu-button.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { placeAt, WAY_WORDS, WAYS } from './agenda-order.ts';
import { MinutesField } from './minutes-field.tsx';
import { OpenSince } from './open-since.tsx';
import { PurposeMenu } from './purpose-menu.tsx';
import { RESULTS } from './statuses.ts';
import { aboutOf, PURPOSES } from './text.ts';
import { TitleField } from './title-field.tsx';
import type { ItemSet } from './use-agenda.ts';

const STEPS: Partial<Record<string, 'up' | 'down'>> = { ArrowUp: 'up', ArrowDown: 'down' };

/* Handle, clock, title over its facts, time box, menu; on a phone the title has a line of its own. */
const EDITABLE =
  'grid-cols-[1.75rem_4.5rem_minmax(0,1fr)_auto_auto] pl-1.5 [grid-template-areas:"move_clock_name_time_menu"_"move_.____facts_time_menu"] max-sm:grid-cols-[2.75rem_auto_minmax(0,1fr)_auto] max-sm:px-1 max-sm:py-1 max-sm:[grid-template-areas:"move_name_name_menu"_".____clock_facts_time"_".____marks_marks_marks"]';
const FIXED =
  'grid-cols-[4.5rem_minmax(0,1fr)_auto] [grid-template-areas:"clock_name_time"_".____facts_time"] max-sm:grid-cols-[auto_minmax(0,1fr)_auto] max-sm:[grid-template-areas:"name_name_name"_"clock_facts_time"_"marks_marks_marks"]';

/** Where a dragged row would land: before or behind this one. */
export type Landing = 'before' | 'behind' | undefined;

export interface RowActions {
  open: () => void;
  set: (set: ItemSet) => void;
  moveTo: (place: number, by?: HTMLElement) => void;
  remove: () => void;
}

/**
 * One item of an agenda: when it begins, what it is, its time box. The handle drags and opens the ways to move; Alt with the
 * arrow keys moves it from anywhere in the row.
 */
export function AgendaRow({
  item,
  at,
  count,
  time,
  timeZone,
  presenter,
  actions,
  editable,
  open,
  landing,
  onDrag,
}: {
  item: AgendaItem;
  at: number;
  count: number;
  time: { at: string; late: boolean };
  timeZone: string;
  presenter: string | undefined;
  actions: RowActions;
  /** The agenda can be changed now, and by this person. */
  editable: boolean;
  /** It is the one in the panel. */
  open: boolean;
  landing: Landing;
  onDrag: { start: (event: DragEvent) => void; over: (event: DragEvent<HTMLElement>) => void; end: () => void };
}) {
  const { locale } = useLocale();
  const phone = usePhone();
  const [renaming, setRenaming] = useState(false);
  const [typing, setTyping] = useState(false);
  const name = useRef<HTMLButtonElement>(null);
  const wasRenaming = useRef(false);
  useEffect(() => {
    // The field that had the focus is gone: its name takes it.
    if (wasRenaming.current && !renaming && document.activeElement === document.body) name.current?.focus();
    wasRenaming.current = renaming;
  }, [renaming]);
  const { title, purpose, visibility, minutes, said, standing } = item;
  const isInternal = visibility === 'internal';
  const steer = (event: KeyboardEvent<HTMLElement>) => {
    const way = event.altKey ? STEPS[event.key] : undefined;
    if (!way || !editable) return;
    event.preventDefault();
    // The handle's own menu would open on the arrow.
    event.stopPropagation();
    const to = placeAt(way, at, count);
    if (to !== undefined) actions.moveTo(to, event.target instanceof HTMLElement ? event.target : undefined);
  };
  const toggle = () => actions.set({ visibility: isInternal ? 'client' : 'internal' });
  const marks = (
    <>
      <OpenSince item={item} />
      {said ? <Badge tone={RESULTS[said.result].tone}>{RESULTS[said.result].word}</Badge> : null}
    </>
  );
  const menu: MenuGroup[] = [
    {
      id: 'item',
      items: [
        { id: 'open', label: 'Open', onSelect: actions.open },
        { id: 'rename', label: 'Rename', onSelect: () => setRenaming(true) },
        { id: 'audience', label: isInternal ? 'Show it to the client' : 'Make it internal', onSelect: toggle },
        {
          id: 'standing',
          label: 'Comes back every time',
          checked: standing,
          onSelect: () => actions.set({ standing: !standing }),
        },
      ],
    },
    {
      id: 'remove',
      items: [{ id: 'remove', label: 'Take off the agenda', danger: true, onSelect: actions.remove }],
    },
  ];
  return (
    <li
      data-row-id={item.agendaItemId}
      draggable={editable && !renaming && !typing}
      onDragStart={onDrag.start}
      onDragOver={onDrag.over}
      onDragEnd={onDrag.end}
      onKeyDownCapture={steer}
      onFocus={(event) => setTyping(event.target instanceof HTMLInputElement)}
      onBlur={() => setTyping(false)}
      className={cx(
        'group relative grid items-start gap-x-2 border-line border-t px-3.5 py-1.5 first:border-t-0',
        editable ? EDITABLE : FIXED,
        isInternal && 'shadow-[inset_2px_0_0_var(--line-strong)]',
        open ? 'bg-selected' : isInternal && 'bg-sunken',
        landing && 'after:absolute after:inset-x-0 after:h-0.5 after:bg-accent',
        landing === 'before' && 'after:-top-px',
        landing === 'behind' && 'after:-bottom-px',
      )}
    >
      {editable ? (
        <MenuButton
          bare
          align="start"
          label={`Move ${title}: item ${at + 1} of ${count}`}
          className="grid size-7 cursor-grab place-items-center rounded-control text-ink-3 [grid-area:move] hover:bg-hover hover:text-ink max-sm:size-11 [&_svg]:size-4"
          groups={[
            {
              id: 'move',
              label: 'Alt with the arrow keys moves too',
              items: WAYS.flatMap((way) => {
                const to = placeAt(way, at, count);
                return to === undefined ? [] : [{ id: way, label: WAY_WORDS[way], onSelect: () => actions.moveTo(to) }];
              }),
            },
          ]}
        >
          <GripVertical aria-hidden />
        </MenuButton>
      ) : null}
      <span
        className={cx(
          'num pt-1 text-meta [grid-area:clock] max-sm:self-center max-sm:pt-0',
          time.late ? 'font-medium text-warn' : 'text-ink-3',
        )}
      >
        {formatTime(time.at, locale, timeZone)}
        {time.late ? <span className="sr-only">, ends after the meeting</span> : null}
      </span>
      <div className="min-w-0 [grid-area:name] sm:pt-0.5">
        {renaming ? (
          <TitleField
            value={title}
            onDone={(next) => {
              setRenaming(false);
              if (next) actions.set({ title: next });
            }}
          />
        ) : (
          <span className="flex min-w-0 items-start gap-1">
            {isInternal ? (
              <Lock aria-label="Internal" className="mt-0.5 size-4 shrink-0 text-ink-2 max-sm:mt-3.5" />
            ) : null}
            <button
              ref={name}
              type="button"
              data-row-focus
              onClick={actions.open}
              className="min-w-0 break-words rounded-badge text-left font-medium hover:underline max-sm:min-h-11 max-sm:text-15"
            >
              {title}
            </button>
            {editable ? (
              <button
                type="button"
                aria-label={`Rename ${title}`}
                onClick={() => setRenaming(true)}
                className="-my-0.5 grid size-6 shrink-0 place-items-center rounded-control text-ink-3 opacity-0 hover:bg-hover hover:text-ink focus-visible:opacity-100 group-hover:opacity-100 max-sm:hidden [&_svg]:size-3.5"
              >
                <Pencil aria-hidden />
              </button>
            ) : null}
          </span>
        )}
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 self-center pt-0.5 text-ink-3 text-meta [grid-area:facts] max-sm:pt-0">
        {editable ? (
          <PurposeMenu title={title} purpose={purpose} onChange={(next) => actions.set({ purpose: next })} />
        ) : (
          <span className="font-medium text-ink-2">{PURPOSES[purpose]}</span>
        )}
        <span>{aboutOf(item)}</span>
        {presenter ? <span>{presenter}</span> : null}
        {isInternal ? <span>Internal</span> : null}
        {phone ? null : marks}
      </div>
      {phone ? <div className="flex flex-wrap gap-2 pb-1.5 [grid-area:marks] empty:hidden">{marks}</div> : null}
      <span className="[grid-area:time] max-sm:self-center">
        {editable ? (
          <MinutesField quiet title={title} value={minutes} onChange={(next) => actions.set({ minutes: next })} />
        ) : (
          <span className="num block pt-0.5 text-right text-ink-2 max-sm:pt-0">{minutes} min</span>
        )}
      </span>
      {editable ? (
        <span className="flex [grid-area:menu] max-sm:justify-self-end">
          <span className="max-sm:hidden">
            <IconButton
              label={
                isInternal
                  ? `${title} is internal: show it to the client`
                  : `The client sees ${title}: make it internal`
              }
              icon={isInternal ? <Lock aria-hidden /> : <Eye aria-hidden />}
              onClick={toggle}
              className={
                isInternal
                  ? ''
                  : 'opacity-0 focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100'
              }
            />
          </span>
          <MenuButton label={`Actions for ${title}`} groups={menu}>
            <Ellipsis aria-hidden />
          </MenuButton>
        </span>
      ) : null}
    </li>
  );
}
