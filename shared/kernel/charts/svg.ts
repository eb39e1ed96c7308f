import { FONT, round } from './geometry.ts';
import { type ChartPalette, printPalette } from './palette.ts';

/** Attributes in the spelling React uses; the SVG string gets the hyphenated one. */
export interface MarkAttributes {
  d?: string;
  x?: number;
  y?: number;
  x1?: number;
  y1?: number;
  x2?: number;
  y2?: number;
  cx?: number;
  cy?: number;
  r?: number;
  rx?: number;
  width?: number;
  height?: number;
  fill?: string;
  stroke?: string;
  strokeWidth?: number;
  strokeDasharray?: string;
  strokeLinecap?: 'round' | 'butt';
  strokeLinejoin?: 'round';
  fontSize?: number;
  fontWeight?: 400 | 500 | 600;
  textAnchor?: 'start' | 'middle' | 'end';
  transform?: string;
}

/** One shape. Charts are lists of these, so that the screen, the PDF and the e-mail draw the same thing. */
export interface Mark {
  tag: 'path' | 'rect' | 'circle' | 'line' | 'text';
  attributes: MarkAttributes;
  text?: string;
}

/** How a chart becomes a self-contained SVG document. */
export interface SvgOptions {
  width: number;
  height: number;
  /** Name of the chart. */
  title: string;
  /** What it says, in one sentence; each chart has a function that writes it. */
  summary: string;
  /** Light print colours unless given. */
  palette?: ChartPalette;
  /** Font families, first choice first: a PDF takes the first it has embedded. */
  fontFamily?: string;
}

const HYPHENATED: Record<string, string> = {
  strokeWidth: 'stroke-width',
  strokeDasharray: 'stroke-dasharray',
  strokeLinecap: 'stroke-linecap',
  strokeLinejoin: 'stroke-linejoin',
  fontSize: 'font-size',
  fontWeight: 'font-weight',
  textAnchor: 'text-anchor',
};

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text safe inside XML elements and attributes; characters that XML 1.0 forbids (control codes, lone surrogates) go. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function markString({ tag, attributes, text }: Mark): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        ` ${HYPHENATED[name] ?? name}="${typeof value === 'number' ? round(value) : escapeXml(value)}"`,
    )
    .join('');
  return text === undefined ? `<${tag}${written}/>` : `<${tag}${written}>${escapeXml(text)}</${tag}>`;
}

/** A whole SVG document with title and description, without CSS, scripts or references to anything outside. */
export function svgDocument(marks: readonly Mark[], options: SvgOptions): string {
  const { width, height, title, summary, fontFamily = 'Inter, Roboto, Helvetica, Arial, sans-serif' } = options;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}"`,
    ` viewBox="0 0 ${round(width)} ${round(height)}" role="img" font-family="${escapeXml(fontFamily)}">`,
    `<title>${escapeXml(title)}</title><desc>${escapeXml(summary)}</desc>`,
    ...marks.map(markString),
    '</svg>',
  ].join('');
}

/** A text mark; `anchor` says which part of the text stands at x. */
export function textMark(
  text: string,
  x: number,
  y: number,
  fill: string,
  look: { anchor?: MarkAttributes['textAnchor']; size?: number; weight?: MarkAttributes['fontWeight'] } = {},
): Mark {
  const { anchor = 'start', size = FONT.label, weight = 400 } = look;
  return { tag: 'text', text, attributes: { x, y, fill, fontSize: size, fontWeight: weight, textAnchor: anchor } };
}

/** The palette to draw with. */
export function paletteOf(options: Pick<SvgOptions, 'palette'>): ChartPalette {
  return options.palette ?? printPalette;
}
