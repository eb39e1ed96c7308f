import { useMemo } from 'react';
import type { FleetFigures } from '../../../shared/devices/fleet.ts';
import { deviceTypeName } from '../../../shared/devices/words.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import MeterBars from '../../ui/charts/meter-bars.tsx';
import { StackedBars } from '../../ui/charts/stacked-bars.tsx';
import { counted, formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';

const yearWords = (year: number, isOldest: boolean) => {
  if (year === 0) return '<1';
  return isOldest ? `${year}+` : String(year);
};

/** Devices by whole years in use. */
export function AgeCard({ figures: { ages, ageUnknown } }: { figures: FleetFigures }) {
  const { locale } = useLocale();
  const data = useMemo(
    () => ({
      categories: ages.map((_, year) => yearWords(year, year === ages.length - 1)),
      series: [{ name: 'Devices', values: ages }],
      format: (count: number) => formatNumber(count, locale),
      locale,
      legend: false,
    }),
    [ages, locale],
  );
  return (
    <Card>
      <CardHead
        title="Years in use"
        fact={ageUnknown > 0 ? `${counted(ageUnknown, 'device')} of unknown age left out` : undefined}
      />
      <CardBody>
        <StackedBars
          title="Devices by years in use"
          data={data}
          height={200}
          emptyState="No device tells since when it is in use."
        />
      </CardBody>
    </Card>
  );
}

/** Devices by kind, most first. */
export function TypeCard({ figures: { byType } }: { figures: FleetFigures }) {
  const { locale } = useLocale();
  const data = useMemo(
    () => ({
      rows: byType.map(({ type, count }) => ({
        label: deviceTypeName(type),
        text: formatNumber(count, locale),
        values: [count],
      })),
      placement: 'beside' as const,
    }),
    [byType, locale],
  );
  return (
    <Card>
      <CardHead title="By kind" />
      <CardBody>
        <MeterBars title="Devices by kind" data={data} emptyState="No devices yet." />
      </CardBody>
    </Card>
  );
}
