import { FONT } from './geometry.ts';
import { type ChartPalette, seriesColour } from './palette.ts';
import { type Mark, textMark } from './svg.ts';
import { fitText, textWidth } from './text-width.ts';

const SWATCH = 10;
const SWATCH_GAP = 6;
const ITEM_GAP = 16;
const ROW = 20;

/** One entry of a legend: the swatch stands at x, the text after it. */
export interface LegendItem {
  /** Series, from 0; null for a note without a swatch. */
  index: number | null;
  text: string;
  x: number;
  /** Baseline of the text. */
  y: number;
}

/** A legend in as many rows as the width asks for. */
export interface Legend {
  items: LegendItem[];
  height: number;
}

/** Lays entries out from left to right and wraps; a name wider than the chart is shortened. */
export function layoutLegend(names: readonly string[], width: number, note = ''): Legend {
  const items: LegendItem[] = [];
  let x = 0;
  let row = 0;
  const entries = [...names.map((name, index) => ({ name, index })), ...(note ? [{ name: note, index: null }] : [])];
  for (const { name, index } of entries) {
    const lead = index === null ? 0 : SWATCH + SWATCH_GAP;
    const text = fitText(name, width - lead, FONT.label);
    const needed = lead + textWidth(text, FONT.label);
    if (x > 0 && x + needed > width) {
      x = 0;
      row += 1;
    }
    items.push({ index, text, x, y: row * ROW + 12 });
    x += needed + ITEM_GAP;
  }
  return { items, height: items.length === 0 ? 0 : (row + 1) * ROW + 4 };
}

/** Marks of a legend whose top left corner is the chart's. */
export function drawLegend(legend: Legend, palette: ChartPalette): Mark[] {
  return legend.items.flatMap(({ index, text, x, y }) => {
    if (index === null) return [textMark(text, x, y, palette.inkQuiet)];
    const swatch: Mark = {
      tag: 'rect',
      attributes: { x, y: y - 9, width: SWATCH, height: SWATCH, rx: 3, fill: seriesColour(palette, index) },
    };
    return [swatch, textMark(text, x + SWATCH + SWATCH_GAP, y, palette.inkMuted)];
  });
}
