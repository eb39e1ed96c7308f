import { X } from 'lucide-react';
import type { Forecast, ForecastCategory, ForecastLine } from '../../../shared/budgets/forecast.ts';
import type { ForecastRules } from '../../../shared/budgets/forecast-rules.ts';
import { withOverride } from '../../../shared/budgets/overriding.ts';
import { quarterWords, yearWords } from '../../../shared/kernel/fiscal-words.ts';
import type { ItemStatus } from '../../../shared/planner/planner-item.ts';
import { Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { formatDate, formatMoney, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextLink } from '../../ui/link-button.tsx';
import { useLocale } from '../../ui/locale.tsx';
import type { Tone } from '../../ui/status-icon.tsx';
import { inPeriod, type Period } from './forecast-periods.ts';
import { SetByHand } from './set-by-hand.tsx';
import { LINE_STATUS, lines as lineCount, quantityTimesUnit } from './text.ts';

/** What the forecast shows of other features: where their records are, and how planner items stand in words. */
export interface ForecastContext {
  hrefOf: (line: Pick<ForecastLine, 'source' | 'devices'>) => string;
  itemStatuses: Record<ItemStatus, { word: string; tone: Tone }>;
}

const SOURCES: Record<ForecastLine['source']['type'], string> = {
  'planner-item': 'Planner',
  budget: 'Budget',
  licence: 'Microsoft 365 licence, running',
  device: 'Devices',
};

function statusOf({ status, source }: ForecastLine, { itemStatuses }: ForecastContext) {
  if (!status) return undefined;
  const words: Record<string, { word: string; tone: Tone }> = source.type === 'budget' ? LINE_STATUS : itemStatuses;
  return words[status];
}

/** Where a line comes from and when it falls due; of devices the quarter, and how many others are planned. */
function originOf(
  { source, startDate, devices, amounts }: ForecastLine,
  { years, fiscalYearStart }: Forecast,
  day: (date: string) => string,
): string {
  if (!devices) return startDate ? `${SOURCES[source.type]}, ${day(startDate)}` : SOURCES[source.type];
  const at = amounts.flat().findIndex((minor) => minor !== 0);
  const more = devices.planned > 0 ? `, ${devices.planned} more planned` : '';
  const quarter = { year: years[Math.floor(at / 4)] ?? 0, quarter: (at % 4) + 1 };
  return `${SOURCES[source.type]}, ${quarterWords(quarter, fiscalYearStart)}${more}`;
}

/** By how much a line costs more each year: its category's increase where it recurs, the one of hardware for devices. */
function increaseOf(line: ForecastLine, category: ForecastCategory, { rules }: Forecast): number {
  if (line.recurrence !== 'one-time') return category.increasePercent;
  const minor = line.amounts.flat().reduce((sum, one) => sum + one, 0);
  return line.devices && minor !== line.quantity * line.unitMinor ? rules.hardwareIncreasePercent : 0;
}

const percentText = (rate: number, locale: string) =>
  formatNumber(rate, locale, { signDisplay: 'exceptZero', maximumFractionDigits: 2 });

/** How a line's amount comes about: "12 × $1,450, +4% a year". */
function sumOf(line: ForecastLine, category: ForecastCategory, forecast: Forecast, locale: string): string {
  const rate = increaseOf(line, category, forecast);
  return [
    quantityTimesUnit({ ...line, type: line.hours ? 'labour' : 'other' }, forecast.currency, locale),
    rate === 0 ? '' : `${percentText(rate, locale)}% a year`,
    forecast.weighted && line.probability < 100 ? `${formatNumber(line.probability, locale)}% likely` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

function LineRow({
  line,
  category,
  minor,
  forecast,
  context,
}: {
  line: ForecastLine;
  category: ForecastCategory;
  minor: number;
  forecast: Forecast;
  context: ForecastContext;
}) {
  const { locale, timeZone } = useLocale();
  const { currency } = forecast;
  const status = statusOf(line, context);
  const money = (one: number) => formatMoney(one, currency, locale);
  const { lowMinor, highMinor } = line;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-0.5 py-1.5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1.4fr)_minmax(0,1.4fr)_minmax(0,1.2fr)_7.5rem_5.5rem]">
      <TextLink href={context.hrefOf(line)} className="min-w-0 truncate">
        {line.label}
      </TextLink>
      <Money minor={minor} currency={currency} className="text-right font-semibold lg:order-last" />
      <span className="num text-ink-2 max-lg:col-span-2">
        {originOf(line, forecast, (date) => formatDate(date, locale, timeZone))}
      </span>
      <span className="num text-ink-2 max-lg:col-span-2">{sumOf(line, category, forecast, locale)}</span>
      <span className="num text-ink-3 text-meta max-lg:hidden">
        {lowMinor !== undefined && highMinor !== undefined ? `${money(lowMinor)}–${money(highMinor)}` : ''}
      </span>
      <span className="max-lg:col-span-2">{status ? <Badge tone={status.tone}>{status.word}</Badge> : null}</span>
    </li>
  );
}

/**
 * What one amount of the forecast is made of: its lines, or its rule, and what was set by hand in its place. Loads when the
 * first amount is opened.
 */
export default function CellExplained({
  forecast,
  category,
  period,
  context,
  onRules,
  onClose,
}: {
  forecast: Forecast;
  category: ForecastCategory;
  period: Period;
  context: ForecastContext;
  /** Keeps the rules with the year's amount set by hand, or set no longer; absent for who may not. */
  onRules?: (rules: ForecastRules) => Promise<unknown>;
  onClose: () => void;
}) {
  const { locale } = useLocale();
  const { currency, rules, fiscalYearStart } = forecast;
  const cell = category.cells[period.at];
  const rule = rules.rules.find(({ categoryKey }) => categoryKey === category.key);
  const shown = category.lines
    .map((line) => ({
      line,
      minor: inPeriod(
        line.amounts.map((quarters) => ({ quarters })),
        period,
      ),
    }))
    .filter(({ minor }) => minor !== 0)
    .toSorted((a, b) => b.minor - a.minor);
  if (!cell) return null;
  const byHand = cell.basis === 'override';
  const rate = percentText(category.increasePercent, locale);
  return (
    <section aria-label={`${category.label}, ${period.name}`} className="flex flex-col gap-1 py-1 text-body">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">
          {category.label}, {period.name}: <Money minor={inPeriod(category.cells, period)} currency={currency} />
        </h3>
        {shown.length > 0 ? <span className="num text-ink-3 text-meta">{lineCount(shown.length)}</span> : null}
        <span className="ml-auto" />
        <IconButton small label="Close" icon={<X />} onClick={onClose} />
      </header>
      {byHand ? (
        <p className="num text-ink-2">
          {yearWords(period.year, fiscalYearStart)} was set by hand to <Money minor={cell.minor} currency={currency} />
          {period.quarter === undefined ? '' : ', spread evenly over its quarters'}. Calculated it would be{' '}
          <Money minor={cell.calculatedMinor} currency={currency} />.
        </p>
      ) : null}
      {category.basis === 'rule' && rule ? (
        <p className="num text-ink-2">
          By rule: <Money minor={rule.baseYearAmount} currency={currency} /> in{' '}
          {yearWords(rules.baseYear, fiscalYearStart)}
          {category.increasePercent === 0 ? ', the same every year' : `, ${rate}% a year`}
          {period.quarter === undefined ? '' : ', spread evenly over the quarters'}. Nothing planned, budgeted or
          licensed speaks for this category.
        </p>
      ) : null}
      {shown.length > 0 ? (
        <ul className="divide-y divide-line">
          {shown.map(({ line, minor }) => (
            <LineRow
              key={line.key}
              line={line}
              category={category}
              minor={minor}
              forecast={forecast}
              context={context}
            />
          ))}
        </ul>
      ) : category.basis === 'lines' ? (
        <p className="text-ink-2">Nothing that is known falls into {period.name}.</p>
      ) : null}
      {category.basis === 'lines' && rule && rule.baseYearAmount > 0 ? (
        <p className="num text-ink-3 text-meta">
          The rule of <Money minor={rule.baseYearAmount} currency={currency} /> a year rests: what is known counts in
          its place.
        </p>
      ) : null}
      {onRules ? (
        <SetByHand
          key={`${category.key} ${period.year}`}
          currency={currency}
          name={yearWords(period.year, fiscalYearStart)}
          minor={byHand ? cell.minor : undefined}
          onSet={(minor) => onRules(withOverride(rules, category, period.year, minor))}
        />
      ) : null}
    </section>
  );
}
