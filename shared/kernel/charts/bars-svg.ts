import { type BarsData, type BarsGeometry, layoutBars } from './bars.ts';
import { drawLegend } from './legend.ts';
import { type ChartPalette, seriesColour } from './palette.ts';
import { type Mark, paletteOf, type SvgOptions, svgDocument, textMark } from './svg.ts';

/** Marks of horizontal bars. */
export function drawBars(geometry: BarsGeometry, palette: ChartPalette): Mark[] {
  const rows = geometry.rows.flatMap(({ label, reading, track, parts }): Mark[] => [
    { tag: 'rect', attributes: { ...track, rx: track.height / 2, fill: palette.track } },
    ...parts.map(
      ({ index, path }): Mark => ({
        tag: 'path',
        attributes: { d: path, fill: seriesColour(palette, index) },
      }),
    ),
    textMark(label.text, label.x, label.y, palette.ink),
    textMark(reading.text, reading.x, reading.y, palette.inkMuted, { anchor: 'end' }),
  ]);
  return [...drawLegend(geometry.legend, palette), ...rows];
}

/** Horizontal bars as an SVG document; its height follows from the rows. */
export function barsSvg(data: BarsData, options: Omit<SvgOptions, 'height'>): string {
  const geometry = layoutBars(data, options.width);
  return svgDocument(drawBars(geometry, paletteOf(options)), { ...options, height: Math.max(1, geometry.height) });
}
