import { type Box, barPath, clamp, drawable, FONT, round } from './geometry.ts';
import { plainNumber } from './line.ts';
import { type ChartPalette, seriesColour } from './palette.ts';
import { type Mark, paletteOf, type SvgOptions, svgDocument, textMark } from './svg.ts';
import { fitText, textWidth } from './text-width.ts';

/** An estimate: from low to high, with the likely value between. */
export interface RangeData {
  low: number;
  likely: number;
  high: number;
  /** Ends of the track; a quarter of the range more on either side unless given, never below zero for such ranges. */
  domain?: readonly [number, number];
  format?: (value: number) => string;
  locale?: string;
}

/** Where everything of a range stands, in pixels; the height is fixed. */
export interface RangeGeometry {
  width: number;
  height: number;
  track: Box;
  band: Box;
  likelyX: number;
  /** One label when low and high would collide. */
  labels: { text: string; box: Box }[];
}

const HEIGHT = 34;
const TRACK: Omit<Box, 'width'> = { x: 0, y: 4, height: 8 };
const LABEL_Y = 16;
const LABEL_GAP = 8;

function ordered({ low, likely, high }: RangeData): [number, number, number] {
  const [a = 0, b = 0, c = 0] = [low, likely, high].map((value) => drawable(value) ?? 0).sort((x, y) => x - y);
  return [a, b, c];
}

/** Places a range bar into `width` pixels. Values given out of order are sorted. */
export function layoutRange(data: RangeData, width: number): RangeGeometry {
  const format = data.format ?? plainNumber(data.locale ?? 'en-US');
  const [low, likely, high] = ordered(data);
  const margin = (high - low || Math.max(Math.abs(low), 1)) / 4;
  const found: [number, number] = [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
  const [from, to] = data.domain && data.domain[0] < data.domain[1] ? data.domain : found;
  const x = (value: number) => clamp(((value - from) / (to - from)) * width, 0, width);
  const place = (text: string, middle: number) => {
    const shown = fitText(text, width, FONT.label);
    const needed = textWidth(shown, FONT.label);
    return {
      text: shown,
      box: { x: clamp(middle - needed / 2, 0, width - needed), y: LABEL_Y, width: needed, height: 16 },
    };
  };
  const ends = [place(format(low), x(low)), place(format(high), x(high))] as const;
  const collide = ends[0].box.x + ends[0].box.width + LABEL_GAP > ends[1].box.x;
  const both = low === high ? format(low) : `${format(low)}–${format(high)}`;
  return {
    width,
    height: HEIGHT,
    track: { ...TRACK, width },
    band: { ...TRACK, x: x(low), width: Math.max(x(high) - x(low), 0) },
    likelyX: x(likely),
    labels: collide ? [place(both, (x(low) + x(high)) / 2)] : [...ends],
  };
}

/** Marks of a range bar. */
export function drawRange({ track, band, likelyX, labels, width }: RangeGeometry, palette: ChartPalette): Mark[] {
  const tick = { x: clamp(likelyX - 1, 0, width - 2), y: track.y - 2, width: 2, height: track.height + 4 };
  return [
    { tag: 'rect', attributes: { ...track, rx: track.height / 2, fill: palette.track } },
    { tag: 'path', attributes: { d: barPath(band, 3, 3), fill: palette.band } },
    { tag: 'rect', attributes: { ...tick, x: round(tick.x), fill: seriesColour(palette, 0) } },
    ...labels.map(({ text, box }) =>
      textMark(text, box.x + box.width / 2, box.y + 13, palette.inkMuted, { anchor: 'middle' }),
    ),
  ];
}

/** A range bar as an SVG document of fixed height. */
export function rangeSvg(data: RangeData, options: Omit<SvgOptions, 'height'>): string {
  const geometry = layoutRange(data, options.width);
  return svgDocument(drawRange(geometry, paletteOf(options)), { ...options, height: geometry.height });
}

/** What a range says: "$21,500 likely, between $19,800 and $26,400". */
export function rangeSummary(data: RangeData): string {
  const format = data.format ?? plainNumber(data.locale ?? 'en-US');
  const [low, likely, high] = ordered(data);
  if (low === high) return `${format(low)}, no range`;
  return `${format(likely)} likely, between ${format(low)} and ${format(high)}`;
}
