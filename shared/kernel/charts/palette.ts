/** Colours of a chart: any CSS colour for screens, hex for PDF and e-mail. */
export interface ChartPalette {
  /** Fills and strokes of series 1 to 6. */
  series: readonly [string, string, string, string, string, string];
  /** The same six hues, dark (or light) enough for text: 4.5:1 on `surface`. */
  seriesText: readonly [string, string, string, string, string, string];
  ink: string;
  inkMuted: string;
  /** Axis labels. */
  inkQuiet: string;
  /** Grid lines. */
  line: string;
  /** The unfilled part of a meter. */
  track: string;
  /** The likely part of a range. */
  band: string;
  surface: string;
}

/** Six series are told apart; what comes after them is "Other". */
export const MAX_SERIES = 6;

/** Light colours for paper and e-mail. */
export const printPalette: ChartPalette = {
  series: ['#1f5fbf', '#d97706', '#0b8f85', '#a23b8f', '#6b7585', '#56a3e0'],
  seriesText: ['#1f5fbf', '#8a5300', '#0b6e66', '#a23b8f', '#626a78', '#454c58'],
  ink: '#16191f',
  inkMuted: '#454c58',
  inkQuiet: '#626a78',
  line: '#e3e6ea',
  track: '#f1f3f5',
  band: '#bacfeb',
  surface: '#ffffff',
};

/** Fill or stroke of series `index` (from 0). */
export function seriesColour(palette: ChartPalette, index: number): string {
  return palette.series[index % MAX_SERIES] ?? palette.series[0];
}

/** Text colour of series `index` (from 0). */
export function seriesTextColour(palette: ChartPalette, index: number): string {
  return palette.seriesText[index % MAX_SERIES] ?? palette.seriesText[0];
}
