import { cva } from 'class-variance-authority';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import { type Tone, ToneGlyph } from './status-icon.tsx';

const badgeStyle = cva(
  'inline-flex h-5 w-fit items-center gap-1 align-middle whitespace-nowrap rounded-badge px-1.5 font-medium text-12',
  {
    variants: {
      tone: {
        ok: 'bg-ok-soft text-ok',
        warn: 'bg-warn-soft text-warn',
        bad: 'bg-bad text-bad-ink',
        info: 'bg-info-soft text-info',
        idle: 'bg-idle-soft text-idle',
        proposed: 'bg-idle-soft text-idle',
        busy: 'bg-info-soft text-info',
      },
    },
  },
);

/** A status: icon and word on its ground. `bad` is the only solid one, so it is found first, also in greyscale. */
export function Badge({ tone, className, children }: { tone: Tone; className?: string; children: ReactNode }) {
  return (
    <span className={cx(badgeStyle({ tone }), className)}>
      <ToneGlyph tone={tone} className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}

/** A plain word on a soft ground, for marks that are no status, such as "Quick win". */
export function Tag({ tone = 'info', children }: { tone?: 'info' | 'idle'; children: ReactNode }) {
  const ground = tone === 'info' ? 'bg-info-soft text-info' : 'bg-idle-soft text-idle';
  return (
    <span
      className={cx('inline-flex h-5 items-center whitespace-nowrap rounded-badge px-1.5 font-medium text-11', ground)}
    >
      {children}
    </span>
  );
}

/** How many, beside a word of a menu. Say what is counted in `label`. */
export function Count({ value, label, className }: { value: number; label: string; className?: string }) {
  return (
    <span
      className={cx(
        'num inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-badge bg-accent-soft px-1 font-semibold text-11 text-accent',
        className,
      )}
    >
      {value > 999 ? '999+' : value}
      <span className="sr-only"> {label}</span>
    </span>
  );
}
