/** One element of pdfmake's content: text, stack, columns, table, svg, image or canvas, with its look beside it. */
export interface Node {
  text?: string | Content[];
  stack?: Content[];
  columns?: Content[];
  table?: { body: Content[][]; widths: (number | '*' | 'auto')[]; headerRows?: number; dontBreakRows?: boolean };
  svg?: string;
  image?: string;
  canvas?: object[];
  [look: string]: unknown;
}
export type Content = string | Node;

/** Sizes are drawn at 96 dots an inch and printed in points. */
export const px = (pixels: number): number => pixels * 0.75;

/** A4 in points. */
export const PAPER = { width: 595.28, height: 841.89 } as const;
export const MARGIN = px(56);
/** Width of the type area, in pixels: charts are laid out in it. */
export const TYPE_WIDTH = Math.round((PAPER.width - 2 * MARGIN) / 0.75);

export const INK = {
  text: '#16191f',
  muted: '#454c58',
  quiet: '#626a78',
  line: '#e3e6ea',
  dark: '#16191f',
} as const;

/** Looks of text by name; sizes in pixels of the drawing. */
export const STYLES = {
  title: { fontSize: px(26), bold: true, characterSpacing: -0.25 },
  message: { fontSize: px(14), color: INK.muted, lineHeight: 1.3 },
  part: { fontSize: px(15), bold: true },
  label: { fontSize: px(12), color: INK.quiet },
  figure: { fontSize: px(30), bold: true, characterSpacing: -0.3, fontFeatures: ['tnum'] },
  note: { fontSize: px(12), color: INK.muted },
  body: { fontSize: px(12), color: INK.text },
  small: { fontSize: px(11), color: INK.quiet },
} as const;

type Style = keyof typeof STYLES;

/** The text without a place to break: dates and amounts inside a sentence. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** A run of text in a style. */
export function say(text: string, style: Style, look: object = {}): Node {
  return { text, style, ...look };
}

/** A line over the whole type area. */
export function rule(colour: string = INK.line, width = px(TYPE_WIDTH)): Node {
  return { canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.75, lineColor: colour }] };
}

/** Heading of a part of a page, kept with what follows. */
export function part(text: string, gap = 28): Node {
  return say(text, 'part', { margin: [0, px(gap), 0, px(9)], headlineLevel: 2 });
}

/** Rows with a hairline below each, and one above the first; cells align with the page's edges. */
const ROWS = {
  hLineWidth: () => 0.75,
  vLineWidth: () => 0,
  hLineColor: () => INK.line,
  paddingLeft: (column: number) => (column === 0 ? 0 : px(8)),
  paddingRight: (column: number, node: Node) => (column === (node.table?.widths.length ?? 0) - 1 ? 0 : px(8)),
  paddingTop: () => px(4.2),
  paddingBottom: () => px(4.2),
};

/** Rows of two lines. */
const ROOMY = { ...ROWS, paddingTop: () => px(7), paddingBottom: () => px(7) };

/** Figures side by side, between two lines. */
const STRIP = {
  ...ROWS,
  hLineWidth: () => 0.75,
  vLineWidth: (column: number, node: Node) => (column === 0 || column === (node.table?.widths.length ?? 0) ? 0 : 0.75),
  vLineColor: () => INK.line,
  paddingLeft: (column: number) => (column === 0 ? 0 : px(20)),
  paddingRight: () => px(12),
  paddingTop: () => px(13),
  paddingBottom: () => px(13),
};
export const TABLE_LAYOUTS = { rows: ROWS, roomy: ROOMY, strip: STRIP };

export interface Figure {
  label: string;
  figure: string;
  note: string;
  /** Our own count beside a source's: lighter. */
  lighter?: boolean;
}

/** One bordered strip of figures that belong together. */
export function strip(figures: readonly Figure[]): Node {
  const cells = figures.map(
    ({ label, figure, note, lighter }): Node => ({
      stack: [
        say(label, 'label'),
        say(figure, 'figure', { color: lighter ? INK.muted : INK.text, margin: [0, px(2), 0, 0] }),
        say(note, 'note'),
      ],
    }),
  );
  return { table: { body: [cells], widths: figures.map(() => '*'), dontBreakRows: true }, layout: 'strip' };
}

interface Column {
  head: string | Node;
  width: number | '*' | 'auto';
  right?: boolean;
}

/** A table whose head comes again on every page. */
export function table(columns: readonly Column[], rows: readonly Content[][]): Node {
  const head = columns.map(({ head: named, right }) =>
    typeof named === 'string' ? say(named, 'label', right ? { alignment: 'right' } : {}) : named,
  );
  return {
    table: {
      body: [head, ...rows],
      widths: columns.map(({ width }) => (typeof width === 'number' ? px(width) : width)),
      headerRows: 1,
      dontBreakRows: true,
    },
    layout: 'rows',
  };
}

/** A cell of a table. */
export function cell(text: string, look: { right?: boolean; strong?: boolean; quiet?: boolean } = {}): Node {
  return say(text, 'body', {
    ...(look.right ? { alignment: 'right', fontFeatures: ['tnum'] } : {}),
    ...(look.strong ? { bold: true } : {}),
    ...(look.quiet ? { color: INK.muted } : {}),
  });
}
