import type { Measure, MeasureUnit, Metric, NewMeasure } from '../../shared/goals/measure.ts';
import { invalid } from '../../shared/kernel/error.ts';
import type { M365Figures } from '../../shared/m365/overview.ts';
import type { Scope } from '../_kit/scope.ts';
import { overview } from '../m365/overview.service.ts';

interface Reading {
  unit: MeasureUnit;
  /** Absent while the source does not know it. */
  value?: number;
}

const READ: Record<Metric, (figures: M365Figures | undefined, currency: string) => Reading> = {
  'secure-score': (figures) => ({
    unit: 'percent',
    ...(figures?.scorePercent === undefined ? {} : { value: figures.scorePercent }),
  }),
  'licence-waste': (figures, currency) =>
    figures ? { unit: figures.currency, value: figures.wasteMonthlyMinor } : { unit: currency },
};

/** What a client's figures say now, by metric. */
export async function readings(
  scope: Scope,
  companyId: string,
  currency: string,
): Promise<(metric: Metric) => Reading> {
  const { figures } = await overview(scope, { companyId });
  return (metric) => READ[metric](figures, currency);
}

/**
 * A measure as the goal keeps it. It starts where it started before, else where the figure stands today.
 *
 * @throws 400 when neither is known, or when the target is where it starts
 */
export async function measureOf(
  scope: Scope,
  companyId: string,
  wanted: NewMeasure,
  { currency, before }: { currency: string; before?: Measure | undefined },
): Promise<Measure> {
  const { metric, target } = wanted;
  const { unit, value } = (await readings(scope, companyId, currency))(metric);
  const kept = before?.metric === metric ? before.baseline : undefined;
  const baseline = wanted.baseline ?? kept ?? value;
  if (baseline === undefined)
    throw invalid('measure.baseline', 'Microsoft 365 tells no figure of this client yet. Enter where it starts.');
  if (baseline === target)
    throw invalid('measure.target', 'Choose a target that differs from where the figure starts.');
  return { metric, unit, baseline, target, ...(value === undefined ? {} : { current: value }) };
}
