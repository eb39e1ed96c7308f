import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { type Tone, ToneGlyph } from './status-icon.tsx';

const grounds = {
  info: 'bg-info-soft text-info',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad text-bad-ink',
} as const satisfies Partial<Record<Tone, string>>;

/** A strip across the whole page, for what concerns every page: a failing source, a look through a client's eyes. */
export function Banner({
  tone,
  action,
  onClose,
  label = 'Notice',
  children,
}: {
  /** Names the strip when a page has more than one. */
  label?: string;
  tone: keyof typeof grounds;
  action?: ReactNode;
  onClose?: () => void;
  children: ReactNode;
}) {
  return (
    <section
      aria-label={label}
      className={cx(
        'no-print flex min-h-10 flex-wrap items-center gap-x-2.5 px-gutter py-1.5 text-body',
        grounds[tone],
      )}
    >
      <ToneGlyph tone={tone} className="size-4 shrink-0" />
      <p className={cx('min-w-0 flex-1 basis-52', tone === 'bad' ? '' : 'text-ink')}>{children}</p>
      {action}
      {onClose ? (
        <button
          type="button"
          aria-label="Close the notice"
          onClick={onClose}
          className="grid size-chip place-items-center rounded-control hover:bg-ink/10"
        >
          <X aria-hidden className="size-4" />
        </button>
      ) : null}
    </section>
  );
}
