import { scaleBand } from 'd3-scale';
import { type Box, clamp, FONT, type Size, type Tick } from './geometry.ts';
import { type Legend, layoutLegend } from './legend.ts';
import { plainNumber } from './plain-number.ts';
import { type NamedValues, type TidySeries, withOther } from './series.ts';
import { fitText, textWidth } from './text-width.ts';
import { valueAxis } from './value-axis.ts';

/** Amounts by category (quarters, years), stacked. Negative amounts stack downwards from zero. */
export interface StackedData {
  categories: readonly string[];
  series: readonly NamedValues[];
  format?: (value: number) => string;
  /** Short form for the axis and for totals that would collide; as `format` unless given. */
  formatTick?: (value: number) => string;
  locale?: string;
  /** False when the page draws the legend itself. */
  legend?: boolean;
}

/** One part of a column. */
export interface StackedSegment extends Box {
  /** Series, from 0. */
  index: number;
  name: string;
  value: number;
  text: string;
}

/** One category. */
export interface StackedColumn {
  category: string;
  /** Middle of the column, in pixels. */
  x: number;
  segments: StackedSegment[];
  total: number;
  totalText: string;
  /** Where the total stands; null when totals would collide. */
  totalLabel: { text: string; box: Box } | null;
}

/** Where everything of a stacked bar chart stands, in pixels. */
export interface StackedGeometry extends Size {
  plot: Box;
  yTicks: Tick[];
  xTicks: Tick[];
  columns: StackedColumn[];
  legend: Legend;
  zeroY: number;
  empty: boolean;
}

const GAP = 1;
const X_AXIS = 24;
const TOTAL_ROW = 18;
const WIDEST_BAR = 88;

/** Sum of the positive and of the negative parts of every category. */
function extremes(series: readonly TidySeries[], categories: number): number[] {
  return Array.from({ length: categories }, (_, at) => {
    const values = series.map(({ values }) => values[at] ?? 0);
    const sum = (part: (value: number) => number) => values.reduce((total, value) => total + part(value), 0);
    return [sum((value) => Math.max(0, value)), sum((value) => Math.min(0, value))];
  }).flat();
}

/** Places a stacked bar chart into `size`. */
export function layoutStacked(data: StackedData, size: Size): StackedGeometry {
  const format = data.format ?? plainNumber(data.locale ?? 'en-US');
  const short = data.formatTick ?? format;
  const series = withOther(data.series, data.categories.length);
  const names = series.map(({ name }) => name);
  const legend = layoutLegend(data.legend === false ? [] : names, size.width);
  const bottom = Math.max(legend.height + TOTAL_ROW + 1, size.height - X_AXIS);
  const top = Math.min(legend.height + TOTAL_ROW, bottom - 1);
  const values = extremes(series, data.categories.length);
  const axis = valueAxis({ values, fromZero: true, range: [bottom, top], format: short });
  const left = Math.min(axis.labelWidth + 10, size.width / 3);
  const right = Math.max(left + 1, size.width - 4);
  const band = scaleBand<number>(data.categories.keys(), [left, right]).paddingInner(0.45).paddingOuter(0.25);
  const barWidth = Math.min(band.bandwidth(), WIDEST_BAR);
  const zeroY = clamp(axis.y(0), top, bottom);

  const columns = data.categories.map((category, at): StackedColumn => {
    const x = (band(at) ?? left) + band.bandwidth() / 2;
    let up = 0;
    let down = 0;
    const segments = series.flatMap(({ name, values: row }, index): StackedSegment[] => {
      const value = row[at] ?? 0;
      if (value === 0) return [];
      const from = value > 0 ? up : down;
      if (value > 0) up += value;
      else down += value;
      const near = axis.y(from);
      const far = axis.y(from + value);
      const length = Math.abs(near - far);
      // The hairline between segments is taken from the farther one, never more than half of it.
      const gap = from === 0 ? 0 : Math.min(GAP, length / 2);
      const y = value > 0 ? far : near + gap;
      const box = { x: x - barWidth / 2, y, width: barWidth, height: length - gap };
      return [{ index, name, value, text: format(value), ...box }];
    });
    const total = series.reduce((sum, { values: row }) => sum + (row[at] ?? 0), 0);
    return { category, x, segments, total, totalText: format(total), totalLabel: null };
  });

  const step = band.step();
  const totals = [format, short]
    .map((write) => columns.map(({ total }) => write(total)))
    .find((texts) => texts.every((text) => textWidth(text, FONT.label) + 6 <= step));
  for (const [at, column] of columns.entries()) {
    const text = totals?.[at];
    if (text === undefined) continue;
    const width = textWidth(text, FONT.label);
    const above = Math.min(zeroY, ...column.segments.map(({ y }) => y));
    const box = {
      x: clamp(column.x - width / 2, 0, size.width - width),
      y: above - TOTAL_ROW,
      width,
      height: TOTAL_ROW,
    };
    column.totalLabel = { text, box };
  }
  return {
    ...size,
    plot: { x: left, y: top, width: right - left, height: bottom - top },
    yTicks: axis.ticks
      .filter(({ label }) => textWidth(label, FONT.label) <= left)
      .map(({ at, label }) => ({ at, label })),
    xTicks: categoryTicks(columns, step, size.width),
    columns,
    legend,
    zeroY,
    empty: series.every(({ values: row }) => row.every((value) => value === 0)),
  };
}

/** Category names, shortened to their column; every second, third ... when even that leaves too little to read. */
function categoryTicks(columns: readonly StackedColumn[], step: number, width: number): Tick[] {
  const readable = 36;
  const every = Math.max(1, Math.ceil(readable / Math.max(step, 1)));
  return columns.flatMap(({ category, x }, at) => {
    if (at % every !== 0) return [];
    const room = Math.min(step * every - 6, 2 * Math.min(x, width - x));
    const label = fitText(category, room, FONT.label);
    return label === '' ? [] : [{ at: x, label }];
  });
}

/** What a stacked bar chart says: each category with its total, and the parts of the largest one. */
export function stackedSummary(data: StackedData): string {
  const { columns, empty } = layoutStacked(data, { width: 800, height: 300 });
  if (empty) return 'No data yet';
  const totals = columns.map(({ category, totalText }) => `${category} ${totalText}`).join(', ');
  const largest = columns.reduce((best, column) => (column.total > best.total ? column : best));
  const parts = largest.segments.map(({ name, text }) => `${name} ${text}`).join(', ');
  return columns.length > 1 ? `${totals}. Largest: ${largest.category} with ${parts}` : `${totals}: ${parts}`;
}
