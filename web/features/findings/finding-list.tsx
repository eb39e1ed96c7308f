import { useInfiniteQuery } from '@tanstack/react-query';
import { ListChecks, MapPlus } from 'lucide-react';
import { lazy, type ReactNode, useCallback, useMemo, useState } from 'react';
import type { FindingRow } from '../../../shared/findings/finding.ts';
import { useMay } from '../../lib/session.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { counted } from '../../ui/format.ts';
import { ListTools } from '../../ui/list-tools.tsx';
import { ListWithPanel, placeAmong } from '../../ui/list-with-panel.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { refsOf, useRecordActions } from '../../ui/record-actions.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { FindingBulk } from './finding-bulk.tsx';
import { findingColumns, findingGroups } from './finding-columns.tsx';
import { FindingFilters } from './finding-filters.tsx';
import { findingRef } from './finding-ref.ts';
import { type FindingSearch, filterOf, peekedOf, rowIdOf } from './finding-search.ts';
import type { FindingClient, PlanFinding } from './planning.ts';
import { findingsQuery } from './queries.ts';
import { STATUSES } from './text.ts';

const FindingPanel = lazy(() => import('./finding-panel.tsx'));

export interface FindingListProps {
  /** One client's findings; without it those of all clients. */
  companyId?: string;
  /** Client of a row, over all clients. Keep it stable. */
  clientName?: (companyId: string) => ReactNode;
  /** The client of the page; over all clients, the one whose finding is open. */
  client?: FindingClient;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  search: FindingSearch;
  onSearch: (next: FindingSearch, how: 'push' | 'replace') => void;
  plan: PlanFinding;
}

const rowName = (row: FindingRow) => row.title;

/** What waits for a decision, worst first; one finding opens beside the list. */
export function FindingList(props: FindingListProps) {
  const { companyId, clientName, search, onSearch } = props;
  const { status = 'open', peek } = search;
  const may = useMay();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(findingsQuery(companyId, filterOf(search)));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const columns = useMemo(() => findingColumns(status, clientName), [status, clientName]);
  const groups = useMemo(() => findingGroups(rows), [rows]);
  const rowId = useMemo(() => (row: FindingRow) => rowIdOf(row, companyId), [companyId]);

  const filtered = Boolean(search.risk || search.source || search.q);
  const filter = (next: FindingSearch) => {
    setSelected(new Set());
    onSearch({ ...next, peek: undefined }, 'replace');
  };
  const peekAt = useCallback(
    (id: string | undefined) => onSearch({ ...search, peek: id }, search.peek ? 'replace' : 'push'),
    [search, onSearch],
  );
  const ids = groups.flatMap((group) => group.rows.map(rowId));
  const at = peek ? ids.indexOf(peek) : -1;
  const beside = placeAmong(ids, peek, peekAt);
  const peeked = peekedOf(peek, companyId);
  const clients = new Set(rows.map((row) => row.companyId)).size;
  const more = query.hasNextPage ? '+' : '';
  const fact = query.data
    ? `${rows.length}${more} ${STATUSES[status].fact}${companyId || rows.length === 0 ? '' : `, ${counted(clients, 'client')}`}`
    : undefined;

  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : filtered ? (
    <FilterEmpty onClear={() => filter({ status: search.status })} />
  ) : (
    <EmptyState
      icon={<ListChecks aria-hidden />}
      title={status === 'open' ? 'Nothing waits for a decision' : 'Nothing here'}
    >
      {STATUSES[status].none}
    </EmptyState>
  );
  const actionsOf = useRecordActions();
  const plannable = status === 'open' && may('planner:write');
  const selectable = plannable || rows.some((row) => actionsOf(refsOf([row], findingRef)).length > 0);
  const rowMenu = useCallback(
    (row: FindingRow): MenuGroup[] => {
      const open = () => peekAt(rowId(row));
      const plan = { id: 'plan', label: 'Add to planner', icon: <MapPlus aria-hidden />, onSelect: open };
      return [{ id: 'actions', items: [...(plannable ? [plan] : []), ...actionsOf(refsOf([row], findingRef))] }];
    },
    [plannable, peekAt, rowId, actionsOf],
  );
  const chosen = rows.filter((row) => selected.has(rowId(row)));
  return (
    <ListWithPanel
      head={
        <>
          <PageHead title="Findings" fact={fact} />
          <FindingFilters
            search={search}
            onFilter={filter}
            tools={<ListTools list="findings" columns={columns} companyId={companyId} filter={filterOf(search)} />}
          />
        </>
      }
      more={query}
      panel={
        peeked ? (
          <FindingPanel
            key={peek}
            {...peeked}
            client={props.client?.companyId === peeked.companyId ? props.client : undefined}
            clientName={clientName?.(peeked.companyId)}
            people={props.people}
            plan={props.plan}
            {...beside}
            onDecided={() => peekAt(ids[at + 1] ?? ids[at - 1])}
          />
        ) : null
      }
    >
      <DataTable
        label="Findings"
        list="findings"
        columns={columns}
        rows={rows}
        groups={groups}
        rowId={rowId}
        rowName={rowName}
        twoLine
        minWidth="34rem"
        state={query.isPending ? 'loading' : query.isPlaceholderData || query.isRefetching ? 'stale' : 'ready'}
        instead={instead}
        {...(selectable ? { rowMenu } : {})}
        {...(selectable ? { selected, onSelect: setSelected } : {})}
        peekedId={peek}
        onPeek={peekAt}
        bulk={
          <FindingBulk
            findings={chosen}
            plannable={plannable}
            client={companyId ? props.client : undefined}
            clientName={clientName}
            plan={props.plan}
            onClear={() => setSelected(new Set())}
          />
        }
      />
    </ListWithPanel>
  );
}
