import { z } from 'zod';
import { Currency } from '../kernel/money.ts';

/** Figures that a goal can follow by itself: those that the product knows of a client today. */
export const METRICS = ['secure-score', 'licence-waste'] as const;
export const Metric = z.enum(METRICS);
export type Metric = z.infer<typeof Metric>;

/** Percent, or minor units of a currency a month. */
export const MeasureUnit = z.union([z.literal('percent'), Currency]);
export type MeasureUnit = z.infer<typeof MeasureUnit>;

const Figure = z.number('Enter a number.').min(0, 'The figure cannot be negative.').max(1_000_000_000);

/** Where a figure starts, where it shall go, and where it stands as far as that is known. */
export const Measure = z.object({
  metric: Metric,
  unit: MeasureUnit,
  baseline: Figure,
  target: Figure,
  current: Figure.optional(),
});
export type Measure = z.infer<typeof Measure>;

/** What a person chooses of it. Without a start the figure of today is taken. */
export const NewMeasure = z.strictObject({ metric: Metric, baseline: Figure.optional(), target: Figure });
export type NewMeasure = z.infer<typeof NewMeasure>;
