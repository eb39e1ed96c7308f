import { drawLegend } from './legend.ts';
import { type ChartPalette, seriesColour } from './palette.ts';
import { layoutStacked, type StackedData, type StackedGeometry } from './stacked.ts';
import { type Mark, paletteOf, type SvgOptions, svgDocument, textMark } from './svg.ts';

const ROUNDED_FROM = 4;

/** Marks of a stacked bar chart, back to front. */
export function drawStacked(geometry: StackedGeometry, palette: ChartPalette): Mark[] {
  const { plot } = geometry;
  const right = plot.x + plot.width;
  const grid = geometry.yTicks.flatMap(({ at, label }): Mark[] => [
    { tag: 'line', attributes: { x1: plot.x, x2: right, y1: at, y2: at, stroke: palette.line, strokeWidth: 1 } },
    textMark(label, plot.x - 10, at + 4, palette.inkQuiet, { anchor: 'end' }),
  ]);
  const bars = geometry.columns.flatMap(({ segments }) =>
    segments.map(({ index, x, y, width, height }): Mark => {
      const rx = height >= ROUNDED_FROM ? 2 : 0;
      return { tag: 'rect', attributes: { x, y, width, height, rx, fill: seriesColour(palette, index) } };
    }),
  );
  const totals = geometry.columns.flatMap(({ totalLabel }): Mark[] => {
    if (!totalLabel) return [];
    const { box, text } = totalLabel;
    // A grid line behind the number would strike it through.
    const ground = { x: box.x - 2, y: box.y + 2, width: box.width + 4, height: 13, fill: palette.surface };
    return [
      { tag: 'rect', attributes: ground },
      textMark(text, box.x + box.width / 2, box.y + 12, palette.ink, { anchor: 'middle', weight: 600 }),
    ];
  });
  const names = geometry.xTicks.map(({ at, label }) =>
    textMark(label, at, plot.y + plot.height + 18, palette.inkQuiet, { anchor: 'middle' }),
  );
  return [...drawLegend(geometry.legend, palette), ...grid, ...bars, ...totals, ...names];
}

/** A stacked bar chart as an SVG document. */
export function stackedSvg(data: StackedData, options: SvgOptions): string {
  const geometry = layoutStacked(data, { width: options.width, height: options.height });
  return svgDocument(drawStacked(geometry, paletteOf(options)), options);
}
