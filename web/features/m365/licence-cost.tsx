import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Donut } from '../../ui/charts/donut.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { licencesQuery } from './queries.ts';

const HEIGHT = 152;
/** What most names begin with: on this page it goes without saying. */
const MAKER = /^Microsoft 365 (?=.)/;

/** What each licence costs a month, of all that the tenant pays; the dearest first. Loads after the page. */
export default function LicenceCost({ companyId }: { companyId: string }) {
  const { locale } = useLocale();
  const { data: licences, error, refetch } = useQuery(licencesQuery(companyId));
  const data = useMemo(() => {
    if (!licences) return undefined;
    const { items, currency } = licences;
    const priced = items.map(({ name, monthlyMinor: minor }) => ({ name: name.replace(MAKER, ''), value: minor ?? 0 }));
    return {
      parts: priced.toSorted((a, b) => b.value - a.value),
      centreNote: 'a month',
      format: (minor: number) => formatMoney(minor, currency, locale),
      locale,
    };
  }, [licences, locale]);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />;
  if (!data) return <Skeleton className="h-38" />;
  return (
    <Donut
      title="Cost of licences a month"
      data={data}
      height={HEIGHT}
      emptyState="No licence has a price yet. Enter prices under Microsoft 365, all clients."
    />
  );
}
