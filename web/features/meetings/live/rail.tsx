import { Lock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { AgendaItem } from '../../../../shared/meetings/agenda.ts';
import { cx } from '../../../ui/cx.ts';
import { counted } from '../../../ui/format.ts';
import { ProgressBar } from '../../../ui/meter.tsx';
import { StatusIcon } from '../../../ui/status-icon.tsx';
import { RESULTS } from '../statuses.ts';
import { type Clock, minutesOf, spentMs } from './clock.ts';
import type { LiveMeeting } from './pending.ts';
import { clientItems } from './screen.ts';
import { PURPOSES } from './text.ts';
import { useSeconds } from './use-seconds.ts';

const MINUTE = 60_000;

/** Minutes by which what is done, and what is shown, took longer than planned. */
export function minutesOver(items: readonly AgendaItem[], clock: Clock, now: number): number {
  const over = items.map((item) => {
    const spent = Math.max(spentMs(clock, item.agendaItemId, now), item.spentSeconds * 1_000);
    const isOver = item.said !== undefined || spent > item.minutes * MINUTE;
    return isOver ? spent - item.minutes * MINUTE : 0;
  });
  return Math.round(over.reduce((sum, ms) => sum + ms, 0) / MINUTE);
}

/** The agenda at the side: what is done and how, time taken against time planned, and where the meeting is. */
export function Rail({
  meeting,
  clock,
  onGo,
}: {
  meeting: LiveMeeting;
  clock: Clock;
  onGo: (agendaItemId: string) => void;
}) {
  const { items } = meeting;
  const now = useSeconds(clock.since !== undefined);
  const done = items.filter(({ said }) => said).length;
  const over = minutesOver(items, clock, now);
  const seen = clientItems(items);
  return (
    <nav aria-label="Agenda" className="flex flex-col gap-1 px-2 py-3">
      <p className="num px-3 pb-1 text-13 text-ink-3">
        {done} of {items.length} done
        {over > 0 ? `, ${over} min over` : over < 0 ? `, ${-over} min to spare` : ''}
      </p>
      <ol className="flex flex-col gap-0.5">
        {items.map((item) => (
          <li key={item.agendaItemId}>
            <RailItem
              item={item}
              place={seen.indexOf(item) + 1}
              isShown={clock.shown === item.agendaItemId}
              spent={Math.max(spentMs(clock, item.agendaItemId, now), item.spentSeconds * 1_000)}
              isUnsaved={meeting.unsaved.has(item.agendaItemId)}
              onGo={() => onGo(item.agendaItemId)}
            />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function RailItem({
  item,
  place,
  isShown,
  spent,
  isUnsaved,
  onGo,
}: {
  item: AgendaItem;
  /** Among the items that the client sees; 0 for an internal one. */
  place: number;
  isShown: boolean;
  spent: number;
  isUnsaved: boolean;
  onGo: () => void;
}) {
  const { title, said, minutes, purpose } = item;
  const used = minutesOf(spent);
  const isLate = spent > minutes * MINUTE;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isShown) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  return (
    <button
      ref={button}
      type="button"
      aria-current={isShown ? 'step' : undefined}
      onClick={onGo}
      className={cx(
        'grid w-full grid-cols-[1.25rem_minmax(0,1fr)_auto] gap-x-3 rounded-control px-3 py-2 text-left text-15 max-lg:min-h-11',
        isShown ? 'bg-selected' : 'hover:bg-hover',
      )}
    >
      <span className="flex h-5.5 items-center justify-center">
        {said ? (
          <StatusIcon tone={RESULTS[said.result].tone} label={`${RESULTS[said.result].word}:`} />
        ) : place === 0 ? (
          <Lock aria-label="Internal:" role="img" className="size-4 text-ink-3" />
        ) : (
          <span className={cx('num text-13', isShown ? 'font-semibold text-accent' : 'text-ink-3')}>{place}</span>
        )}
      </span>
      <span className={cx('truncate', isShown ? 'font-semibold' : said ? 'text-ink-3' : 'text-ink')}>{title}</span>
      <span className={cx('num text-13', isLate ? 'font-semibold text-warn' : 'text-ink-3')}>
        {used > 0 || isShown ? `${used}/` : ''}
        {minutes} min
      </span>
      <span className="col-start-2 truncate text-13 text-ink-3">
        {said ? RESULTS[said.result].word : PURPOSES[purpose]}
        {isUnsaved ? ', not saved yet' : ''}
      </span>
      {isShown ? (
        <span className="col-span-2 col-start-2 pt-1.5">
          <ProgressBar
            value={Math.min(spent, minutes * MINUTE)}
            max={minutes * MINUTE}
            tone={isLate ? 'warn' : 'accent'}
            label={`Time of "${title}"`}
            text={`${counted(used, 'minute')} of ${minutes}`}
          />
        </span>
      ) : null}
    </button>
  );
}
