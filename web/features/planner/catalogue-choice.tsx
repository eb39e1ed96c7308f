import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CostLine } from '../../../shared/planner/planner-item.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { productsQuery } from './queries.ts';
import { RECURRENCES } from './text.ts';

/** Adds a cost that is copied from the MSP's catalogue. Labour is estimated by hours, so it is not offered. */
export function CatalogueChoice({ currency, onChoose }: { currency: string; onChoose: (cost: CostLine) => void }) {
  const { locale } = useLocale();
  const [text, setText] = useState('');
  const { data, isFetching } = useQuery(productsQuery(text));
  const found = (data?.items ?? []).flatMap((product) => {
    const { name: label, type: kind, unitPriceMinor: unitMinor, recurrence, productId } = product;
    if (kind === 'labour' || product.currency !== currency) return [];
    return [{ label, kind, quantity: 1, unitMinor, recurrence, product: { productId, unitMinor } } satisfies CostLine];
  });
  return (
    <Combobox
      aria-label="Add a product of the catalogue"
      options={found.map(({ product, label, unitMinor, recurrence }) => ({
        value: product.productId,
        label,
        detail: [formatMoney(unitMinor, currency, locale), RECURRENCES[recurrence].after].filter(Boolean).join(' '),
      }))}
      value={null}
      onChange={(option) => {
        const cost = found.find(({ product }) => product.productId === option?.value);
        if (cost) onChoose(cost);
      }}
      onSearch={setText}
      searching={isFetching}
      placeholder="Add from the catalogue"
      empty="No product matches. Products are kept under Budgets, Products."
      className="w-60 max-sm:w-full"
    />
  );
}
