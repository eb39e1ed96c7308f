import { scaleLinear } from 'd3-scale';
import { clamp, FONT, type Tick } from './geometry.ts';
import { textWidth } from './text-width.ts';

/** A vertical axis of values. */
export interface ValueAxis {
  /** y of a value. */
  y(value: number): number;
  /** From the lowest value to the highest; labels are never repeated. */
  ticks: (Tick & { value: number })[];
  /** Width of the widest label in pixels. */
  labelWidth: number;
}

/** What the axis must show. */
export interface ValueAxisOptions {
  values: readonly number[];
  /** Bars stand on zero, lines need not. */
  fromZero: boolean;
  /** Fixed ends instead of ends found from the values. */
  domain?: readonly [number, number];
  /** y of the lowest and the highest value, in pixels. */
  range: readonly [number, number];
  format: (value: number) => string;
}

const PIXELS_PER_TICK = 44;
/** A line that touches the frame is hard to read: leave a quarter of its swing above and below. */
const LINE_MARGIN = 0.25;
/** Values closer than this are one: a step between them would be too small a number to divide by. */
const SMALLEST_SPAN = 1e-9;

function ends({ values, fromZero, domain }: ValueAxisOptions): [number, number] {
  if (domain && domain[1] - domain[0] >= SMALLEST_SPAN) return [domain[0], domain[1]];
  const low = Math.min(...values, ...(fromZero ? [0] : []));
  const high = Math.max(...values, ...(fromZero ? [0] : []));
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  if (high - low < SMALLEST_SPAN) {
    const margin = Math.max(Math.abs(low) * 0.1, 1);
    return fromZero ? [0, margin] : [low - margin, high + margin];
  }
  if (fromZero) return [low, high];
  const margin = (high - low) * LINE_MARGIN;
  // A share that never was negative gets no axis below zero.
  return [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
}

/** A vertical axis with rounded steps, and rounded ends for lines. */
export function valueAxis(options: ValueAxisOptions): ValueAxis {
  const [bottom, top] = options.range;
  const count = clamp(Math.floor(Math.abs(bottom - top) / PIXELS_PER_TICK), 1, 6);
  const scale = scaleLinear().domain(ends(options)).range([bottom, top]).clamp(true);
  // Bars carry their totals: rounding their axis up would only make them smaller.
  if (!options.domain && !options.fromZero) scale.nice(count);
  const ticks: ValueAxis['ticks'] = [];
  for (const value of scale.ticks(count)) {
    const label = options.format(value);
    if (ticks.at(-1)?.label !== label) ticks.push({ at: scale(value), label, value });
  }
  return {
    y: (value) => scale(value),
    ticks,
    labelWidth: Math.max(0, ...ticks.map((tick) => textWidth(tick.label, FONT.label))),
  };
}
