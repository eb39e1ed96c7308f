import { CircleDashed, EyeOff } from 'lucide-react';
import { cx } from '../cx.ts';
import { ToneGlyph } from '../status-icon.tsx';
import type { RoadmapStatus } from './roadmap-types.ts';
import { STATUS_WORDS } from './roadmap-words.ts';

const TONES = { proposed: 'proposed', approved: 'info', done: 'ok' } as const;
const COLOURS: Record<RoadmapStatus, string> = {
  proposed: 'text-ink-3',
  approved: 'text-accent',
  'in-progress': 'text-warn',
  done: 'text-ok',
};

/** Ground and edge of a bar. */
export const BAR_STYLE: Record<RoadmapStatus, string> = {
  proposed: 'border-dashed border-line-strong bg-surface',
  approved: 'border-accent/50 bg-accent-soft',
  'in-progress': 'border-warn-line bg-warn-soft',
  done: 'border-ok/50 bg-ok-soft',
};

/** The icon of a status; its word stands in the label beside it. */
export function StatusMark({ status, className }: { status: RoadmapStatus; className?: string }) {
  const look = cx('size-4 shrink-0', COLOURS[status], className);
  return status === 'in-progress' ? (
    <CircleDashed aria-hidden className={look} />
  ) : (
    <ToneGlyph tone={TONES[status]} className={look} />
  );
}

/** What the icons mean. */
export function RoadmapLegend({ unpublished }: { unpublished: boolean }) {
  const statuses = Object.keys(STATUS_WORDS) as RoadmapStatus[];
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
      {statuses.map((status) => (
        <li key={status} className="flex items-center gap-1.5">
          <StatusMark status={status} />
          {STATUS_WORDS[status]}
        </li>
      ))}
      {unpublished && (
        <li className="flex items-center gap-1.5">
          <EyeOff aria-hidden className="size-4 text-ink-3" />
          Not published
        </li>
      )}
    </ul>
  );
}
