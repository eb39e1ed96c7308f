import { useInfiniteQuery } from '@tanstack/react-query';
import { Target } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { Goal } from '../../../shared/goals/goal.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { counted } from '../../ui/format.ts';
import { optionsOf } from '../../ui/options.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { SingleFacet } from '../../ui/single-facet.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { useRecordList } from '../../ui/use-record-list.tsx';
import { goalColumns } from './goal-columns.tsx';
import { goalRef } from './goal-ref.ts';
import { type AllFilter, allGoalsQuery } from './queries.ts';
import { CATEGORIES, STANDINGS } from './standings.ts';

const rowId = (row: Goal) => row.goalId;
const rowName = (row: Goal) => row.title;
const standings = optionsOf(STANDINGS);
const categories = optionsOf(CATEGORIES);

/** Goals of all clients, those due first at the top: the server filters, so that every client counts. */
export function AllGoals({
  filter,
  onFilter,
  clientName,
  people,
  hrefOf,
}: {
  filter: AllFilter;
  onFilter: (next: AllFilter) => void;
  /** Name of a row's client. Keep it stable. */
  clientName: (companyId: string) => ReactNode;
  people: ReadonlyMap<string, string>;
  hrefOf: (goal: Goal) => string;
}) {
  const query = useInfiniteQuery(allGoalsQuery(filter));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const columns = useMemo(() => goalColumns(people, clientName), [people, clientName]);
  const { offered } = useRecordList({ rows, rowId, refOf: goalRef });
  const filtered = Boolean(filter.standing || filter.category || filter.q);
  const clients = new Set(rows.map(({ companyId }) => companyId)).size;
  const more = query.hasNextPage ? '+' : '';
  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : filtered ? (
    <FilterEmpty onClear={() => onFilter({})} />
  ) : (
    <EmptyState icon={<Target aria-hidden />} title="No open goal">
      Choose a client and say what it wants to reach: its goals stand here beside those of all others.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title="Goals"
        fact={
          rows.length > 0
            ? `${rows.length}${more} of ${counted(clients, 'client')}, those due first at the top`
            : undefined
        }
      />
      <div className="no-print flex flex-wrap items-center gap-2">
        <SingleFacet
          label="Standing"
          options={standings}
          value={filter.standing}
          onChange={(standing) => onFilter({ ...filter, standing })}
        />
        <SingleFacet
          label="Category"
          options={categories}
          value={filter.category}
          onChange={(category) => onFilter({ ...filter, category })}
        />
        <SearchBox
          label="Filter goals"
          value={filter.q ?? ''}
          onChange={(text) => onFilter({ ...filter, q: text || undefined })}
          className="ml-auto w-48 max-sm:w-full"
        />
      </div>
      <div className="overflow-clip rounded-card border border-line bg-surface">
        <DataTable
          label="Goals of all clients"
          frame="card"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowHref={hrefOf}
          twoLine
          minWidth="52rem"
          state={query.isPending ? 'loading' : query.isPlaceholderData ? 'stale' : 'ready'}
          instead={instead}
          {...offered}
        />
      </div>
      {query.hasNextPage ? (
        <Button
          size="sm"
          className="self-center"
          busy={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </div>
  );
}
