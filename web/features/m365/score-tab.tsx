import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import type { SecureScore } from '../../../shared/m365/secure-score.ts';
import MeterBars from '../../ui/charts/meter-bars.tsx';
import { counted, formatNumber } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { ControlsCard } from './controls-card.tsx';
import type { TabProps } from './overview-tab.tsx';
import { secureScoreQuery } from './queries.ts';
import ScoreTrend from './score-trend.tsx';
import { changeText, percentText } from './text.ts';

const ControlPanel = lazy(() => import('./control-panel.tsx'));

/** Microsoft's number first, ours beside it, how it moved, what to do first, and every control with our status. Loads on first use. */
export default function ScoreTab(props: TabProps) {
  const { companyId, search, onSearch, hrefs } = props;
  const { data, error, refetch } = useQuery(secureScoreQuery(companyId));
  const show = (control: string | undefined) => onSearch({ ...search, control }, search.control ? 'replace' : 'push');
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardSkeleton label="Loading Secure Score" rows={10} />;
  if (!data.date) {
    return (
      <EmptyState title="Microsoft gave no reading yet">
        A tenant has a Secure Score once Microsoft has looked at it. The next sync brings it.
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <div className="grid divide-line rounded-card border border-line bg-surface max-xl:divide-y xl:grid-cols-[20rem_minmax(0,1fr)_18rem] xl:divide-x">
        <Numbers score={data} />
        <section aria-label="Trend" className="min-w-0 px-3.5 py-3">
          <h2 className="mb-2 font-semibold">
            {`Last ${counted(Math.max(1, data.trend.length - 1), 'week')}`}{' '}
            <span className="ml-1 font-normal text-ink-3 text-meta">Peers: tenants like this one</span>
          </h2>
          <ScoreTrend trend={data.trend} height={260} />
        </section>
        <QuickWins score={data} onShow={show} href={hrefs.findings} />
      </div>
      <ControlsCard {...props} onShow={show} />
      <Suspense>
        {search.control ? (
          <ControlPanel {...props} key={search.control} controlId={search.control} onShow={show} />
        ) : null}
      </Suspense>
    </div>
  );
}

function Numbers({ score }: { score: SecureScore }) {
  const { locale } = useLocale();
  const { percent, current, max, change30, adjusted, categories } = score;
  const number = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 1 });
  const bars = useMemo(
    () => ({
      placement: 'beside' as const,
      rows: categories.map(({ category, points, max: most }) => ({
        label: category,
        text: `${formatNumber(points, locale, { maximumFractionDigits: 0 })} of ${formatNumber(most, locale)}`,
        values: [points],
        max: most,
      })),
    }),
    [categories, locale],
  );
  return (
    <section aria-label="Score" className="flex min-w-0 flex-col gap-3 px-3.5 py-3">
      <dl className="grid grid-cols-2">
        <div className="flex flex-col">
          <dt className="text-ink-3 text-meta">Microsoft says</dt>
          <dd className="num font-semibold text-22 tracking-tight">{percentText(percent, locale)}</dd>
          <dd className="num text-ink-2 text-meta">{`${number(current)} of ${number(max)} points`}</dd>
          <dd className="num text-ink-2 text-meta">{changeText(change30, locale)}</dd>
        </div>
        <div className="flex flex-col border-line-strong border-l border-dashed pl-3.5">
          <dt className="text-ink-3 text-meta">With other tools</dt>
          <dd className="num font-medium text-22 text-ink-2 tracking-tight">{percentText(adjusted.percent, locale)}</dd>
          <dd className="num text-ink-2 text-meta">
            {adjusted.controls > 0
              ? `+${number(adjusted.points)} points, ${counted(adjusted.controls, 'control')}`
              : 'No control covered'}
          </dd>
          <dd className="text-ink-2 text-meta">Our count, not theirs</dd>
        </div>
      </dl>
      <p className="border-line border-t pt-3 text-ink-2 text-meta">
        {adjusted.controls > 0
          ? `Other tools do the work of ${counted(adjusted.controls, 'control')}, with proof. Microsoft gives no points for it, so both numbers stand.`
          : 'Both are equal until a control is marked as done by another tool, with proof.'}
      </p>
      <MeterBars title="Points by category" data={bars} />
    </section>
  );
}

function QuickWins({
  score: { quickWins },
  onShow,
  href,
}: {
  score: SecureScore;
  onShow: (controlId: string) => void;
  href: string;
}) {
  const { locale } = useLocale();
  const number = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 1 });
  const gain = quickWins.reduce((sum, win) => sum + win.gain, 0);
  return (
    <section aria-label="Quick wins" className="flex min-w-0 flex-col px-3.5 py-3">
      <h2 className="font-semibold">Quick wins</h2>
      <p className="text-ink-3 text-meta">Most points for least cost and disturbance</p>
      {quickWins.length === 0 ? (
        <p className="mt-3 text-ink-2">Nothing is left that is cheap and undecided.</p>
      ) : (
        <>
          <ul className="mt-1.5 mb-3 divide-y divide-line">
            {quickWins.map(({ controlId, title, open, winScore, gain: own }) => (
              <li key={controlId} className="flex items-start justify-between gap-3 py-2.5">
                <span className="min-w-0">
                  <button
                    type="button"
                    onClick={() => onShow(controlId)}
                    className="line-clamp-2 rounded-badge text-left font-medium hover:underline"
                  >
                    {title}
                  </button>
                  <span className="num block text-ink-3 text-meta">{counted(open, 'point')}</span>
                </span>
                <span className="num shrink-0 text-right">
                  <span className="block font-medium text-ok">{`+${number(own)} pt`}</span>
                  <span className="block text-ink-3 text-meta">{`rank ${number(winScore)}`}</span>
                </span>
              </li>
            ))}
          </ul>
          <LinkButton href={href} className="mt-auto">
            {`Plan in findings: +${number(gain)} pt`}
            <ArrowRight aria-hidden />
          </LinkButton>
        </>
      )}
    </section>
  );
}
