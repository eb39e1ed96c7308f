import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Stat = {
  id: string;
  label: string;
  value: ReactNode;
  /** A badge or a signed change beside the value. */
  mark?: ReactNode;
  /** One grey line below. */
  fact?: ReactNode;
  /** A sparkline at the right. */
  chart?: ReactNode;
  /** Set lighter, behind a dashed line: our own count beside the source's. */
  ours?: boolean;
};

/** Figures that belong together, in one bordered strip with inner lines. Two columns on a phone. */
export function StatStrip({ stats, label, className }: { stats: readonly Stat[]; label: string; className?: string }) {
  return (
    <dl
      aria-label={label}
      className={cx(
        'grid grid-cols-2 overflow-hidden rounded-card border border-line bg-surface sm:grid-flow-col sm:auto-cols-fr sm:grid-cols-none',
        className,
      )}
    >
      {stats.map((stat) => (
        <div
          key={stat.id}
          className={cx(
            'relative -mt-px -ml-px flex min-w-0 flex-col border-line border-t border-l px-3.5 py-2.5 max-sm:last:odd:col-span-2 touch:px-4 touch:py-3.5',
            stat.ours && 'border-l-line-strong border-dashed',
          )}
        >
          <dt className="truncate text-ink-3 text-meta">{stat.label}</dt>
          <dd className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
            <span className={cx('num font-semibold text-22 tracking-tight', stat.ours && 'text-ink-2')}>
              {stat.value}
            </span>
            {stat.mark ? <span className="max-sm:w-full">{stat.mark}</span> : null}
            {stat.chart ? (
              <span className="ml-auto max-sm:absolute max-sm:top-8 max-sm:right-3.5">{stat.chart}</span>
            ) : null}
          </dd>
          {stat.fact ? <dd className="text-ink-3 text-meta">{stat.fact}</dd> : null}
        </div>
      ))}
    </dl>
  );
}
