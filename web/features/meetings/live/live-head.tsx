import { AirplayIcon, EllipsisVertical, Pause, Play } from 'lucide-react';
import { Mark } from '../../../ui/avatar.tsx';
import { Button } from '../../../ui/button.tsx';
import { formatDate } from '../../../ui/format.ts';
import { useLocale } from '../../../ui/locale.tsx';
import { MenuButton, type MenuGroup } from '../../../ui/menu-button.tsx';
import { clockText, elapsedMs } from './clock.ts';
import { Chip, QueueChip } from './queue-chip.tsx';
import type { Live } from './use-live.ts';
import { useSeconds } from './use-seconds.ts';

/** Which meeting, how long it lasts, whether all is saved, and how it ends. */
export function LiveHead({
  live,
  msp,
  companyName,
  isClientOpen,
  menu,
  onEnd,
}: {
  live: Live;
  msp: { name: string; logoUrl?: string };
  companyName: string;
  isClientOpen: boolean;
  menu: readonly MenuGroup[];
  onEnd: () => void;
}) {
  const { meeting, clock, queue } = live;
  const isPaused = clock.pausedAt !== undefined;
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-line border-b bg-surface px-5 py-1 max-sm:px-3">
      <Mark name={msp.name} logoUrl={msp.logoUrl} className="max-sm:hidden" />
      <p className="flex min-w-0 flex-1 items-baseline gap-3 text-15">
        <span className="truncate font-semibold">{meeting.title}</span>
        <span className="truncate text-ink-3 max-lg:hidden">{companyName}</span>
      </p>
      <MeetingClock live={live} />
      <span className="flex items-center gap-2 empty:hidden max-sm:order-last max-sm:w-full">
        {isClientOpen ? <Chip tone="info" icon={<AirplayIcon aria-hidden />} words="Client view is shared" /> : null}
        <QueueChip queue={queue} />
      </span>
      <span className="flex items-center gap-2">
        <Button
          aria-keyshortcuts="P"
          aria-label={isPaused ? 'Go on' : 'Pause'}
          icon={isPaused ? <Play aria-hidden /> : <Pause aria-hidden />}
          onClick={live.pauseOrResume}
        >
          <span className="max-md:hidden">{isPaused ? 'Go on' : 'Pause'}</span>
        </Button>
        <Button className="max-sm:hidden" onClick={onEnd}>
          End meeting
        </Button>
        <MenuButton label="More" groups={menu}>
          <EllipsisVertical aria-hidden />
        </MenuButton>
      </span>
    </header>
  );
}

function MeetingClock({ live: { meeting, clock } }: { live: Live }) {
  const { locale, timeZone } = useLocale();
  const now = useSeconds(clock.since !== undefined);
  const { startedAt = meeting.startsAt, durationMinutes } = meeting;
  const ms = elapsedMs(clock, startedAt, now);
  const isLate = ms > durationMinutes * 60_000;
  const [, at = ''] = formatDate(startedAt, locale, timeZone, { year: false, time: true }).split(', ');
  return (
    <p className="num flex shrink-0 items-baseline gap-2 text-15 text-ink-3">
      <span className="max-lg:hidden">Started {at}</span>
      <span className={isLate ? 'font-semibold text-warn' : 'font-semibold text-ink'}>{clockText(ms)}</span>
      <span>of {clockText(durationMinutes * 60_000)}</span>
      {clock.pausedAt === undefined ? null : <span className="font-medium text-warn">Paused</span>}
    </p>
  );
}
