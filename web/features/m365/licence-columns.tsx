import type { Licence } from '../../../shared/m365/licence.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Badge, Tag } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { formatNumber } from '../../ui/format.ts';
import { TextLink } from '../../ui/link-button.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type M365Hrefs, type Raised, wasteOf } from './raised.ts';

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

/** Columns of the licences table. */
export function licenceColumns(
  currency: string,
  locale: string,
  raised: readonly Raised[],
  hrefs: M365Hrefs,
): Column<Licence>[] {
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
    {
      id: 'purchased',
      header: 'Bought',
      width: '5rem',
      align: 'end',
      phone: 'hidden',
      cell: ({ purchased }) => formatNumber(purchased, locale),
    },
    {
      id: 'assigned',
      header: 'Assigned',
      width: '5rem',
      align: 'end',
      cell: ({ assigned }) => (
        <>
          {formatNumber(assigned, locale)}
          <span className="sm:hidden"> assigned</span>
        </>
      ),
    },
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
