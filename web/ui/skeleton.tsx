import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** One grey bar in place of text. Give it the height and width of what comes. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx('skeleton animate-shimmer bg-idle-soft', className)} />;
}

/** Wraps placeholders: holds them back for 150 ms, and tells screen readers that something loads. */
export function Loading({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div role="status" className={cx('animate-late', className)}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}

/** A card to come: head and a few lines. `rows` as many as the real one usually has, so nothing jumps. */
export function CardSkeleton({
  label,
  rows = 4,
  bare,
  className,
}: {
  label: string;
  rows?: number;
  /** Without the card around it, where it stands in one already. */
  bare?: boolean;
  className?: string;
}) {
  return (
    <Loading label={label} className={cx('rounded-card bg-surface', !bare && 'border border-line p-3.5', className)}>
      <Skeleton className="h-4 w-40" />
      <div className="mt-4 flex flex-col gap-4">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
          <Skeleton key={row} className={row % 2 === 0 ? 'w-4/5' : 'w-3/5'} />
        ))}
      </div>
    </Loading>
  );
}

/** As many as most strips of figures have. */
const FIGURES = 5;

/** The strip of figures to come. */
export function StatStripSkeleton({ label }: { label: string }) {
  return (
    <Loading
      label={label}
      className="grid grid-cols-2 divide-line rounded-card border border-line bg-surface sm:grid-flow-col sm:auto-cols-fr sm:grid-cols-none sm:divide-x"
    >
      {Array.from({ length: FIGURES }, (_, cell) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
        <div key={cell} className="flex h-21 flex-col justify-center gap-2 px-3.5">
          <Skeleton className="h-2.5 w-1/2" />
          <Skeleton className="h-5 w-2/5" />
          <Skeleton className="h-2.5 w-3/5" />
        </div>
      ))}
    </Loading>
  );
}
