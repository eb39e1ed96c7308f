import { ChevronDown, ChevronRight, PencilLine } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Forecast, ForecastCategory } from '../../../shared/budgets/forecast.ts';
import { cx } from '../../ui/cx.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import type { Column } from '../../ui/table-model.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { inPeriod, type Period } from './forecast-periods.ts';
import { lines, wholeMoney } from './text.ts';

const rowId = (row: ForecastCategory) => row.key;
const rowName = (row: ForecastCategory) => row.label;

/** How a category is forecast, in a few grey words beside its name. */
function ground({ basis, lines: known, increasePercent }: ForecastCategory, locale: string): string {
  const rate =
    increasePercent === 0
      ? ''
      : `${formatNumber(increasePercent, locale, { signDisplay: 'exceptZero', maximumFractionDigits: 2 })}% a year`;
  const recurs = known.some(({ recurrence }) => recurrence !== 'one-time');
  if (basis === 'lines') {
    const due = known.reduce((sum, { devices, quantity }) => sum + (devices ? quantity : 0), 0);
    const others = known.filter(({ devices }) => !devices).length;
    return [
      others > 0 ? lines(others) : '',
      due > 0 ? `${formatNumber(due, locale)} ${due === 1 ? 'device' : 'devices'}` : '',
      recurs ? rate : '',
    ]
      .filter(Boolean)
      .join(', ');
  }
  if (basis === 'rule') return rate || 'Stays the same';
  return 'Set by hand';
}

/** Which cell is opened up: a category and a period by its id. */
export interface OpenCell {
  key: string;
  period: string;
}

/** Categories by fiscal years and the quarters of one. Every amount opens what it is made of, below its row. */
export function ForecastTable({
  forecast,
  periods,
  open,
  onOpen,
  explained,
}: {
  forecast: Forecast;
  periods: readonly Period[];
  open: OpenCell | undefined;
  onOpen: (cell: OpenCell | undefined) => void;
  explained: (category: ForecastCategory, period: Period) => ReactNode;
}) {
  const { locale } = useLocale();
  const phone = usePhone();
  const { currency, totals, categories, forwardMinor } = forecast;
  const columns = useMemo((): Column<ForecastCategory>[] => {
    // The year that is opened up, else the first one ahead.
    const usual = (periods.find(({ summing }) => summing) ?? periods[1])?.id ?? '';
    const amount = (row: ForecastCategory, period: Period) => {
      const minor = inPeriod(row.cells, period);
      const opened = open?.key === row.key && open.period === period.id;
      const byHand = row.cells[period.at]?.basis === 'override';
      const text = wholeMoney(minor, currency, locale);
      return (
        <button
          type="button"
          aria-expanded={opened}
          aria-label={`${row.label}, ${period.name}: ${text}${byHand ? ', set by hand' : ''}`}
          onClick={() => onOpen(opened ? undefined : { key: row.key, period: period.id })}
          className={cx(
            'num inline-flex h-7 items-center gap-1 rounded-badge underline-offset-4 outline-offset-[-2px] hover:underline max-sm:h-11',
            opened ? 'text-accent underline decoration-2' : minor === 0 && 'text-ink-3',
            (period.summing || opened) && 'font-semibold',
          )}
        >
          {byHand ? <PencilLine aria-hidden className="size-3 shrink-0 text-ink-3" /> : null}
          {phone ? <span className="text-ink-3">{period.short}</span> : null}
          {text}
        </button>
      );
    };
    return [
      {
        id: 'category',
        header: 'Category',
        width: 'minmax(13rem,1.6fr)',
        cell: (row) => {
          const opened = open?.key === row.key;
          const Fold = opened ? ChevronDown : ChevronRight;
          return (
            <span className="flex min-w-0 items-center gap-1.5">
              <button
                type="button"
                aria-expanded={opened}
                aria-label={`What ${row.label} is made of`}
                onClick={() => onOpen(opened ? undefined : { key: row.key, period: usual })}
                className="-ml-1 grid size-6 shrink-0 place-items-center rounded-badge text-ink-3 hover:text-ink max-sm:hidden"
              >
                <Fold aria-hidden className="size-4" />
              </button>
              <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
                {row.label}
                <span className="num font-normal text-ink-3 text-meta">{ground(row, locale)}</span>
              </span>
            </span>
          );
        },
      },
      ...periods.map(
        (period): Column<ForecastCategory> => ({
          id: period.id,
          header: period.short,
          width: 'minmax(5.25rem,0.7fr)',
          align: 'end',
          phone: 'meta',
          cell: (row) => amount(row, period),
        }),
      ),
    ];
  }, [periods, open, onOpen, currency, locale, phone]);
  const period = periods.find(({ id }) => id === open?.period);
  const money = (minor: number) => wholeMoney(minor, currency, locale);
  const last = periods.at(-1);
  return (
    <DataTable
      label="Forecast by category"
      frame="card"
      minWidth={`${14 + periods.length * 6.25}rem`}
      columns={columns}
      rows={categories}
      rowId={rowId}
      rowName={rowName}
      rowNote={(row) => (period && open?.key === row.key ? explained(row, period) : null)}
      noteTone="detail"
      totals={
        phone
          ? {
              category: `Total, ${forecast.years.length - 1} years ahead`,
              ...(last ? { [last.id]: money(forwardMinor) } : {}),
            }
          : { category: 'Total', ...Object.fromEntries(periods.map((one) => [one.id, money(inPeriod(totals, one))])) }
      }
    />
  );
}
