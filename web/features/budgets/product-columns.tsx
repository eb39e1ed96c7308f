import type { Product } from '../../../shared/budgets/product.ts';
import { percent } from '../../../shared/kernel/minor.ts';
import { Money } from '../../ui/amount.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import type { Column } from '../../ui/table-model.ts';
import { LINE_TYPE, PER } from './text.ts';

const each = (minor: number, { currency, recurrence }: Product) => (
  <>
    <Money minor={minor} currency={currency} />
    {PER[recurrence]}
  </>
);

/** What is left of the price, in percent of it; nothing where the cost is not known or nothing is charged. */
export function marginOf({ unitPriceMinor, unitCostMinor }: Product): number | undefined {
  if (unitCostMinor === undefined || unitPriceMinor === 0) return undefined;
  return percent(unitPriceMinor - unitCostMinor, unitPriceMinor);
}

/** Columns of the catalogue; cost and margin only for those who are told them. */
export function productColumns(seesCost: boolean): Column<Product>[] {
  return [
    {
      id: 'name',
      header: 'Product',
      width: 'minmax(14rem,2fr)',
      cell: (row) => (
        <CellLines first={row.name} second={[row.vendor, row.sku].filter(Boolean).join(' · ') || undefined} />
      ),
    },
    { id: 'type', header: 'Type', width: '7.5rem', phone: 'meta', cell: ({ type }) => LINE_TYPE[type] },
    {
      id: 'category',
      header: 'Category',
      width: 'minmax(7rem,1fr)',
      phone: 'meta',
      cell: ({ category }) => category || <span className="text-ink-3">None</span>,
    },
    {
      id: 'price',
      header: 'Price',
      width: '9.5rem',
      align: 'end',
      phone: 'value',
      cell: (row) => <span className="font-medium text-ink">{each(row.unitPriceMinor, row)}</span>,
    },
    ...(seesCost
      ? ([
          {
            id: 'cost',
            header: 'Our cost',
            width: '9.5rem',
            align: 'end',
            phone: 'hidden',
            cell: (row) =>
              row.unitCostMinor === undefined ? (
                <span className="text-ink-3">Unknown</span>
              ) : (
                each(row.unitCostMinor, row)
              ),
          },
          {
            id: 'margin',
            header: 'Margin',
            width: '5rem',
            align: 'end',
            phone: 'hidden',
            cell: (row) => {
              const margin = marginOf(row);
              return margin === undefined ? '' : `${margin}%`;
            },
          },
        ] satisfies Column<Product>[])
      : []),
  ];
}
