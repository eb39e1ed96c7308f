import { useInfiniteQuery } from '@tanstack/react-query';
import { Archive, ArchiveRestore, Map as MapIcon } from 'lucide-react';
import { useMemo } from 'react';
import type { PlannerItem } from '../../../shared/planner/planner-item.ts';
import type { Quarter } from '../../../shared/planner/roadmap-quarters.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { useRecordList } from '../../ui/use-record-list.tsx';
import { itemRef } from './item-ref.ts';
import { plannerColumns, plannerGroups } from './planner-columns.tsx';
import type { PlannerClient } from './planner-page.tsx';
import { matching, type PlannerSearch } from './planner-search.ts';
import { archiveQuery } from './queries.ts';
import { useArchive } from './use-archive.ts';

const rowId = (row: PlannerItem) => row.plannerItemId;
const rowName = (row: PlannerItem) => row.title;
const rowHref = (row: PlannerItem) => `/c/${row.companyId}/planner/${row.plannerItemId}`;

/** The same items as a table, by quarter; here archived ones are found again. Loads on first use. */
export default function PlannerList({
  company,
  items,
  quarters,
  search,
  onSearch,
  writable,
}: {
  company: PlannerClient;
  items: readonly PlannerItem[];
  quarters: readonly Quarter[];
  search: PlannerSearch;
  onSearch: (next: PlannerSearch) => void;
  writable: boolean;
}) {
  const { archive, restore } = useArchive();
  const archived = search.archived === true;
  const stored = useInfiniteQuery({ ...archiveQuery(company.companyId), enabled: archived });
  const rows = useMemo(
    () => (archived ? matching(stored.data?.pages.flatMap((page) => page.items) ?? [], search) : items),
    [archived, stored.data, search, items],
  );
  const groups = useMemo(() => plannerGroups(rows, quarters, company.currency), [rows, quarters, company.currency]);
  const { offered, hasActions, actionGroup } = useRecordList({ rows, rowId, refOf: itemRef });
  const rowMenu = (row: PlannerItem): MenuGroup[] => [
    actionGroup(row),
    {
      id: 'archive',
      items: !writable
        ? []
        : [
            row.isArchived
              ? { id: 'restore', label: 'Restore', icon: <ArchiveRestore aria-hidden />, onSelect: () => restore(row) }
              : { id: 'archive', label: 'Archive', icon: <Archive aria-hidden />, onSelect: () => archive(row) },
          ],
    },
  ];
  const filtered = Boolean(search.lane || search.status || search.q);
  const instead =
    archived && stored.error ? (
      <ErrorState error={stored.error} onRetry={() => void stored.refetch()} />
    ) : filtered ? (
      <FilterEmpty onClear={() => onSearch({ as: 'list', archived: search.archived })} />
    ) : (
      <EmptyState icon={<MapIcon aria-hidden />} title={archived ? 'Nothing is archived' : 'Nothing planned yet'}>
        {archived
          ? 'Items that were taken off the roadmap stand here and can be restored.'
          : 'Plan a finding, or add work by hand: each item stands here with its estimate.'}
      </EmptyState>
    );
  return (
    <>
      <div className="overflow-clip rounded-card border border-line bg-surface">
        <DataTable
          label={archived ? 'Archived planner items' : 'Planner items'}
          list="planner"
          frame="card"
          columns={plannerColumns}
          rows={rows}
          groups={groups}
          rowId={rowId}
          rowName={rowName}
          rowHref={rowHref}
          twoLine
          minWidth="52rem"
          state={archived && stored.isPending ? 'loading' : 'ready'}
          {...offered}
          {...(writable || hasActions ? { rowMenu } : {})}
          instead={instead}
        />
      </div>
      <div className="flex gap-2">
        {archived && stored.hasNextPage ? (
          <Button size="sm" busy={stored.isFetchingNextPage} onClick={() => void stored.fetchNextPage()}>
            Show more
          </Button>
        ) : null}
        {archived ? null : (
          <Button
            variant="quiet"
            size="sm"
            icon={<Archive aria-hidden />}
            onClick={() => onSearch({ ...search, archived: true })}
          >
            Show archived items
          </Button>
        )}
      </div>
    </>
  );
}
