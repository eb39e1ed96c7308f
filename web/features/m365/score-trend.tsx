import { useMemo } from 'react';
import type { SecureScore } from '../../../shared/m365/secure-score.ts';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { percentText } from './text.ts';

/** The score of the last half year, week by week, with tenants like this one as the dashed line. Charts load on first use. */
export default function ScoreTrend({ trend, height = 220 }: { trend: SecureScore['trend']; height?: number }) {
  const { locale } = useLocale();
  const data = useMemo(() => {
    const peers = trend.some((point) => point.peers !== undefined);
    return {
      series: [
        { name: 'here', points: trend.map(({ date, percent }) => ({ date, value: percent })) },
        ...(peers
          ? [{ name: 'peers', points: trend.map(({ date, peers: value }) => ({ date, value: value ?? null })) }]
          : []),
      ],
      format: (value: number) => percentText(value, locale),
      formatChange: (value: number) => `${formatNumber(value, locale, { maximumFractionDigits: 1 })} points`,
      locale,
    };
  }, [trend, locale]);
  return (
    <LineChart
      title="Secure Score by week"
      data={data}
      height={height}
      emptyState="Microsoft's daily readings make a line here after the first sync."
    />
  );
}
