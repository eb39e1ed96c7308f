import { useQuery } from '@tanstack/react-query';
import { Plus, Wallet } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { totalOf } from '../../../shared/budgets/amounts.ts';
import type { Budget, BudgetStatus } from '../../../shared/budgets/budget.ts';
import { LINE_WORDS } from '../../../shared/budgets/words.ts';
import type { Company } from '../../../shared/companies/company.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { useMay } from '../../lib/session.ts';
import { DateText, Money, RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ListTools } from '../../ui/list-tools.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Pager } from '../../ui/pager.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useRecordList } from '../../ui/use-record-list.tsx';
import { useTrail } from '../../ui/use-trail.ts';
import { BudgetPlaces, type PlaceHrefs } from './budget-places.tsx';
import { budgetRef } from './budget-ref.ts';
import { budgetsQuery, PAGE } from './queries.ts';
import { ESTIMATES, standingOf } from './text.ts';

const NewBudget = lazy(() => import('./new-budget.tsx'));

/** What budgets need to know of the client they are for. */
export type BudgetCompany = Pick<
  Company,
  'companyId' | 'name' | 'currency' | 'timeZone' | 'fiscalYearStart' | 'status'
>;

export interface ListSearch {
  status?: BudgetStatus;
  cursor?: string;
  new?: true;
}

const STATUSES = [
  { value: 'all', label: 'All' },
  { value: 'draft', label: 'Draft' },
  { value: 'pending', label: 'Sent' },
  { value: 'approved', label: 'Approved' },
  { value: 'obsolete', label: 'Replaced' },
] as const;

const money = (
  id: string,
  header: string,
  minorOf: (row: Budget) => number,
  phone: Column<Budget>['phone'],
): Column<Budget> => ({
  id,
  header,
  width: 'minmax(5.5rem,1fr)',
  align: 'end',
  phone,
  cell: (row) => <Money minor={minorOf(row)} currency={row.currency} />,
});

const columns: Column<Budget>[] = [
  { id: 'title', header: 'Budget', width: 'minmax(12rem,2fr)', cell: (row) => row.title },
  {
    id: 'year',
    header: 'Year',
    width: '4rem',
    phone: 'meta',
    cell: (row) => yearWords(row.fiscalYear, row.fiscalYearStart),
  },
  {
    id: 'status',
    header: 'Status',
    width: '11rem',
    phone: 'status',
    cell: (row) => {
      const { word, tone } = standingOf(row);
      return <Badge tone={tone}>{word}</Badge>;
    },
  },
  money('pending', LINE_WORDS.pending, (row) => row.sums.pending, 'hidden'),
  money('approved', LINE_WORDS.approved, (row) => row.sums.approved, 'hidden'),
  money('rejected', LINE_WORDS.rejected, (row) => row.sums.rejected, 'hidden'),
  { ...money('total', 'Total', (row) => totalOf(row.sums), 'value') },
  {
    id: 'due',
    header: 'Due',
    width: '6rem',
    phone: 'hidden',
    cell: (row) =>
      row.dueDate ? <DateText iso={row.dueDate} year={false} /> : <span className="text-ink-3">No date</span>,
  },
  {
    id: 'changed',
    header: 'Changed',
    width: '7rem',
    phone: 'meta',
    cell: (row) => <RelativeTime iso={row.updatedAt} />,
  },
];
const rowId = (row: Budget) => row.budgetId;
const rowName = (row: Budget) => row.title;
const rowTone = (row: Budget) => (row.status === 'obsolete' ? 'muted' : undefined);

/** The budgets of one client with their sums by status. */
export function BudgetList({
  company,
  search,
  onSearch,
  hrefs,
  budgetHref,
  onOpen,
}: {
  company: BudgetCompany;
  search: ListSearch;
  onSearch: (next: ListSearch) => void;
  hrefs: PlaceHrefs;
  budgetHref: (budgetId: string) => string;
  onOpen: (budgetId: string) => void;
}) {
  const may = useMay();
  const { companyId } = company;
  const { status, cursor } = search;
  const { data, error, refetch, isPending, isFetching } = useQuery(budgetsQuery({ companyId, status, cursor }));
  const trail = useTrail({
    cursor,
    next: data?.cursor,
    size: PAGE,
    show: (next) => onSearch({ ...search, cursor: next }),
  });
  const rowHref = useMemo(() => (row: Budget) => budgetHref(row.budgetId), [budgetHref]);
  const rows = data?.items ?? [];
  const { offered } = useRecordList({ rows, rowId, refOf: budgetRef });
  const filter = (next: ListSearch) => {
    trail.restart();
    onSearch(next);
  };
  const add =
    may('budgets:write') && company.status !== 'archived' ? (
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => onSearch({ ...search, new: true })}>
        New budget
      </Button>
    ) : undefined;
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : status ? (
    <FilterEmpty onClear={() => filter({})} />
  ) : (
    <EmptyState icon={<Wallet aria-hidden />} title="No budget yet" action={add}>
      A budget puts a year of planner items into money. The client answers it line by line in the portal.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title="Budgets"
        fact={ESTIMATES}
        actions={<BudgetPlaces current="budgets" hrefs={hrefs} />}
        primary={add}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Segmented
          label="Status"
          options={STATUSES}
          value={status ?? 'all'}
          onChange={(next) => filter({ ...search, cursor: undefined, status: next === 'all' ? undefined : next })}
        />
        <ListTools list="budgets" columns={columns} companyId={companyId} filter={{ status }} />
      </div>
      <div className="overflow-clip rounded-card border border-line bg-surface">
        <DataTable
          label="Budgets"
          list="budgets"
          frame="card"
          minWidth="60rem"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowHref={rowHref}
          rowTone={rowTone}
          state={isPending ? 'loading' : isFetching ? 'stale' : 'ready'}
          instead={instead}
          {...offered}
        />
        {data && (trail.onNewer || trail.onOlder) ? (
          <Pager from={trail.from + 1} to={trail.from + rows.length} onNewer={trail.onNewer} onOlder={trail.onOlder} />
        ) : null}
      </div>
      <Suspense>
        {search.new ? (
          <NewBudget company={company} onClose={() => onSearch({ ...search, new: undefined })} onOpen={onOpen} />
        ) : null}
      </Suspense>
    </div>
  );
}
