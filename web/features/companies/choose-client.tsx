import { useQuery } from '@tanstack/react-query';
import { Building2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Company } from '../../../shared/companies/company.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import type { Column } from '../../ui/table-model.ts';
import { companiesQuery } from './queries.ts';

const MOST = 100;

const word = (text: string) => text || <span className="text-ink-3">Not said</span>;
const columns: Column<Company>[] = [
  { id: 'name', header: 'Client', width: 'minmax(14rem,3fr)', cell: (row) => row.name },
  { id: 'industry', header: 'Industry', width: 'minmax(8rem,2fr)', phone: 'meta', cell: (row) => word(row.industry) },
  {
    id: 'agreement',
    header: 'Agreement',
    width: 'minmax(8rem,2fr)',
    phone: 'hidden',
    cell: (row) => word(row.agreement),
  },
];
const rowId = (row: Company) => row.companyId;
const rowName = (row: Company) => row.name;

/** A page over all clients whose records belong to one client each: it asks which. */
export function ChooseClient({
  title,
  fact,
  search,
  onSearch,
  hrefOf,
  children,
}: {
  title: string;
  /** One sentence on why a client is asked for. */
  fact: string;
  search: string;
  onSearch: (text: string) => void;
  hrefOf: (companyId: string) => string;
  /** What stands above the clients. */
  children?: ReactNode;
}) {
  const { data, error, refetch, isPending, isFetching } = useQuery(
    companiesQuery({ limit: MOST, q: search || undefined }),
  );
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : search ? (
    <FilterEmpty onClear={() => onSearch('')} />
  ) : (
    <EmptyState icon={<Building2 aria-hidden />} title="No client yet">
      Add a client on the overview first, then come back.
    </EmptyState>
  );
  const rows = data?.items ?? [];
  return (
    <div className="flex flex-col gap-3">
      <PageHead title={title} fact={fact} />
      {children}
      <SearchBox
        label="Filter clients by name"
        placeholder="Filter by name"
        value={search}
        onChange={onSearch}
        className="w-64 max-sm:w-full"
      />
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Clients"
          frame="card"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowHref={(row) => hrefOf(row.companyId)}
          state={isPending && !error ? 'loading' : isFetching ? 'stale' : 'ready'}
          instead={rows.length > 0 || (isPending && !error) ? undefined : instead}
        />
      </div>
    </div>
  );
}
