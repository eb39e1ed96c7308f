import { useMemo } from 'react';
import type { SecureScore } from '../../../shared/m365/secure-score.ts';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { Loading, Skeleton } from '../../ui/skeleton.tsx';
import { percentText } from './text.ts';

/** The score of the last half year, week by week, with tenants like this one as the dashed line. */
export function ScoreTrend({
  trend,
  height = 220,
}: {
  /** Undefined while it loads. */
  trend: SecureScore['trend'] | undefined;
  height?: number;
}) {
  const { locale } = useLocale();
  const data = useMemo(() => {
    const points = trend ?? [];
    const peers = points.some((point) => point.peers !== undefined);
    return {
      series: [
        { name: 'here', points: points.map(({ date, percent }) => ({ date, value: percent })) },
        ...(peers
          ? [{ name: 'peers', points: points.map(({ date, peers: value }) => ({ date, value: value ?? null })) }]
          : []),
      ],
      format: (value: number) => percentText(value, locale),
      formatChange: (value: number) => `${formatNumber(value, locale, { maximumFractionDigits: 1 })} points`,
      locale,
    };
  }, [trend, locale]);
  if (!trend) {
    return (
      <Loading label="Loading the trend">
        <div style={{ height }}>
          <Skeleton className="h-full" />
        </div>
      </Loading>
    );
  }
  return (
    <LineChart
      title="Secure Score by week"
      data={data}
      height={height}
      emptyState="Microsoft's daily readings make a line here after the first sync."
    />
  );
}
