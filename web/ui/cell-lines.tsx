import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const tones = { warn: 'text-warn', ok: 'text-ok', bad: 'text-bad' } as const;

/** Two lines in one cell: what it is, and one grey line. With an icon in front when `icon` is given. */
export function CellLines({
  icon,
  first,
  second,
  tone,
}: {
  icon?: ReactNode;
  first: ReactNode;
  second?: ReactNode;
  /** Tints the second line when it is the news. */
  tone?: keyof typeof tones;
}) {
  return (
    <span className="flex min-w-0 items-start gap-2.5">
      {icon ? <span className="mt-0.5 shrink-0 text-ink-2 max-sm:hidden [&_svg]:size-4">{icon}</span> : null}
      <span className="flex min-w-0 flex-col">
        <span className="truncate max-sm:whitespace-normal">{first}</span>
        {second ? (
          <span
            className={cx('truncate font-normal text-meta max-sm:whitespace-normal', tone ? tones[tone] : 'text-ink-3')}
          >
            {second}
          </span>
        ) : null}
      </span>
    </span>
  );
}
