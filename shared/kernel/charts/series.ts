import { drawable } from './geometry.ts';
import { MAX_SERIES } from './palette.ts';

/** A named row of values, one for each category; what cannot be drawn counts as 0. */
export interface NamedValues {
  name: string;
  values: readonly (number | null)[];
}

/** A row after tidying: one number for each category. */
export interface TidySeries {
  name: string;
  values: number[];
}

/**
 * At most six rows: when there are more, the five largest stay in their order and the rest becomes "Other". Nothing is
 * lost: every category keeps its sum.
 */
export function withOther(series: readonly NamedValues[], categories: number, other = 'Other'): TidySeries[] {
  const tidy = series.map(({ name, values }) => ({
    name,
    values: Array.from({ length: categories }, (_, i) => drawable(values[i]) ?? 0),
  }));
  if (tidy.length <= MAX_SERIES) return tidy;
  const weight = ({ values }: TidySeries) => values.reduce((sum, value) => sum + Math.abs(value), 0);
  const largest = new Set(tidy.toSorted((a, b) => weight(b) - weight(a)).slice(0, MAX_SERIES - 1));
  const rest = tidy.filter((row) => !largest.has(row));
  const values = Array.from({ length: categories }, (_, i) => rest.reduce((sum, row) => sum + (row.values[i] ?? 0), 0));
  return [...tidy.filter((row) => largest.has(row)), { name: other, values }];
}
