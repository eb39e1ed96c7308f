import './print.css';
import { useQuery } from '@tanstack/react-query';
import { Coins, Map as MapIcon, Plus, Printer } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { dateIn } from '../../../shared/kernel/calendar.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { counted, formatMoney, formatNumber } from '../../ui/format.ts';
import { useLocale, useNow } from '../../ui/locale.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { PlannerFilters } from './planner-filters.tsx';
import { matching, type PlannerSearch } from './planner-search.ts';
import { shownQuarters } from './quarters.ts';
import { roadmapQuery } from './queries.ts';
import { RoadmapView } from './roadmap-view.tsx';
import { roadmapWorks } from './roadmap-work.ts';

const PlannerList = lazy(() => import('./planner-list.tsx'));
const PlannerTools = lazy(() => import('./planner-tools.tsx'));
const NewItem = lazy(() => import('./new-item.tsx'));
const RateDialog = lazy(() => import('./rate-dialog.tsx'));

/** What a planner needs to know of its client. */
export interface PlannerClient {
  companyId: string;
  name: string;
  currency: string;
  timeZone: string;
  /** 1-12. */
  fiscalYearStart: number;
  status: 'active' | 'onboarding' | 'archived';
}

const VIEWS = [
  { value: 'roadmap', label: 'Roadmap' },
  { value: 'list', label: 'List' },
] as const;

/** Estimated work of one client, years ahead: as a roadmap or as a list. */
export function PlannerPage({
  company,
  search,
  onSearch,
  onOpen,
}: {
  company: PlannerClient;
  search: PlannerSearch;
  onSearch: (next: PlannerSearch) => void;
  onOpen: (plannerItemId: string) => void;
}) {
  const { companyId, currency, timeZone, fiscalYearStart } = company;
  const { locale } = useLocale();
  const may = useMay();
  const [rating, setRating] = useState(false);
  const today = dateIn(timeZone, useNow());
  const { data, error, refetch } = useQuery(roadmapQuery(companyId));
  const items = data?.items;
  const shown = useMemo(() => matching(items ?? [], search), [items, search]);
  const works = useMemo(() => roadmapWorks(shown), [shown]);
  const quarters = useMemo(
    () => shownQuarters(today, fiscalYearStart, items?.map(({ startDate }) => startDate) ?? []),
    [today, fiscalYearStart, items],
  );
  const writable = may('planner:write') && company.status !== 'archived';
  const filtered = Boolean(search.lane || search.status || search.q);
  const isList = search.as === 'list';

  const sum = works.scheduled.reduce(
    (total, { amountMinor, hours }) => ({ minor: total.minor + (amountMinor ?? 0), hours: total.hours + (hours ?? 0) }),
    { minor: 0, hours: 0 },
  );
  const fact = items
    ? `${counted(works.scheduled.filter(({ status }) => status !== 'done').length, 'item')}, ${formatMoney(sum.minor, currency, locale)} estimated, ${formatNumber(sum.hours, locale)} h`
    : undefined;
  const add = writable ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => onSearch({ ...search, new: true })}>
      New item
    </Button>
  ) : undefined;

  const body = (): ReactNode => {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    if (!items) return <CardSkeleton label="Loading the planner" rows={14} className="min-h-120" />;
    if (isList) {
      return (
        <Suspense fallback={<CardSkeleton label="Loading the list" rows={14} className="min-h-120" />}>
          <PlannerList
            company={company}
            items={shown}
            quarters={quarters}
            search={search}
            onSearch={onSearch}
            writable={writable}
          />
        </Suspense>
      );
    }
    if (items.length === 0) {
      return (
        <EmptyState icon={<MapIcon aria-hidden />} title="Nothing planned yet" action={add}>
          Plan a finding, or add work by hand: each item stands here in its quarter, with its estimate.
        </EmptyState>
      );
    }
    if (works.scheduled.length + works.unscheduled.length === 0 && filtered)
      return <FilterEmpty onClear={() => onSearch({})} />;
    return (
      <RoadmapView
        company={company}
        works={works}
        quarters={quarters}
        today={today}
        onOpen={onOpen}
        onAdd={writable ? () => onSearch({ ...search, new: 'tray' }) : undefined}
      />
    );
  };
  return (
    <div className="flex flex-col gap-3 print:-mx-gutter print:[page:roadmap]">
      <PageHead
        title="Planner"
        fact={fact}
        actions={
          <>
            <Segmented
              label="View"
              options={VIEWS}
              value={search.as ?? 'roadmap'}
              onChange={(view) => onSearch({ ...search, as: view === 'list' ? view : undefined, archived: undefined })}
            />
            {isList ? null : (
              <Button icon={<Printer aria-hidden />} className="max-sm:hidden" onClick={() => window.print()}>
                Print
              </Button>
            )}
            {may('msp:write') && company.status !== 'archived' ? (
              <Button icon={<Coins aria-hidden />} onClick={() => setRating(true)}>
                Hourly rate
              </Button>
            ) : null}
          </>
        }
        primary={add}
      />
      {items && items.length > 0 ? (
        <PlannerFilters
          search={search}
          onSearch={onSearch}
          tools={isList ? <PlannerTools companyId={companyId} search={search} /> : null}
        />
      ) : null}
      {body()}
      <Suspense>
        {search.new && writable ? (
          <NewItem
            company={company}
            quarters={quarters}
            withoutDate={search.new === 'tray'}
            onClose={() => onSearch({ ...search, new: undefined })}
            onOpen={onOpen}
          />
        ) : null}
        {rating ? <RateDialog company={company} onClose={() => setRating(false)} /> : null}
      </Suspense>
    </div>
  );
}
