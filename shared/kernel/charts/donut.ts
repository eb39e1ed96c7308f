import { arc, pie } from 'd3-shape';
import { type Box, drawable, FONT, type Size } from './geometry.ts';
import { type ChartPalette, seriesColour } from './palette.ts';
import { plainNumber } from './plain-number.ts';
import { withOther } from './series.ts';
import { type Mark, textMark } from './svg.ts';
import { fitText, textWidth } from './text-width.ts';

/** Parts of a whole; negative parts count as 0. */
export interface DonutData {
  parts: readonly { name: string; value: number }[];
  /** What stands in the middle; the formatted sum unless given. */
  centre?: string;
  /** A word under it. */
  centreNote?: string;
  format?: (value: number) => string;
  locale?: string;
}

/** One part as drawn. */
export interface DonutPart {
  index: number;
  name: string;
  value: number;
  /** Share of the whole, 0 to 1. */
  share: number;
  text: string;
  /** Path around the centre. */
  path: string;
  /** Middle of the ring at this part, for a pointer or a tooltip. */
  x: number;
  y: number;
}

/** Where everything of a donut stands, in pixels; the key is a column at its right. */
export interface DonutGeometry extends Size {
  cx: number;
  cy: number;
  outer: number;
  inner: number;
  parts: DonutPart[];
  key: { index: number; name: string; nameX: number; text: string; textX: number; y: number; box: Box }[];
  centre: string;
  /** Size of the words in the middle: a number is set smaller, never cut. */
  centreSize: number;
  centreNote: string;
  empty: boolean;
}

const KEY_ROW = 24;
const KEY_GAP = 20;
const SWATCH_ROOM = 18;
const RING = 0.68;
const CENTRE_SIZES = [FONT.centre, 15, 13, FONT.small];

/** Places a donut into `size`. The key goes when there is no room to read it: the tooltip and the summary still tell. */
export function layoutDonut(data: DonutData, size: Size): DonutGeometry {
  const format = data.format ?? plainNumber(data.locale ?? 'en-US');
  const rows = withOther(
    data.parts
      .map(({ name, value }) => ({ name, values: [Math.max(0, drawable(value) ?? 0)] }))
      .filter(({ values: [value] }) => value !== 0),
    1,
  ).map(({ name, values }) => ({ name, value: values[0] ?? 0 }));
  const whole = rows.reduce((sum, { value }) => sum + value, 0);
  const widestValue = Math.max(0, ...rows.map(({ value }) => textWidth(format(value), FONT.label)));
  const keyFits =
    size.width >= 220 &&
    rows.length * KEY_ROW <= size.height &&
    widestValue <= size.width * 0.55 - KEY_GAP - SWATCH_ROOM;
  const diameter = Math.max(0, Math.min(size.height, keyFits ? size.width * 0.45 : size.width));
  const outer = diameter / 2;
  const inner = outer * RING;
  const cx = keyFits ? outer : size.width / 2;
  const cy = size.height / 2;
  const angles = pie<(typeof rows)[number]>()
    .sort(null)
    .value(({ value }) => value)(rows);
  // One pixel between neighbours, measured on the middle of the ring; a lone part needs none.
  const padAngle = rows.length > 1 && outer > 0 ? 1 / ((outer + inner) / 2) : 0;
  const shape = arc<{ startAngle: number; endAngle: number }>()
    .innerRadius(inner)
    .outerRadius(outer)
    .padAngle(padAngle);
  const middle = (outer + inner) / 2;
  const parts = angles.map(({ startAngle, endAngle, data: { name, value } }, index): DonutPart => {
    const angle = (startAngle + endAngle) / 2 - Math.PI / 2;
    return {
      index,
      name,
      value,
      share: value / whole,
      text: format(value),
      path: shape.digits(2)({ startAngle, endAngle }) ?? '',
      x: cx + Math.cos(angle) * middle,
      y: cy + Math.sin(angle) * middle,
    };
  });
  const centre = data.centre ?? format(whole);
  const centreSize = CENTRE_SIZES.find((candidate) => textWidth(centre, candidate) <= inner * 1.8);
  const keyX = diameter + KEY_GAP;
  const top = cy - (rows.length * KEY_ROW) / 2;
  const keyWidth = size.width - keyX;
  return {
    ...size,
    cx,
    cy,
    outer,
    inner,
    parts,
    key: keyFits
      ? parts.map(({ index, name, text }) => {
          const room = keyWidth - SWATCH_ROOM - textWidth(text, FONT.label) - 8;
          const box = { x: keyX, y: top + index * KEY_ROW, width: keyWidth, height: KEY_ROW };
          const y = box.y + KEY_ROW / 2 + 4;
          return {
            index,
            name: fitText(name, room, FONT.label),
            nameX: keyX + SWATCH_ROOM,
            text,
            textX: size.width,
            y,
            box,
          };
        })
      : [],
    centre: centreSize === undefined ? '' : centre,
    centreSize: centreSize ?? FONT.small,
    centreNote: fitText(data.centreNote ?? '', inner * 1.6, FONT.small),
    empty: rows.length === 0,
  };
}

/** What a donut says: its parts with their shares, largest first. */
export function donutSummary(data: DonutData): string {
  const { parts, empty } = layoutDonut(data, { width: 300, height: 300 });
  if (empty) return 'No data yet';
  return parts
    .toSorted((a, b) => b.value - a.value)
    .map(({ name, text, share }) => `${name} ${text} (${Math.round(share * 100)}%)`)
    .join(', ');
}

/** Marks of a donut with its key and the words in its middle. */
export function drawDonut(geometry: DonutGeometry, palette: ChartPalette): Mark[] {
  const { cx, cy, centre, centreSize, centreNote } = geometry;
  const noted = centreNote !== '';
  return [
    ...geometry.parts.map(
      ({ index, path }): Mark => ({
        tag: 'path',
        attributes: { d: path, fill: seriesColour(palette, index), transform: `translate(${cx} ${cy})` },
      }),
    ),
    textMark(centre, cx, cy + (noted ? 2 : 6), palette.ink, { anchor: 'middle', size: centreSize, weight: 600 }),
    ...(noted ? [textMark(centreNote, cx, cy + 18, palette.inkQuiet, { anchor: 'middle', size: FONT.small })] : []),
    ...geometry.key.flatMap(({ index, name, nameX, text, textX, y, box }): Mark[] => [
      {
        tag: 'rect',
        attributes: { x: box.x, y: y - 9, width: 10, height: 10, rx: 3, fill: seriesColour(palette, index) },
      },
      textMark(name, nameX, y, palette.inkMuted),
      textMark(text, textX, y, palette.ink, { anchor: 'end', weight: 500 }),
    ]),
  ];
}
