import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Licence } from '../../../shared/m365/licence.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Badge, Tag } from '../../ui/badge.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import type { TabProps } from './overview-tab.tsx';
import { licencesQuery } from './queries.ts';
import { type M365Hrefs, type Raised, wasteOf } from './raised.ts';
import { counted } from './text.ts';

function Waste({ licence, raised, hrefs }: { licence: Licence; raised: readonly Raised[]; hrefs: M365Hrefs }) {
  const lines = wasteOf(raised, licence.partNumber, licence.available);
  if (lines.length === 0) return <span className="text-ink-3">None</span>;
  return (
    <span className="flex flex-col">
      {lines.map(({ findingId, word, count, planned }) => (
        <span key={findingId} className="flex min-h-6 items-center gap-2">
          <TextLink href={hrefs.finding(findingId)} className="inline-flex min-h-6 items-center">
            {`${count} ${word}`}
          </TextLink>
          {planned ? <Badge tone="info">Planned</Badge> : null}
        </span>
      ))}
    </span>
  );
}

function licenceColumns(currency: string, raised: readonly Raised[], hrefs: M365Hrefs): Column<Licence>[] {
  return [
    {
      id: 'name',
      header: 'Licence',
      width: 'minmax(14rem,2fr)',
      cell: ({ name, partNumber, trial, free }) => (
        <CellLines
          first={
            <span className="inline-flex items-center gap-2">
              {name}
              {trial ? <Tag>Trial</Tag> : free ? <Tag tone="idle">Free</Tag> : null}
            </span>
          }
          second={partNumber}
        />
      ),
    },
    { id: 'purchased', header: 'Bought', width: '5rem', align: 'end', phone: 'hidden', cell: (row) => row.purchased },
    { id: 'assigned', header: 'Assigned', width: '5rem', align: 'end', cell: ({ assigned }) => assigned },
    {
      id: 'waste',
      header: 'Wasted',
      width: 'minmax(11rem,1.5fr)',
      cell: (row) =>
        row.free ? (
          <span className="text-ink-3">Not counted</span>
        ) : (
          <Waste licence={row} raised={raised} hrefs={hrefs} />
        ),
    },
    {
      id: 'price',
      header: 'Price a month',
      width: '7rem',
      align: 'end',
      phone: 'hidden',
      cell: ({ priceMinor }) =>
        priceMinor === undefined ? (
          <span className="text-warn">No price</span>
        ) : (
          <Money minor={priceMinor} currency={currency} />
        ),
    },
    {
      id: 'monthly',
      header: 'Cost a month',
      width: '7rem',
      align: 'end',
      phone: 'value',
      cell: ({ monthlyMinor }) =>
        monthlyMinor === undefined ? (
          <span className="text-ink-3">unknown</span>
        ) : (
          <Money minor={monthlyMinor} currency={currency} />
        ),
    },
    {
      id: 'renews',
      header: 'Next change',
      width: '8rem',
      phone: 'hidden',
      cell: ({ nextChange }) => (nextChange ? <DateText iso={nextChange} /> : <span className="text-ink-3">None</span>),
    },
  ];
}

/** What is bought, who has it, what it costs, and what brings nothing to anybody. */
export function LicencesTab({ companyId, figures, raised, hrefs }: TabProps) {
  const { data, error, refetch, isPending } = useQuery(licencesQuery(companyId));
  const columns = useMemo(
    () => licenceColumns(data?.currency ?? 'USD', raised, hrefs),
    [data?.currency, raised, hrefs],
  );
  const rows = data?.items ?? [];
  return (
    <div className="flex flex-col gap-4">
      {data && data.unpriced > 0 ? (
        <Callout tone="warn" title={`${counted(data.unpriced, 'licence')} without a price`}>
          They count in no sum. Enter their price under Microsoft 365, all clients, Prices and limits.
        </Callout>
      ) : null}
      <Card>
        <CardHead
          title="Licences"
          fact={
            figures.wastedLicences > 0 ? (
              <>
                {counted(figures.wastedLicences, 'seat')} wasted,{' '}
                <Money minor={figures.wasteMonthlyMinor} currency={figures.currency} /> a month
              </>
            ) : (
              'No seat is wasted'
            )
          }
          ruled
        />
        <DataTable
          label="Licences"
          frame="card"
          twoLine
          minWidth="58rem"
          columns={columns}
          rows={rows}
          rowId={({ partNumber }) => partNumber}
          rowName={({ name }) => name}
          state={isPending ? 'loading' : 'ready'}
          totals={
            rows.length > 0 && data
              ? { name: 'All', monthly: <Money minor={data.monthlyMinor} currency={data.currency} /> }
              : undefined
          }
          instead={
            error ? (
              <ErrorState error={error} onRetry={() => void refetch()} />
            ) : (
              <EmptyState title="No licences">Microsoft lists no subscription for this tenant.</EmptyState>
            )
          }
        />
      </Card>
      <p className="text-ink-3 text-meta">
        Prices are estimates from your price list, not quotes. The next change is Microsoft's date, usually the renewal:
        with automatic renewal off the seats end on that day.
      </p>
    </div>
  );
}
