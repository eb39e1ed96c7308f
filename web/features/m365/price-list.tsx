import { ChevronRight } from 'lucide-react';
import { pricedSkus } from '../../../shared/m365/sku.ts';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { MoneyInput } from '../../ui/money-input.tsx';

/** Monthly price by SKU part number in minor units; NaN while the text is no amount. */
export type Prices = Readonly<Record<string, number>>;

/** Prices of the MSP beside Microsoft's list prices, which hold where nothing is entered. */
export function PriceList({
  currency,
  prices,
  onChange,
}: {
  currency: string;
  prices: Prices;
  onChange: (prices: Prices) => void;
}) {
  const { locale } = useLocale();
  const known = pricedSkus();
  const others = Object.keys(prices)
    .filter((partNumber) => !known.some((sku) => sku.partNumber === partNumber))
    .map((partNumber) => ({ partNumber, name: partNumber, price: 0 }));
  return (
    <details className="group">
      <summary className="flex w-fit list-none items-center gap-1 rounded-badge font-medium text-ink-2 hover:text-ink max-sm:min-h-11 [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
        Price of each licence a month
      </summary>
      <ul className="mt-2 divide-y divide-line">
        {[...known, ...others].map(({ partNumber, name, price }) => (
          <li key={partNumber} className="flex items-center justify-between gap-4 py-1.5">
            <span className="min-w-0">{name}</span>
            <MoneyInput
              aria-label={`Price of ${name} a month`}
              currency={currency}
              className="w-28 shrink-0 text-right"
              placeholder={price > 0 ? formatMoney(price, currency, locale) : undefined}
              aria-invalid={Number.isNaN(prices[partNumber]) || undefined}
              value={prices[partNumber] ?? null}
              onChange={(minor) => {
                const { [partNumber]: _, ...rest } = prices;
                onChange(minor === null ? rest : { ...rest, [partNumber]: minor });
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
