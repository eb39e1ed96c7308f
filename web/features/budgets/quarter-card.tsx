import { lazy, Suspense, useMemo } from 'react';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { seriesColour } from '../../../shared/kernel/charts/palette.ts';
import { percent } from '../../../shared/kernel/minor.ts';
import { Money } from '../../ui/amount.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { cssPalette } from '../../ui/charts/css-palette.ts';
import { LedgerList } from '../../ui/fact-list.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { costByQuarter } from './line-views.ts';
import { LINE_TYPE } from './text.ts';

const QuarterCharts = lazy(() => import('./quarter-charts.tsx'));

/**
 * The year's quarters as bars of their types, and what each type is of the whole, as a ring and in figures. Rejected lines
 * count nowhere.
 */
export function QuarterCard({ budget }: { budget: BudgetDetail }) {
  const { currency } = budget;
  const cost = useMemo(() => costByQuarter(budget), [budget]);
  return (
    <Card>
      <CardHead title="By quarter and type" />
      <CardBody className="flex flex-col gap-2">
        <Suspense fallback={<Skeleton className={cost.types.length > 1 ? 'h-80' : 'h-42'} />}>
          <QuarterCharts budget={budget} cost={cost} />
        </Suspense>
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
