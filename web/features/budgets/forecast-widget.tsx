import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { Card, CardBody, CardHead, CardLink } from '../../ui/card.tsx';
import MeterBars from '../../ui/charts/meter-bars.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { forecastQuery } from './queries.ts';
import { ESTIMATES, wholeMoney } from './text.ts';

/** The forecast in brief, for the side of a budget or an agenda: each year's cost, and the way to the whole. */
export default function ForecastWidget({ companyId, href }: { companyId: string; href: string }) {
  const { locale } = useLocale();
  const { data: forecast, error, refetch } = useQuery(forecastQuery(companyId, false));
  const data = useMemo(
    () =>
      forecast && {
        rows: forecast.totals.map(({ year, minor }) => ({
          label: yearWords(year, forecast.fiscalYearStart),
          text: wholeMoney(minor, forecast.currency, locale),
          values: [minor],
        })),
        series: ['Cost'],
        legend: false,
      },
    [forecast, locale],
  );
  return (
    <Card>
      <CardHead title="Years ahead" action={<CardLink href={href}>Forecast</CardLink>} />
      <CardBody className="flex flex-col gap-2">
        {data ? (
          <MeterBars title="Cost by year" data={data} emptyState="Nothing to forecast yet" />
        ) : error ? (
          <ErrorState error={error} onRetry={() => void refetch()} className="py-4" />
        ) : (
          <Skeleton className="h-42" />
        )}
        <p className="text-ink-3 text-meta">{ESTIMATES}.</p>
      </CardBody>
    </Card>
  );
}
