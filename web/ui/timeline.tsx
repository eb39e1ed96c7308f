import type { ReactNode } from 'react';
import { DateText } from './amount.tsx';
import { Avatar } from './avatar.tsx';
import { cx } from './cx.ts';
import { type Tone, ToneGlyph } from './status-icon.tsx';

export type TimelineEntry = {
  id: string;
  /** Who did it; left out when the product did. */
  person?: string;
  side?: 'client' | 'staff';
  tone?: Tone;
  title: ReactNode;
  detail?: ReactNode;
  /** ISO instant or calendar date. */
  at: string;
};

/** What happened, newest first: who, what, when. */
export function Timeline({ entries, className }: { entries: readonly TimelineEntry[]; className?: string }) {
  return (
    <ol className={cx('flex flex-col divide-y divide-line', className)}>
      {entries.map((entry) => (
        <li key={entry.id} className="flex items-start gap-2.5 py-2 first:pt-0.5 last:pb-0">
          {entry.person ? (
            <Avatar name={entry.person} side={entry.side} size="sm" />
          ) : (
            <span className="grid size-6 shrink-0 place-items-center rounded-full bg-idle-soft text-idle">
              <ToneGlyph tone={entry.tone ?? 'idle'} className="size-3.5" />
            </span>
          )}
          <div className="min-w-0 flex-1">
            <div className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 text-body">{entry.title}</span>
              <DateText iso={entry.at} year={false} className="text-ink-3 text-meta" />
            </div>
            {entry.detail ? <p className="text-ink-3 text-meta">{entry.detail}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
