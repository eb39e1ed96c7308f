import { useMemo } from 'react';
import { Donut } from '../../ui/charts/donut.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import type { costByQuarter } from './line-views.ts';
import { LINE_TYPE } from './text.ts';

const SIZE = 128;

/** What each type is of a budget's total; the list beside it is the key, in the same colours. Loads after the page. */
export default function TypeRing({ cost, currency }: { cost: ReturnType<typeof costByQuarter>; currency: string }) {
  const { locale } = useLocale();
  const data = useMemo(
    () => ({
      parts: cost.types.map(({ type, totalMinor }) => ({ name: LINE_TYPE[type], value: totalMinor })),
      centre: formatMoney(cost.totalMinor, currency, locale, { compact: true }),
      format: (minor: number) => formatMoney(minor, currency, locale),
      locale,
    }),
    [cost, currency, locale],
  );
  return <Donut title="Cost by type" data={data} height={SIZE} className="mx-auto w-32" />;
}
