import { useQuery } from '@tanstack/react-query';
import { ChartColumn, Download, SlidersHorizontal } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Forecast } from '../../../shared/budgets/forecast.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { NativeSelect } from '../../ui/native-select.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CardSkeleton, Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import type { BudgetCompany } from './budget-list.tsx';
import { BudgetPlaces, type PlaceHrefs } from './budget-places.tsx';
import type { ForecastContext } from './cell-explained.tsx';
import { periodsOf } from './forecast-periods.ts';
import { asCsv, asText, sheetOf } from './forecast-sheet.ts';
import { ForecastTable, type OpenCell } from './forecast-table.tsx';
import { type LeftOutHrefs, LeftOutNote } from './left-out-note.tsx';
import { forecastQuery } from './queries.ts';
import { ESTIMATES, wholeMoney } from './text.ts';
import { useForecastRules } from './use-forecast-rules.ts';

const CellExplained = lazy(() => import('./cell-explained.tsx'));
const ForecastChart = lazy(() => import('./forecast-chart.tsx'));
const RulesForm = lazy(() => import('./forecast-rules-form.tsx'));

export interface ForecastSearch {
  /** Fiscal year whose quarters are shown. */
  quarters?: number;
  weighted?: true;
  /** Category and period that is explained, such as `hardware.2027q1`. */
  cell?: string;
}

const COUNTED = [
  { value: 'planned', label: 'As planned' },
  { value: 'weighted', label: 'By likelihood' },
] as const;

export interface ForecastPageProps {
  company: BudgetCompany;
  search: ForecastSearch;
  onSearch: (next: ForecastSearch) => void;
  context: ForecastContext;
  hrefs: PlaceHrefs & LeftOutHrefs;
}

/** What a client will spend in the coming fiscal years, and what each amount is made of. */
export function ForecastPage(props: ForecastPageProps) {
  const { company, search, hrefs } = props;
  const { data, error, refetch } = useQuery(forecastQuery(company.companyId, search.weighted === true));
  if (data) return <Loaded {...props} forecast={data} />;
  return (
    <div className="flex flex-col gap-4">
      <PageHead title="Forecast" fact={ESTIMATES} actions={<BudgetPlaces current="forecast" hrefs={hrefs} />} />
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <Skeleton className="h-62 rounded-card" />
          <CardSkeleton label="Loading the forecast" rows={7} />
        </>
      )}
    </div>
  );
}

function Loaded({ company, search, onSearch, context, hrefs, forecast }: ForecastPageProps & { forecast: Forecast }) {
  const { locale } = useLocale();
  const mayWrite = useMay()('budgets:write') && company.status !== 'archived';
  const [editing, setEditing] = useState(false);
  const saveRules = useForecastRules(company.companyId);
  const { years, currency, rules, fiscalYearStart } = forecast;
  const periods = useMemo(() => periodsOf(forecast, search.quarters, locale), [forecast, search.quarters, locale]);
  const open = useMemo((): OpenCell | undefined => {
    const [key, period] = search.cell?.split('.') ?? [];
    return key && period ? { key, period } : undefined;
  }, [search.cell]);
  const setOpen = (cell: OpenCell | undefined) =>
    onSearch({ ...search, cell: cell ? `${cell.key}.${cell.period}` : undefined });
  const sheet = () => sheetOf(forecast, periods);
  const copy = async () => {
    await navigator.clipboard.writeText(asText(sheet()));
    toast({ title: 'Table copied', detail: 'Paste it into a spreadsheet or a mail.' });
  };
  const edit = mayWrite ? (
    <Button variant="primary" icon={<SlidersHorizontal aria-hidden />} onClick={() => setEditing(true)}>
      Edit rules
    </Button>
  ) : undefined;
  const isEmpty = forecast.categories.length === 0;
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title="Forecast"
        fact={`${years.length - 1} years, ${wholeMoney(forecast.forwardMinor, currency, locale)}`}
        actions={
          <>
            <BudgetPlaces current="forecast" hrefs={hrefs} />
            {isEmpty ? null : (
              <MenuButton
                label="Export"
                groups={[
                  {
                    id: 'export',
                    items: [
                      { id: 'copy', label: 'Copy the table', onSelect: () => void copy() },
                      {
                        id: 'csv',
                        label: 'Download CSV',
                        onSelect: () =>
                          saveFile(asCsv(sheet()), `forecast ${company.name}.csv`.replaceAll(' ', '-'), 'text/csv'),
                      },
                    ],
                  },
                ]}
                className="max-sm:flex-none!"
              >
                <Download aria-hidden />
              </MenuButton>
            )}
          </>
        }
        primary={edit}
      />
      {isEmpty ? (
        <Card aria-label="Forecast">
          <EmptyState icon={<ChartColumn aria-hidden />} title="Nothing to forecast yet" action={edit}>
            Planner items with dates, lines of budgets, licences and devices that fall due come in by themselves. For
            the rest, say what a category costs today and how it grows.
          </EmptyState>
        </Card>
      ) : (
        <>
          <Suspense fallback={<Skeleton className="h-62 rounded-card" />}>
            <ForecastChart forecast={forecast} />
          </Suspense>
          <Card aria-label="By category">
            <div className="flex min-h-12 flex-wrap items-center gap-2 px-3.5 py-1.5">
              <h2 className="font-semibold">By category</h2>
              <span className="text-ink-3 text-meta max-lg:hidden">{ESTIMATES}</span>
              <Segmented
                label="Count"
                options={COUNTED}
                value={search.weighted ? 'weighted' : 'planned'}
                onChange={(value) => onSearch({ ...search, weighted: value === 'weighted' ? true : undefined })}
                className="sm:ml-auto"
              />
              <NativeSelect
                aria-label="Columns"
                value={String(search.quarters ?? '')}
                onChange={(event) =>
                  onSearch({ ...search, cell: undefined, quarters: Number(event.target.value) || undefined })
                }
                options={[
                  { value: '', label: 'Years' },
                  ...years.map((year) => ({
                    value: String(year),
                    label: `Quarters of ${yearWords(year, fiscalYearStart)}`,
                  })),
                ]}
                className="w-44 max-sm:w-full"
              />
            </div>
            <ForecastTable
              forecast={forecast}
              periods={periods}
              open={open}
              onOpen={setOpen}
              explained={(category, period) => (
                <Suspense fallback={<Skeleton className="my-1 h-20" />}>
                  <CellExplained
                    forecast={forecast}
                    category={category}
                    period={period}
                    context={context}
                    onRules={mayWrite ? saveRules : undefined}
                    onClose={() => setOpen(undefined)}
                  />
                </Suspense>
              )}
            />
          </Card>
        </>
      )}
      <LeftOutNote leftOut={forecast.leftOut} hrefs={hrefs} />
      <Suspense>
        {editing ? <RulesForm company={company} rules={rules} onClose={() => setEditing(false)} /> : null}
      </Suspense>
    </div>
  );
}
