import { lazy, Suspense, useMemo } from 'react';
import { useLocale } from '../../ui/locale.tsx';
import { percentText } from './text.ts';

const Sparkline = lazy(async () => ({ default: (await import('../../ui/charts/sparkline.tsx')).Sparkline }));

/** How the score moved of late, beside the figure; nothing while there are less than two readings. Loads after the page. */
export function ScoreLine({ trend }: { trend: readonly number[] | undefined }) {
  const { locale } = useLocale();
  const data = useMemo(
    () => trend && { values: trend, format: (percent: number) => percentText(percent, locale), locale },
    [trend, locale],
  );
  if (!data || data.values.length < 2) return null;
  return (
    <span className="inline-block h-5 w-12">
      <Suspense>
        <Sparkline title="Secure Score, week by week" data={data} />
      </Suspense>
    </span>
  );
}
