import { CircleX, Clock, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

const tones = {
  /** look here before you go on */
  warn: { ground: 'border-warn-line bg-warn-soft', icon: 'text-warn', Icon: TriangleAlert },
  wait: { ground: 'border-warn-line bg-warn-soft', icon: 'text-warn', Icon: Clock },
  info: { ground: 'border-transparent bg-info-soft', icon: 'text-info', Icon: Info },
  bad: { ground: 'border-bad bg-bad-soft', icon: '', Icon: CircleX },
} as const;

/**
 * A box that asks for attention inside a page. It says the difference and offers the ways out. `bad` carries the solid mark,
 * so it stays the loudest in greyscale. For a whole page or integration, use it on top as a banner.
 */
export function Callout({
  tone = 'warn',
  title,
  aside,
  actions,
  className,
  children,
}: {
  tone?: keyof typeof tones;
  title?: ReactNode;
  /** A figure at the right, such as a countdown. */
  aside?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
}) {
  const { ground, icon, Icon } = tones[tone];
  return (
    <div
      className={cx(
        'flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card border px-3.5 py-3 text-meta touch:px-4',
        ground,
        className,
      )}
    >
      <span
        className={cx(
          'self-start',
          tone === 'bad' ? 'grid size-6 shrink-0 place-items-center rounded-control bg-bad text-bad-ink' : icon,
        )}
      >
        <Icon aria-hidden className={tone === 'bad' ? 'size-4' : 'size-4.5'} />
      </span>
      <div className="min-w-0 flex-1 basis-52">
        {title ? <p className="font-semibold text-body">{title}</p> : null}
        {children ? <div className="text-ink-2">{children}</div> : null}
      </div>
      {aside ? <span className={cx('num font-semibold text-18', icon || 'text-bad')}>{aside}</span> : null}
      {actions ? <div className="flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
