import { Eye, Lock } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/**
 * A note with its audience made visible. Public: white, with an eye. Private: grey ground, dashed edge, a lock; the same
 * everywhere staff-only text stands.
 */
export function NoteBlock({
  audience,
  title,
  fact,
  action,
  alone,
  className,
  children,
}: {
  audience: 'public' | 'private';
  title?: string;
  fact?: string;
  action?: ReactNode;
  /** Nothing public stands beside it: no edge towards it on a wide screen. */
  alone?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const hidden = audience === 'private';
  const Icon = hidden ? Lock : Eye;
  return (
    <section
      className={cx(
        'flex min-w-0 flex-1 flex-col gap-2 px-3.5 py-3 touch:px-4',
        hidden ? 'border-line-strong border-dashed bg-sunken max-md:border-t-2' : 'bg-surface',
        hidden && !alone && 'md:border-l-2',
        className,
      )}
    >
      <header className="flex flex-wrap items-center gap-x-2">
        <Icon aria-hidden className={cx('size-4', hidden ? 'text-ink-2' : 'text-accent')} />
        <h3 className="font-semibold text-body">{title ?? (hidden ? 'Private note' : 'Public note')}</h3>
        <span className="ml-auto text-ink-3 text-meta">
          {fact ?? (hidden ? 'Staff only, never published' : 'Client reads this')}
        </span>
        {action}
      </header>
      <div className={cx('flex flex-col gap-2 text-body', hidden && 'text-ink-2')}>{children}</div>
    </section>
  );
}
