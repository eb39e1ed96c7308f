import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Product } from '../../../shared/budgets/product.ts';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { productsQuery } from './queries.ts';
import { PER } from './text.ts';

/** Chooses a product of the catalogue to copy from. Only those in the budget's currency are offered. */
export function ProductPicker({
  currency,
  chosen,
  onChoose,
}: {
  currency: string;
  /** Name of the product that the line was copied from. */
  chosen: { productId: string; name: string } | undefined;
  onChoose: (product: Product | undefined) => void;
}) {
  const { locale } = useLocale();
  const [text, setText] = useState('');
  const { data, isFetching } = useQuery(productsQuery({ q: text || undefined, status: 'active' }));
  const found = data?.items.filter((product) => product.currency === currency) ?? [];
  return (
    <Field label="From the catalogue" optional help="Fills the line. A later change of its price is shown here first.">
      <Combobox
        options={found.map(({ productId, name, unitPriceMinor, recurrence }) => ({
          value: productId,
          label: name,
          detail: `${formatMoney(unitPriceMinor, currency, locale)}${PER[recurrence]}`,
        }))}
        value={chosen ? { value: chosen.productId, label: chosen.name } : null}
        onChange={(option) => onChoose(found.find(({ productId }) => productId === option?.value))}
        onSearch={setText}
        searching={isFetching}
        placeholder="Choose a product"
        empty="No product matches. Products are kept under Budgets, Products."
        clearable
      />
    </Field>
  );
}
