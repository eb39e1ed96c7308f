import { useMemo } from 'react';
import type { Forecast } from '../../../shared/budgets/forecast.ts';
import { MAX_SERIES } from '../../../shared/kernel/charts/palette.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { percent } from '../../../shared/kernel/minor.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { ChartLegend } from '../../ui/charts/chart-legend.tsx';
import { StackedBars } from '../../ui/charts/stacked-bars.tsx';
import { LedgerList } from '../../ui/fact-list.tsx';
import { formatMoney } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { wholeMoney } from './text.ts';

/** Categories whose change is named beside the chart. */
const NAMED = 5;

/** Spend by year, stacked by category, and what changes from the first year to the next. Loads apart from the table. */
export default function ForecastChart({ forecast }: { forecast: Forecast }) {
  const { locale } = useLocale();
  const { currency, years, fiscalYearStart, categories } = forecast;
  const shown = useMemo(() => categories.filter(({ cells }) => cells.some(({ minor }) => minor !== 0)), [categories]);
  const data = useMemo(
    () => ({
      categories: years.map((year) => yearWords(year, fiscalYearStart)),
      series: shown.map(({ label, cells }) => ({ name: label, values: cells.map(({ minor }) => minor) })),
      format: (minor: number) => wholeMoney(minor, currency, locale),
      formatTick: (minor: number) => formatMoney(minor, currency, locale, { compact: true }),
      locale,
      legend: shown.length > MAX_SERIES,
    }),
    [years, fiscalYearStart, shown, currency, locale],
  );
  return (
    <section className="grid overflow-clip rounded-card border border-line bg-surface lg:grid-cols-[minmax(0,1fr)_19rem] [&>section]:rounded-none [&>section]:border-0">
      <Card className="lg:border-line lg:border-r">
        <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-1 px-3.5 py-2">
          <h2 className="font-semibold">Spend by year</h2>
          {shown.length > MAX_SERIES ? null : <ChartLegend names={shown.map(({ label }) => label)} />}
        </div>
        <div className="px-3.5 pb-2">
          <StackedBars title="Spend by year" data={data} height={190} />
        </div>
      </Card>
      <YearChange forecast={forecast} />
    </section>
  );
}

function YearChange({ forecast }: { forecast: Forecast }) {
  const { locale } = useLocale();
  const { years, fiscalYearStart, totals, categories, currency } = forecast;
  const [before = '', after = ''] = years.map((year) => yearWords(year, fiscalYearStart));
  const [base, next] = totals;
  if (!base || !next) return null;
  const changes = categories
    .map(({ key, label, cells }) => ({ key, label, minor: (cells[1]?.minor ?? 0) - (cells[0]?.minor ?? 0) }))
    .filter(({ minor }) => minor !== 0)
    .toSorted((a, b) => Math.abs(b.minor) - Math.abs(a.minor));
  const rest = changes.slice(NAMED);
  const money = (minor: number) => wholeMoney(minor, currency, locale, { sign: true });
  return (
    <Card className="max-lg:border-line max-lg:border-t">
      <CardHead title={`${after} against ${before}`} />
      <CardBody className="pt-0">
        <p className="flex items-baseline gap-2">
          <span className="num font-semibold text-22 text-ink tracking-tight">{money(next.deltaMinor)}</span>
          {base.minor > 0 && next.deltaMinor !== 0 ? (
            <span className="num text-ink-3 text-meta">
              {next.deltaMinor > 0 ? '+' : ''}
              {percent(next.deltaMinor, base.minor)}%
            </span>
          ) : null}
        </p>
        {changes.length === 0 ? (
          <p className="text-ink-2 text-meta">No category changes.</p>
        ) : (
          <LedgerList
            className="border-line border-t"
            rows={[
              ...changes.slice(0, NAMED).map(({ key, label, minor }) => ({ id: key, label, value: money(minor) })),
              ...(rest.length > 0
                ? [{ id: 'rest', label: 'The rest', value: money(rest.reduce((sum, { minor }) => sum + minor, 0)) }]
                : []),
            ]}
          />
        )}
      </CardBody>
    </Card>
  );
}
