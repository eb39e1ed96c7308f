import type { ChartPalette } from '../../../shared/kernel/charts/palette.ts';

/** The tokens of the page: charts follow theme and print without being drawn again. */
export const cssPalette: ChartPalette = {
  series: ['var(--c1)', 'var(--c2)', 'var(--c3)', 'var(--c4)', 'var(--c5)', 'var(--c6)'],
  // Orange, teal and sky are too light for text on white: their darker relatives write the labels.
  seriesText: ['var(--c1)', 'var(--warn)', 'var(--ok)', 'var(--c4)', 'var(--ink-3)', 'var(--ink-2)'],
  ink: 'var(--ink)',
  inkMuted: 'var(--ink-2)',
  inkQuiet: 'var(--ink-3)',
  line: 'var(--line)',
  track: 'var(--hover)',
  band: 'color-mix(in srgb, var(--c1) 35%, var(--surface))',
  surface: 'var(--surface)',
};
