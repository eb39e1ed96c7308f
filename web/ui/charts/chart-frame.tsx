import type { ReactNode } from 'react';
import { cx } from '../cx.ts';
import { useWidth } from './use-width.ts';

/** What every chart takes. */
export interface ChartProps {
  /** Name of the chart: read aloud, not shown. */
  title: string;
  /** Shown in place of an empty chart: one sentence, and an action if there is one. */
  emptyState?: ReactNode;
  className?: string;
}

/** Room of a chart: it has its height before it has its width, so nothing jumps. */
export function ChartFrame({
  title,
  height,
  empty,
  emptyState = 'No data yet',
  className,
  children,
}: ChartProps & { height: number; empty: boolean; children: (width: number) => ReactNode }) {
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <figure aria-label={title} className={cx('m-0 print-block', className)}>
      <div ref={ref} className="relative" style={{ minHeight: height }}>
        {empty ? (
          <div className="absolute inset-0 grid place-items-center rounded-control border border-line border-dashed p-3 text-center text-12 text-ink-3">
            {emptyState}
          </div>
        ) : (
          width > 0 && children(width)
        )}
      </div>
    </figure>
  );
}
