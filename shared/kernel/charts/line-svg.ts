import { FONT, round } from './geometry.ts';
import { drawLegend } from './legend.ts';
import { type LineData, type LineGeometry, layoutLine } from './line.ts';
import { type ChartPalette, seriesColour, seriesTextColour } from './palette.ts';
import { type Mark, paletteOf, type SvgOptions, svgDocument, textMark } from './svg.ts';

const DASH = '5 3';
const DOTTED = '2 3';

/** Marks of a line chart, back to front. */
export function drawLine(geometry: LineGeometry, palette: ChartPalette): Mark[] {
  const { plot, legend } = geometry;
  const right = plot.x + plot.width;
  const bottom = plot.y + plot.height;
  const grid = geometry.yTicks.flatMap(({ at, label }): Mark[] => [
    { tag: 'line', attributes: { x1: plot.x, x2: right, y1: at, y2: at, stroke: palette.line, strokeWidth: 1 } },
    textMark(label, plot.x - 8, at + 4, palette.inkQuiet, { anchor: 'end' }),
  ]);
  const months = geometry.xTicks.map(({ at, label }) =>
    textMark(label, at, bottom + 18, palette.inkQuiet, { anchor: 'middle' }),
  );
  const uprights = geometry.events.flatMap(({ x, box, label }): Mark[] => [
    {
      tag: 'line',
      attributes: {
        x1: x,
        x2: x,
        y1: box ? box.y + box.height + 2 : plot.y,
        y2: bottom,
        stroke: palette.inkQuiet,
        strokeWidth: 1,
        strokeDasharray: DOTTED,
      },
    },
    ...(box ? [textMark(label, box.x, box.y + 12, palette.inkQuiet, { size: FONT.small })] : []),
  ]);
  const lines = geometry.lines.flatMap(({ index, path, dashed, dots }): Mark[] => {
    const stroke = seriesColour(palette, index);
    const dotMarks = dots.map(
      ({ x, y }): Mark => ({ tag: 'circle', attributes: { cx: x, cy: y, r: 2.5, fill: stroke } }),
    );
    if (path === '') return dotMarks;
    const look = { stroke, strokeWidth: 2, strokeLinejoin: 'round', strokeLinecap: 'round' } as const;
    const dash = dashed ? { strokeDasharray: DASH, strokeLinecap: 'butt' as const } : {};
    return [{ tag: 'path', attributes: { d: path, fill: 'none', ...look, ...dash } }, ...dotMarks];
  });
  const rings = geometry.events.flatMap(({ x, ringY }): Mark[] =>
    ringY === null
      ? []
      : [
          {
            tag: 'circle',
            attributes: {
              cx: round(x),
              cy: ringY,
              r: 3.5,
              fill: palette.surface,
              stroke: seriesColour(palette, 0),
              strokeWidth: 2,
            },
          },
        ],
  );
  const ends = geometry.endLabels.map(({ index, text, box }) =>
    textMark(text, box.x, box.y + box.height / 2 + 4, seriesTextColour(palette, index), { weight: 600 }),
  );
  return [...drawLegend(legend, palette), ...grid, ...uprights, ...months, ...lines, ...rings, ...ends];
}

/** A line chart as an SVG document. */
export function lineSvg(data: LineData, options: SvgOptions): string {
  const geometry = layoutLine(data, { width: options.width, height: options.height });
  return svgDocument(drawLine(geometry, paletteOf(options)), options);
}
