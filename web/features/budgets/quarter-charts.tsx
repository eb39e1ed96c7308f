import { useMemo } from 'react';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { Donut } from '../../ui/charts/donut.tsx';
import MeterBars from '../../ui/charts/meter-bars.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { type costByQuarter, quarterNames } from './line-views.ts';
import { LINE_TYPE } from './text.ts';

const RING = 128;

/** A budget's quarters as bars of their types, and the types as parts of a ring: the list below is the key. Loads after the page. */
export default function QuarterCharts({
  budget,
  cost,
}: {
  budget: BudgetDetail;
  cost: ReturnType<typeof costByQuarter>;
}) {
  const { locale } = useLocale();
  const { currency } = budget;
  const bars = useMemo(
    () => ({
      rows: quarterNames(budget, locale).map((label, at) => ({
        label,
        text: formatMoney(cost.quarters[at] ?? 0, currency, locale),
        values: cost.types.map(({ quarters }) => quarters[at] ?? 0),
      })),
      series: cost.types.map(({ type }) => LINE_TYPE[type]),
      legend: false,
    }),
    [budget, cost, currency, locale],
  );
  const ring = useMemo(
    () => ({
      parts: cost.types.map(({ type, totalMinor }) => ({ name: LINE_TYPE[type], value: totalMinor })),
      centre: formatMoney(cost.totalMinor, currency, locale, { compact: true }),
      format: (minor: number) => formatMoney(minor, currency, locale),
      locale,
    }),
    [cost, currency, locale],
  );
  return (
    <>
      <MeterBars title="Cost by quarter" data={bars} />
      {cost.types.length > 1 ? (
        <Donut title="Cost by type" data={ring} height={RING} className="mx-auto my-2 w-32" />
      ) : null}
    </>
  );
}
