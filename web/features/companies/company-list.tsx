import { useQuery } from '@tanstack/react-query';
import { Building2, FileUp, Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Company, CompanyStatus } from '../../../shared/companies/company.ts';
import { useMay } from '../../lib/session.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { ListTools } from '../../ui/list-tools.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { useTrail } from '../../ui/use-trail.ts';
import { companiesQuery } from './queries.ts';
import { STATUS } from './text.ts';

const CompanyForm = lazy(() => import('./company-form.tsx'));

const PAGE = 50;
const STATUSES = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'onboarding', label: 'Onboarding' },
  { value: 'archived', label: 'Archived' },
] as const;

const columns: Column<Company>[] = [
  {
    id: 'name',
    header: 'Client',
    width: 'minmax(14rem,3fr)',
    cell: (row) => row.name,
  },
  {
    id: 'industry',
    header: 'Industry',
    width: 'minmax(8rem,2fr)',
    phone: 'meta',
    cell: (row) => row.industry || <span className="text-ink-3">Not said</span>,
  },
  {
    id: 'agreement',
    header: 'Agreement',
    width: 'minmax(8rem,2fr)',
    phone: 'hidden',
    cell: (row) => row.agreement || <span className="text-ink-3">None</span>,
  },
  {
    id: 'seats',
    header: 'Seats',
    width: '5rem',
    align: 'end',
    phone: 'value',
    cell: (row) => <span className="num">{row.seats}</span>,
  },
  {
    id: 'status',
    header: 'Status',
    width: '8rem',
    phone: 'status',
    cell: (row) => <Badge tone={STATUS[row.status].tone}>{STATUS[row.status].word}</Badge>,
  },
];
const rowId = (row: Company) => row.companyId;
const rowName = (row: Company) => row.name;
const rowHref = (row: Company) => `/c/${row.companyId}`;

export interface ListSearch {
  q?: string;
  status?: CompanyStatus;
  cursor?: string;
  new?: true;
}

/** Every client that the person sees: the first page of the console. What is filtered stands in the URL. */
export function CompanyList({
  search,
  importHref,
  onSearch,
  onOpen,
}: {
  search: ListSearch;
  importHref: string;
  onSearch: (next: ListSearch) => void;
  onOpen: (companyId: string) => void;
}) {
  const may = useMay();
  const { q, status, cursor } = search;
  const { data, error, refetch, isPending, isFetching } = useQuery(companiesQuery({ limit: PAGE, q, status, cursor }));
  const trail = useTrail({
    cursor,
    next: data?.cursor,
    size: PAGE,
    show: (next) => onSearch({ ...search, cursor: next }),
  });
  const filtered = Boolean(q || status);
  const rows = data?.items ?? [];
  const filter = (next: ListSearch) => {
    trail.restart();
    onSearch(next);
  };
  const add = may('companies:write') ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => onSearch({ ...search, new: true })}>
      New client
    </Button>
  ) : undefined;
  const bring = may('companies:write') ? (
    <LinkButton icon={<FileUp aria-hidden />} href={importHref}>
      Import
    </LinkButton>
  ) : undefined;
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : rows.length > 0 || isPending ? undefined : filtered ? (
    <FilterEmpty onClear={() => filter({})} />
  ) : (
    <EmptyState icon={<Building2 aria-hidden />} title="No client yet" action={add}>
      Your clients stand here, each with what is known, what needs a decision and what is planned.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <PageHead title="Clients" actions={bring} primary={add} />
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Status"
          options={STATUSES}
          value={status ?? 'all'}
          onChange={(next) => filter({ ...search, cursor: undefined, status: next === 'all' ? undefined : next })}
        />
        <SearchBox
          label="Filter clients by name"
          placeholder="Filter by name"
          value={q ?? ''}
          onChange={(text) => filter({ ...search, cursor: undefined, q: text || undefined })}
          className="ml-auto w-64 max-sm:w-full"
        />
        <ListTools list="companies" columns={columns} filter={{ q, status }} />
      </div>
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Clients"
          list="companies"
          frame="card"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowHref={rowHref}
          state={isPending ? 'loading' : isFetching ? 'stale' : 'ready'}
          instead={instead}
        />
        {data && (trail.onNewer || trail.onOlder) ? (
          <Pager
            from={trail.from + 1}
            to={trail.from + rows.length}
            newer="Before"
            older="Next"
            onNewer={trail.onNewer}
            onOlder={trail.onOlder}
          />
        ) : null}
      </div>
      <Suspense>
        {search.new ? (
          <CompanyForm
            onClose={() => onSearch({ ...search, new: undefined })}
            onSaved={(company) => onOpen(company.companyId)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
