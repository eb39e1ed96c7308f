import { barPath, drawable, FONT, round } from './geometry.ts';
import { type Legend, layoutLegend } from './legend.ts';
import { withOther } from './series.ts';
import { fitText, textWidth } from './text-width.ts';

/** One row: a label, a reading in words ("48 of 96") and the bar's parts. */
export interface BarRow {
  label: string;
  text: string;
  /** One value for each series, or a single one; negative parts count as 0. */
  values: readonly number[];
  /** Length of the full track; the longest row of the chart unless given. */
  max?: number;
}

/** Horizontal bars on a track: meters, shares, stacked amounts. */
export interface BarsData {
  rows: readonly BarRow[];
  /** Names of the parts; a legend appears when there is more than one. */
  series?: readonly string[];
  /** `above`: label and reading over the bar. `beside`: label left, reading right, one line a row. */
  placement?: 'above' | 'beside';
  /** False when the page draws the legend itself. */
  legend?: boolean;
}

/** A word of a row. `x` is its start, or its end when anchored there; `y` its baseline. */
export interface BarText {
  text: string;
  x: number;
  y: number;
}

/** One placed row. */
export interface PlacedBar {
  label: BarText;
  /** Anchored at its end. */
  reading: BarText;
  track: { x: number; y: number; width: number; height: number };
  parts: { index: number; value: number; x: number; width: number; path: string }[];
}

/** Where everything stands, in pixels. The height follows from the rows. */
export interface BarsGeometry {
  width: number;
  height: number;
  rows: PlacedBar[];
  legend: Legend;
  empty: boolean;
}

const THICKNESS = { above: 8, beside: 6 } as const;
const ROW = { above: 42, beside: 28 } as const;
const GAP = 1;
const COLUMN_GAP = 16;

/** Places horizontal bars into `width` pixels. */
export function layoutBars(data: BarsData, width: number): BarsGeometry {
  const placement = data.placement ?? 'above';
  const columns = Math.max(1, ...data.rows.map(({ values }) => values.length));
  const series = withOther(
    Array.from({ length: columns }, (_, part) => ({
      name: data.series?.[part] ?? '',
      values: data.rows.map(({ values }) => Math.max(0, drawable(values[part]) ?? 0)),
    })),
    data.rows.length,
  );
  const totals = data.rows.map((_, row) => series.reduce((sum, { values }) => sum + (values[row] ?? 0), 0));
  const longest = Math.max(...totals, 0);
  const named = data.legend !== false && series.length > 1;
  const legend = layoutLegend(named ? series.map(({ name }) => name) : [], width);
  const room = (share: number) => Math.max(0, width * share);
  const widest = (texts: string[], most: number) =>
    Math.min(room(most), Math.max(0, ...texts.map((text) => textWidth(text, FONT.label))));
  const labelColumn = widest(
    data.rows.map(({ label }) => label),
    0.4,
  );
  const readingColumn = widest(
    data.rows.map(({ text }) => text),
    0.5,
  );
  const inset = placement === 'beside' ? COLUMN_GAP : 0;
  const left = placement === 'beside' ? labelColumn + inset : 0;
  const right = placement === 'beside' ? width - readingColumn - inset : width;
  const trackWidth = Math.max(1, right - left);

  const rows = data.rows.map((row, at): PlacedBar => {
    const top = legend.height + at * ROW[placement];
    const baseline = placement === 'beside' ? top + ROW.beside / 2 + 4 : top + 14;
    const track = {
      x: left,
      y: placement === 'beside' ? top + (ROW.beside - THICKNESS.beside) / 2 : top + 22,
      width: trackWidth,
      height: THICKNESS[placement],
    };
    const full = Math.max(drawable(row.max) ?? longest, totals[at] ?? 0);
    const radius = track.height / 2;
    const live = series.flatMap(({ values }, index) => (values[at] ? [{ index, value: values[at] }] : []));
    let sum = 0;
    const parts = live.map(({ index, value }, place) => {
      const from = left + (sum / full) * trackWidth;
      sum += value;
      const length = (value / full) * trackWidth;
      const last = place === live.length - 1;
      const box = { ...track, x: from, width: length - (last ? 0 : Math.min(GAP, length / 2)) };
      // Inner joints stay square; the open end is round only where a single part or the full track ends.
      const end = last && (live.length === 1 || sum >= full) ? radius : 0;
      return { index, value, x: from, width: box.width, path: barPath(box, place === 0 ? radius : 0, end) };
    });
    const reading = fitText(row.text, placement === 'beside' ? readingColumn : room(0.5), FONT.label);
    const beside = placement === 'beside' ? labelColumn : width - textWidth(reading, FONT.label) - COLUMN_GAP;
    return {
      label: { text: fitText(row.label, beside, FONT.label), x: 0, y: baseline },
      reading: { text: reading, x: width, y: baseline },
      track,
      parts,
    };
  });
  const height = round(legend.height + data.rows.length * ROW[placement]);
  return { width, height, rows, legend, empty: data.rows.length === 0 };
}

/** What the bars say: every row with its reading, and with its parts when there are several. */
export function barsSummary(data: BarsData): string {
  if (data.rows.length === 0) return 'No data yet';
  return data.rows.map(({ label, text }) => `${label} ${text}`).join(', ');
}
