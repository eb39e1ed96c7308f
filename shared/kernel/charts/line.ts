import { line as linePath } from 'd3-shape';
import { type Box, clamp, drawable, FONT, round, type Size, type Tick } from './geometry.ts';
import { type Legend, layoutLegend } from './legend.ts';
import { type EndLabel, type EventMarker, placeEndLabels, placeEvents } from './line-labels.ts';
import { dateWriter, dayNumber, dayScale, monthTicks, OVERHANG } from './month-axis.ts';
import { MAX_SERIES } from './palette.ts';
import { plainNumber } from './plain-number.ts';
import { textWidth } from './text-width.ts';
import { valueAxis } from './value-axis.ts';

/** One line; dates are YYYY-MM-DD in any order, a null value leaves a gap. */
export interface LineSeries {
  name: string;
  points: readonly { date: string; value: number | null }[];
}

/** Values over time: at most six lines are drawn, the second is dashed. */
export interface LineData {
  series: readonly LineSeries[];
  /** What happened: a dotted upright with a label, and a ring on the first line. */
  events?: readonly { date: string; label: string }[];
  /** Ends of the value axis; found from the values unless given. */
  domain?: readonly [number, number];
  format?: (value: number) => string;
  /** How a difference (never negative) is said in the summary; as `format` unless given. */
  formatChange?: (value: number) => string;
  locale?: string;
}

/** A point of a line that can be read. */
export interface LineReading {
  /** Series, from 0. */
  index: number;
  name: string;
  text: string;
  x: number;
  y: number;
}

/** All readings of one day. */
export interface LineStop {
  date: string;
  dateText: string;
  x: number;
  readings: LineReading[];
}

/** Where everything of a line chart stands, in pixels. */
export interface LineGeometry extends Size {
  plot: Box;
  yTicks: Tick[];
  xTicks: Tick[];
  lines: { index: number; path: string; dashed: boolean; dots: { x: number; y: number }[] }[];
  stops: LineStop[];
  endLabels: EndLabel[];
  events: EventMarker[];
  /** Empty when the lines are labelled at their ends. */
  legend: Legend;
  empty: boolean;
}

const DIRECT_LABELS = 3;
const END_GAP = 8;
const X_AXIS = 24;
/** Below this height the plot stops giving room to the legend and to event labels, in pixels. */
const LOWEST_PLOT = 48;

interface Dot {
  day: number;
  date: string;
  value: number | null;
}

function dotsOf(series: LineSeries): Dot[] {
  return series.points
    .map(({ date, value }) => ({ day: dayNumber(date), date, value: drawable(value) }))
    .sort((a, b) => a.day - b.day);
}

/** Places a line chart into `size`. */
export function layoutLine(data: LineData, size: Size): LineGeometry {
  const locale = data.locale ?? 'en-US';
  const format = data.format ?? plainNumber(locale);
  const drawn = data.series.slice(0, MAX_SERIES).map((series) => ({ name: series.name, dots: dotsOf(series) }));
  const known = drawn.flatMap(({ dots }) => dots.filter((dot) => dot.value !== null));
  const hidden = data.series.length - drawn.length;
  const lastOf = (dots: readonly Dot[]) => dots.findLast((dot) => dot.value !== null);

  const ends = drawn.map(({ name, dots }) => `${format(lastOf(dots)?.value ?? 0)} ${name}`);
  const widest = Math.max(0, ...ends.map((text) => textWidth(text, FONT.label)));
  const direct = drawn.length <= DIRECT_LABELS && widest <= size.width * 0.4 && size.height >= 120;
  const full = layoutLegend(
    direct ? [] : drawn.map(({ name }) => name),
    size.width,
    hidden > 0 ? `${hidden} more not drawn` : '',
  );
  const legend: Legend = full.height + LOWEST_PLOT + X_AXIS <= size.height ? full : { items: [], height: 0 };

  const days = known.map((dot) => dot.day);
  const from = Math.min(...days);
  const to = Math.max(...days);
  const events = (data.events ?? [])
    .map((event) => ({ ...event, day: dayNumber(event.date) }))
    .filter((event) => event.day >= from && event.day <= to)
    .sort((a, b) => a.day - b.day);

  const bottom = Math.max(legend.height + 9, size.height - X_AXIS);
  const provisionalTop = Math.min(legend.height + 8, bottom - 1);
  const values = known.map((dot) => dot.value ?? 0);
  const axisOptions = { values, fromZero: false, domain: data.domain, format };
  const labelWidth = valueAxis({ ...axisOptions, range: [bottom, provisionalTop] }).labelWidth;
  const left = Math.min(Math.max(OVERHANG, labelWidth + END_GAP), size.width / 3);
  const right = Math.max(left + 1, size.width - (direct ? Math.max(OVERHANG, widest + END_GAP) : OVERHANG));
  const x = dayScale({ from, to, range: [left, right] });

  const placed = placeEvents(
    events.map(({ label, date, day }) => ({ label, date, x: x(day) })),
    { x: 0, y: legend.height, width: size.width, height: bottom - legend.height - LOWEST_PLOT },
  );
  const top = Math.min(provisionalTop + placed.height, bottom - 1);
  const axis = valueAxis({ ...axisOptions, range: [bottom, top] });
  const y = (value: number) => clamp(axis.y(value), top, bottom);
  const shape = linePath<Dot>()
    .defined((dot) => dot.value !== null)
    .x((dot) => round(x(dot.day)))
    .y((dot) => round(y(dot.value ?? 0)));

  const readings = drawn.flatMap(({ name, dots }, index) =>
    dots.flatMap(({ day, date, value }) =>
      value === null ? [] : [{ index, name, text: format(value), x: x(day), y: y(value), date }],
    ),
  );
  return {
    ...size,
    plot: { x: left, y: top, width: right - left, height: bottom - top },
    yTicks: axis.ticks
      .filter(({ label }) => textWidth(label, FONT.label) <= left)
      .map(({ at, label }) => ({ at, label })),
    xTicks: known.length === 0 ? [] : monthTicks({ from, to, range: [left, right], locale }),
    lines: drawn.map(({ dots }, index) => ({
      index,
      path: shape(dots) ?? '',
      dashed: index === 1,
      // A value with a gap on both sides has no line through it: only a dot shows it.
      dots: dots.flatMap(({ day, value }, at) => {
        const alone = (dots[at - 1]?.value ?? null) === null && (dots[at + 1]?.value ?? null) === null;
        return value !== null && alone ? [{ x: x(day), y: y(value) }] : [];
      }),
    })),
    stops: stopsOf(readings, locale),
    endLabels: direct
      ? placeEndLabels(
          drawn.flatMap(({ dots }, index) => {
            const last = lastOf(dots);
            return last ? [{ index, text: ends[index] ?? '', y: y(last.value ?? 0) }] : [];
          }),
          { x: right + END_GAP, y: top, width: widest, height: bottom - top },
        )
      : [],
    events: placed.markers.map((marker) => ({ ...marker, ringY: heightAt(drawn[0]?.dots ?? [], marker.date, y) })),
    legend,
    empty: known.length === 0,
  };
}

function stopsOf(readings: readonly (LineReading & { date: string })[], locale: string): LineStop[] {
  const write = dateWriter(locale);
  const byDate = new Map<string, LineStop>();
  for (const { date, ...reading } of readings) {
    const stop = byDate.get(date);
    if (stop) stop.readings.push(reading);
    else byDate.set(date, { date, dateText: write(date), x: reading.x, readings: [reading] });
  }
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** y of the line at a day, between its neighbours when it has no value of its own; null outside the line. */
function heightAt(dots: readonly Dot[], date: string, y: (value: number) => number): number | null {
  const day = dayNumber(date);
  const known = dots.filter((dot) => dot.value !== null);
  const before = known.findLast((dot) => dot.day <= day);
  const after = known.find((dot) => dot.day >= day);
  if (!before || !after) return null;
  const low = before.value ?? 0;
  const share = after.day === before.day ? 0 : (day - before.day) / (after.day - before.day);
  return y(low + ((after.value ?? 0) - low) * share);
}
