import { useMemo } from 'react';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { seriesColour } from '../../../shared/kernel/charts/palette.ts';
import { percent } from '../../../shared/kernel/minor.ts';
import { Money } from '../../ui/amount.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { cssPalette } from '../../ui/charts/css-palette.ts';
import { Donut } from '../../ui/charts/donut.tsx';
import MeterBars from '../../ui/charts/meter-bars.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { costByQuarter, quarterNames } from './line-views.ts';
import { LINE_TYPE } from './text.ts';

/** Height of the ring. */
const RING = 128;

/**
 * The year's quarters as bars of their types, and what each type is of the whole, as a ring and in figures. Rejected lines
 * count nowhere. Loads after the lines.
 */
export default function QuarterCard({ budget }: { budget: BudgetDetail }) {
  const { locale } = useLocale();
  const { currency } = budget;
  const cost = useMemo(() => costByQuarter(budget), [budget]);
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
    <Card>
      <CardHead title="By quarter and type" />
      <CardBody className="flex flex-col gap-2">
        <MeterBars title="Cost by quarter" data={bars} />
        {cost.types.length > 1 ? (
          <Donut title="Cost by type" data={ring} height={RING} className="mx-auto my-2 w-32" />
        ) : null}
        <LedgerList
          className="border-line border-t"
          rows={[
            ...cost.types.map(({ type, totalMinor }, at) => ({
              id: type,
              label: (
                <span className="flex items-center gap-2">
                  <span
                    aria-hidden
                    className="size-2.5 rounded-[3px]"
                    style={{ background: seriesColour(cssPalette, at) }}
                  />
                  {LINE_TYPE[type]}
                  <span className="num text-ink-3 text-meta">{percent(totalMinor, cost.totalMinor)}%</span>
                </span>
              ),
              value: <Money minor={totalMinor} currency={currency} />,
            })),
            { id: 'total', label: 'Total', value: <Money minor={cost.totalMinor} currency={currency} />, total: true },
          ]}
        />
      </CardBody>
    </Card>
  );
}
