import { cx } from './cx.ts';

const clamp = (value: number) => Math.min(100, Math.max(0, value));

/** Where `value` lies between `min` and `max`, in percent from the left; 0 when the span is empty. */
export function percentAlong(value: number, min: number, max: number): number {
  return max > min ? clamp(((value - min) / (max - min)) * 100) : 0;
}

/**
 * An estimate as a range: the band from low to high on the scale min to max, and a mark at the likely value. Its words
 * (`text`) are what screen readers hear; low and high stand under their ends.
 */
export function RangeMeter({
  low,
  likely,
  high,
  min,
  max,
  format,
  label,
}: {
  low: number;
  likely: number;
  high: number;
  min: number;
  max: number;
  format: (value: number) => string;
  label: string;
}) {
  const from = percentAlong(low, min, max);
  const to = percentAlong(high, min, max);
  const mark = percentAlong(likely, min, max);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a meter element can show one value, not a range with a mark
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={likely}
      aria-valuetext={`${format(likely)} likely, ${format(low)} to ${format(high)}`}
    >
      <div className="relative h-2 rounded-full bg-sunken">
        <div
          className="absolute inset-y-0 rounded-badge bg-c1/35"
          style={{ left: `${from}%`, right: `${100 - to}%` }}
        />
        <div className="absolute -inset-y-0.5 w-0.5 -translate-x-1/2 bg-c1" style={{ left: `${mark}%` }} />
      </div>
      <div aria-hidden className="num relative mt-1 h-4 text-ink-2 text-meta">
        <span className="absolute -translate-x-1/2" style={{ left: `${Math.max(from, 7)}%` }}>
          {format(low)}
        </span>
        <span className="absolute -translate-x-1/2" style={{ left: `${Math.min(to, 93)}%` }}>
          {format(high)}
        </span>
      </div>
    </div>
  );
}

const fills = { accent: 'bg-c1', ok: 'bg-c3', warn: 'bg-c2' } as const;

/** A thin bar for a share that is known: progress of a sync, points of an area. Its words stand beside it in text. */
export function ProgressBar({
  value,
  max = 100,
  label,
  text,
  tone = 'accent',
  className,
}: {
  value: number;
  max?: number;
  label: string;
  /** What is read aloud in place of a bare percentage, such as "4 of 6 tenants". */
  text?: string;
  tone?: keyof typeof fills;
  className?: string;
}) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      className={cx('h-1.5 w-full overflow-hidden rounded-full bg-sunken dark:bg-hover', className)}
    >
      <div
        className={cx('h-full rounded-full transition-[width] duration-200', fills[tone])}
        style={{ width: `${percentAlong(value, 0, max)}%` }}
      />
    </div>
  );
}
