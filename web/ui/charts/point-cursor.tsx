import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Box } from '../../../shared/kernel/charts/geometry.ts';
import { seriesColour } from '../../../shared/kernel/charts/palette.ts';
import { cx } from '../cx.ts';
import { cssPalette } from './css-palette.ts';

/** A place of a chart that can be read. */
export interface CursorStop {
  title: string;
  x: number;
  /** Where the tooltip's upper edge and the dots stand. */
  y: number;
  rows: { index: number; name: string; text: string; dot?: { x: number; y: number } }[];
}

interface PointCursorProps {
  /** Name of the chart. */
  label: string;
  stops: readonly CursorStop[];
  plot: Box;
  /** True draws an upright through the point. */
  upright?: boolean;
}

const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 5,
  PageDown: -5,
};

function nearest(stops: readonly CursorStop[], x: number, y: number, plane: boolean): number {
  let best = 0;
  let distance = Number.POSITIVE_INFINITY;
  for (const [index, stop] of stops.entries()) {
    const from = Math.hypot(stop.x - x, plane ? stop.y - y : 0);
    if (from < distance) [best, distance] = [index, from];
  }
  return best;
}

/**
 * Reads a chart point by point, with pointer or arrow keys. It is a slider over the points: screen readers then pass the
 * arrow keys on and speak each new `aria-valuetext`, so a live region beside it would say everything twice.
 */
export function PointCursor({ label, stops, plot, upright = false }: PointCursorProps) {
  const [at, setAt] = useState<number | null>(null);
  const last = stops.length - 1;
  const index = at === null ? null : Math.min(at, last);
  const stop = index === null ? undefined : stops[index];
  const told = stops[index ?? last];

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === 'Escape' && at !== null) {
      event.stopPropagation();
      setAt(null);
    } else if (step !== undefined || event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const from = index ?? (step === undefined ? 0 : last + (step > 0 ? -step : -step));
      const target = event.key === 'Home' ? 0 : event.key === 'End' ? last : from + (step ?? 0);
      setAt(Math.max(0, Math.min(last, target)));
    }
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setAt(nearest(stops, plot.x + event.clientX - box.left, plot.y + event.clientY - box.top, !upright));
  };

  if (!told) return null;
  return (
    <>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`${label}, point by point`}
        aria-valuemin={1}
        aria-valuemax={stops.length}
        aria-valuenow={(index ?? last) + 1}
        aria-valuetext={`${told.title}: ${told.rows.map(({ name, text }) => `${name} ${text}`).join(', ')}`}
        onKeyDown={onKeyDown}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && setAt((current) => current ?? last)}
        onBlur={() => setAt(null)}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setAt(null)}
        className="absolute touch-pan-y rounded-badge"
        style={{ left: plot.x, top: plot.y, width: plot.width, height: plot.height }}
      />
      {stop && <CursorMarks stop={stop} plot={plot} upright={upright} />}
    </>
  );
}

function CursorMarks({ stop, plot, upright }: { stop: CursorStop; plot: Box; upright: boolean }) {
  const flip = stop.x > plot.x + plot.width / 2;
  return (
    <div aria-hidden className="no-print pointer-events-none absolute inset-0 z-10">
      {upright && (
        <div className="absolute w-px bg-line-strong" style={{ left: stop.x, top: plot.y, height: plot.height }} />
      )}
      {stop.rows.map(({ index, dot }) =>
        dot ? (
          <div
            key={index}
            className="absolute size-2 -translate-x-1/2 -translate-y-1/2 rounded-full ring-2 ring-surface"
            style={{ left: dot.x, top: dot.y, background: seriesColour(cssPalette, index) }}
          />
        ) : null,
      )}
      <div
        className={cx(
          'absolute max-w-56 rounded-control border border-line bg-surface px-2.5 py-1.5 text-12 shadow-pop',
          flip ? '-translate-x-full -ml-2.5' : 'ml-2.5',
        )}
        style={{ left: stop.x, top: Math.max(0, stop.y - 12) }}
      >
        <div className="whitespace-nowrap text-ink-3">{stop.title}</div>
        {stop.rows.map(({ index, name, text }) => (
          <div key={index} className="flex items-center gap-1.5 text-ink">
            <span className="size-2 shrink-0 rounded-[3px]" style={{ background: seriesColour(cssPalette, index) }} />
            <span className="truncate text-ink-2">{name}</span>
            <span className="num ml-auto pl-3 font-medium">{text}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
