import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react';
import type { DeviceDetail, DeviceRow } from '../../../shared/devices/device.ts';
import type { ChosenDevice } from '../../../shared/devices/several-devices.ts';
import { useMay } from '../../lib/session.ts';
import { AT_ONCE, DataTable } from '../../ui/data-table.tsx';
import { ListTools } from '../../ui/list-tools.tsx';
import { ListWithPanel, placeAmong } from '../../ui/list-with-panel.tsx';
import { useRecordActions } from '../../ui/record-actions.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import type { DeviceClient, PlannedAs, ReplaceDevices } from './device-client.ts';
import { deviceColumns } from './device-columns.tsx';
import { DeviceFilters, lensCount } from './device-filters.tsx';
import { deviceRef } from './device-ref.ts';
import { choiceOf, type DeviceSearch, isFiltered, peekedOf, rowIdOf } from './device-search.ts';
import { devicesQuery, figuresQuery } from './queries.ts';

const DeviceBulk = lazy(() => import('./device-bulk.tsx'));
const DevicePanel = lazy(() => import('./device-panel.tsx'));

export interface DeviceListProps {
  /** One client's devices; without it those of all clients. */
  companyId?: string;
  /** Client of a row, over all clients. Keep it stable. */
  clientName?: (companyId: string) => ReactNode;
  /** The client of the page; over all clients, the one whose device is open. */
  client?: DeviceClient;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  search: DeviceSearch;
  onSearch: (next: DeviceSearch, how: 'push' | 'replace') => void;
  replace: ReplaceDevices;
  /** What replaces the open device. */
  plannedAs: PlannedAs;
  /** What another feature knows of who uses a device. */
  userOf: (device: DeviceDetail) => ReactNode;
  /** What an empty list offers: to add a device, or to connect what knows them. */
  start?: ReactNode;
  head: (fact: string | undefined) => ReactNode;
}

const rowName = (row: DeviceRow) => row.name;
const rowTone = ({ retiredAt }: DeviceRow) => (retiredAt ? 'muted' : undefined);

/** Devices by name or by the end of their warranty; one opens beside the list. */
export function DeviceList(props: DeviceListProps) {
  const { companyId, clientName, client, search, onSearch } = props;
  const { peek, lens } = search;
  const may = useMay();
  /** All that match, once somebody meant them all. */
  const [gathered, setGathered] = useState<readonly ChosenDevice[]>([]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const query = useInfiniteQuery(devicesQuery(companyId, choiceOf(search)));
  const { data: figures } = useQuery({ ...figuresQuery(companyId ?? ''), enabled: companyId !== undefined });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  // Of the rows on screen, which stay while others load: the query then knows of no further ones.
  const goesOn = query.data?.pages.at(-1)?.cursor !== undefined;
  const columns = useMemo(() => deviceColumns(clientName), [clientName]);
  const rowId = useMemo(() => (row: DeviceRow) => rowIdOf(row, companyId), [companyId]);
  const sort = useMemo(() => ({ column: search.sort ?? 'name', descending: false }), [search.sort]);

  const filter = (next: DeviceSearch) => {
    setSelected(new Set());
    onSearch({ ...next, peek: undefined }, 'replace');
  };
  const peekAt = (id: string | undefined) => onSearch({ ...search, peek: id }, peek ? 'replace' : 'push');
  const ids = useMemo(() => rows.map(rowId), [rows, rowId]);
  const beside = placeAmong(ids, peek, peekAt);
  const peeked = peekedOf(peek, companyId);
  const narrowed = lens !== undefined || isFiltered(search);
  const shown = `${rows.length}${query.hasNextPage ? '+' : ''}`;
  const fact = !query.data
    ? undefined
    : narrowed && figures && lens !== 'retired'
      ? `${shown} of ${figures.devices}`
      : shown;

  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : query.hasNextPage ? (
    <EmptyState icon={<MonitorSmartphone aria-hidden />} title="Nothing matches so far">
      Show more looks through the devices that follow.
    </EmptyState>
  ) : narrowed ? (
    <FilterEmpty onClear={() => filter({})} />
  ) : (
    <EmptyState icon={<MonitorSmartphone aria-hidden />} title="No devices yet" action={props.start}>
      Computers, servers and network devices stand here with their age, their warranty and what replacing them costs.
    </EmptyState>
  );
  const actionsOf = useRecordActions();
  const rowMenu = useCallback((row: DeviceRow) => [{ id: 'records', items: actionsOf([deviceRef(row)]) }], [actionsOf]);
  const hasActions = rows.some((row) => actionsOf([deviceRef(row)]).length > 0);
  const selectable = may('devices:write') || may('planner:write') || hasActions;
  const here = new Set(ids);
  const chosen = [...rows, ...gathered.filter((device) => !here.has(rowIdOf(device, companyId)))].filter((device) =>
    selected.has(rowIdOf(device, companyId)),
  );
  const allTicked = rows.length > 0 && chosen.length === rows.length && query.hasNextPage;
  const matching = (isFiltered(search) ? undefined : figures && lensCount(lens ?? 'all', figures)) ?? 'uncounted';
  const selectAll = (all: readonly ChosenDevice[]) => {
    setGathered(all);
    setSelected(new Set(all.map((device) => rowIdOf(device, companyId))));
  };
  return (
    <ListWithPanel
      head={
        <>
          {props.head(fact)}
          <DeviceFilters
            search={search}
            onFilter={filter}
            rows={rows}
            figures={figures}
            fiscalYearStart={client?.fiscalYearStart}
            tools={<ListTools list="devices" columns={columns} companyId={companyId} filter={choiceOf(search)} />}
          />
        </>
      }
      more={query}
      panel={
        peeked ? (
          <DevicePanel
            key={peek}
            {...peeked}
            client={client?.companyId === peeked.companyId ? client : undefined}
            clientName={clientName?.(peeked.companyId)}
            people={props.people}
            replace={props.replace}
            plannedAs={props.plannedAs}
            userOf={props.userOf}
            {...beside}
          />
        ) : null
      }
    >
      <DataTable
        label="Devices"
        list="devices"
        columns={columns}
        rows={rows}
        virtual={rows.length > AT_ONCE || goesOn}
        rowId={rowId}
        rowName={rowName}
        rowTone={rowTone}
        twoLine
        minWidth={clientName ? '72rem' : '64rem'}
        sort={sort}
        onSort={({ column }) => filter({ ...search, sort: column === 'warranty' ? 'warranty' : undefined })}
        state={query.isPending ? 'loading' : query.isPlaceholderData || query.isRefetching ? 'stale' : 'ready'}
        instead={instead}
        {...(hasActions ? { rowMenu } : {})}
        {...(selectable ? { selected, onSelect: setSelected } : {})}
        peekedId={peek}
        onPeek={peekAt}
        bulk={
          <Suspense>
            <DeviceBulk
              devices={chosen}
              matching={companyId && allTicked ? matching : undefined}
              choice={choiceOf(search)}
              onAll={selectAll}
              retired={lens === 'retired'}
              client={companyId ? client : undefined}
              clientName={clientName}
              replace={props.replace}
              onClear={() => setSelected(new Set())}
            />
          </Suspense>
        }
      />
    </ListWithPanel>
  );
}
