import { useMemo } from 'react';
import { Money } from '../../ui/amount.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { StackedBars } from '../../ui/charts/stacked-bars.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { counted, formatMoney, formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import type { DeviceSearch } from './device-search.ts';
import { type DueBar, dueTotal } from './due-quarters.ts';

const barId = ({ id }: DueBar) => id;
const barName = ({ label }: DueBar) => label;

/** What replacing costs, quarter by quarter; what is overdue stands first. Memoise `bars`. */
export function DueCard({ bars, currency }: { bars: readonly DueBar[]; currency: string }) {
  const { locale } = useLocale();
  const total = dueTotal(bars);
  const data = useMemo(
    () => ({
      categories: bars.map(({ label }) => label),
      series: [
        { name: 'Due', values: bars.map(({ isOverdue, minor }) => (isOverdue ? 0 : minor)) },
        { name: 'Overdue', values: bars.map(({ isOverdue, minor }) => (isOverdue ? minor : 0)) },
      ],
      format: (minor: number) => formatMoney(minor, currency, locale),
      formatTick: (minor: number) => formatMoney(minor, currency, locale, { compact: true }),
      locale,
      legend: false,
    }),
    [bars, currency, locale],
  );
  return (
    <Card>
      <CardHead
        title="Replacement cost by fiscal quarter"
        fact={
          <>
            {counted(total.count, 'device')}, <Money minor={total.minor} currency={currency} /> by the lifecycle
            policies, not a quote
          </>
        }
      />
      <CardBody>
        <StackedBars
          title="Replacement cost by fiscal quarter"
          data={data}
          height={220}
          emptyState="No device has a day on which it falls due, or none has a price."
        />
      </CardBody>
    </Card>
  );
}

/** The same in figures: each quarter opens the list of its devices. */
export function QuartersCard({
  bars,
  currency,
  listHref,
}: {
  bars: readonly DueBar[];
  currency: string;
  listHref: (search: DeviceSearch) => string;
}) {
  const { locale } = useLocale();
  const total = dueTotal(bars);
  const columns = useMemo(
    (): Column<DueBar>[] => [
      { id: 'quarter', header: 'Quarter', width: 'minmax(6rem,1fr)', cell: ({ label }) => label },
      {
        id: 'count',
        header: 'Devices',
        width: '4.5rem',
        align: 'end',
        cell: ({ count }) => (
          <>
            {formatNumber(count, locale)}
            <span className="sm:hidden">{count === 1 ? ' device' : ' devices'}</span>
          </>
        ),
      },
      {
        id: 'hours',
        header: 'Hours',
        width: '4.5rem',
        align: 'end',
        cell: ({ hours }) => `${formatNumber(hours, locale)} h`,
      },
      {
        id: 'minor',
        header: 'Hardware',
        width: '6rem',
        align: 'end',
        phone: 'value',
        cell: ({ minor }) => <Money minor={minor} currency={currency} className="font-medium text-ink" />,
      },
    ],
    [currency, locale],
  );
  return (
    <Card>
      <CardHead title="What falls due" ruled />
      {bars.length > 0 ? (
        <DataTable
          label="What falls due"
          frame="card"
          minWidth="24rem"
          columns={columns}
          rows={bars}
          rowId={barId}
          rowName={barName}
          rowHref={({ search }) => listHref(search ?? {})}
          totals={{
            quarter: 'Total',
            count: formatNumber(total.count, locale),
            hours: `${formatNumber(total.hours, locale)} h`,
            minor: <Money minor={total.minor} currency={currency} />,
          }}
        />
      ) : (
        <EmptyState title="Nothing falls due">
          Give devices the day of their purchase or of their warranty, and they stand here in their quarter.
        </EmptyState>
      )}
    </Card>
  );
}
