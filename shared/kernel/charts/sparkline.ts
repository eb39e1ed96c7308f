import { line } from 'd3-shape';
import { drawable, round, type Size } from './geometry.ts';
import type { ChartPalette } from './palette.ts';
import { plainNumber } from './plain-number.ts';
import type { Mark } from './svg.ts';

/** Values in order, evenly spaced; null leaves a gap. */
export interface SparklineData {
  values: readonly (number | null)[];
  format?: (value: number) => string;
  locale?: string;
}

/** Where everything of a sparkline stands, in pixels. */
export interface SparklineGeometry extends Size {
  path: string;
  /** The last value. */
  end: { x: number; y: number } | null;
  empty: boolean;
}

const DOT = 2;

/** Places a sparkline into `size`. */
export function layoutSparkline(data: SparklineData, size: Size): SparklineGeometry {
  const points = data.values.map((value, index) => ({ index, value: drawable(value) }));
  const known = points.flatMap(({ index, value }) => (value === null ? [] : [{ index, value }]));
  const low = Math.min(...known.map(({ value }) => value));
  const high = Math.max(...known.map(({ value }) => value));
  const inset = DOT + 1;
  const x = (index: number) =>
    points.length < 2 ? size.width / 2 : inset + (index / (points.length - 1)) * Math.max(0, size.width - 2 * inset);
  const y = (value: number) =>
    high === low ? size.height / 2 : inset + ((high - value) / (high - low)) * Math.max(0, size.height - 2 * inset);
  const shape = line<(typeof points)[number]>()
    .defined(({ value }) => value !== null)
    .x(({ index }) => round(x(index)))
    .y(({ value }) => round(y(value ?? 0)));
  const last = known.at(-1);
  return {
    ...size,
    path: known.length > 1 ? (shape(points) ?? '') : '',
    end: last ? { x: x(last.index), y: y(last.value) } : null,
    empty: known.length === 0,
  };
}

/** Marks of a sparkline: a quiet line with a dot at its end. */
export function drawSparkline({ path, end }: SparklineGeometry, palette: ChartPalette): Mark[] {
  const stroke = palette.inkQuiet;
  const look = { fill: 'none', stroke, strokeWidth: 1.5, strokeLinejoin: 'round', strokeLinecap: 'round' } as const;
  return [
    ...(path ? [{ tag: 'path', attributes: { d: path, ...look } } satisfies Mark] : []),
    ...(end ? [{ tag: 'circle', attributes: { cx: end.x, cy: end.y, r: DOT, fill: stroke } } satisfies Mark] : []),
  ];
}

/** What a sparkline says: its last value and where it started. */
export function sparklineSummary(data: SparklineData): string {
  const format = data.format ?? plainNumber(data.locale ?? 'en-US');
  const known = data.values.flatMap((value) => drawable(value) ?? []);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return 'No data yet';
  if (known.length === 1) return `${format(last)} now`;
  if (first === last) return `${format(last)} now, as at the start`;
  return `${format(last)} now, ${last > first ? 'up' : 'down'} from ${format(first)}`;
}
