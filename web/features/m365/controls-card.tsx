import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Control } from '../../../shared/m365/control.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FacetFilter } from '../../ui/facet-filter.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { ListTools } from '../../ui/list-tools.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { ListCount } from '../../ui/pager.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { useRecordList } from '../../ui/use-record-list.tsx';
import { controlColumns } from './control-columns.tsx';
import { controlRef } from './m365-refs.ts';
import { controlChoice, type M365Search } from './m365-search.ts';
import { CATEGORY_ORDER, CONTROL_STATE_ORDER } from './orders.ts';
import type { TabProps } from './overview-tab.tsx';
import { controlsQuery } from './queries.ts';
import { CONTROL_STATES, TIER_ORDER } from './text.ts';

const ORDERS = [
  { value: 'open', label: 'Open first' },
  { value: 'points', label: 'By points' },
  { value: 'category', label: 'By category' },
] as const;

const FACETS = [
  { name: 'tier', label: 'Tier', options: TIER_ORDER.map((value) => ({ value, label: value })) },
  { name: 'category', label: 'Category', options: CATEGORY_ORDER.map((value) => ({ value, label: value })) },
  {
    name: 'status',
    label: 'Status',
    options: CONTROL_STATE_ORDER.map((value) => ({ value, label: CONTROL_STATES[value].word })),
  },
] as const;

const rowId = ({ controlId }: Control) => controlId;

/** Every control that the tenant is scored on, filtered and ordered by the address. */
export function ControlsCard({
  companyId,
  search,
  onSearch,
  raised,
  hrefs,
  onShow,
}: TabProps & { onShow: (controlId: string | undefined) => void }) {
  const { locale } = useLocale();
  const query = useInfiniteQuery(controlsQuery(companyId, controlChoice(search)));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const columns = useMemo(() => controlColumns({ locale, raised, hrefs }), [locale, raised, hrefs]);
  const { offered } = useRecordList({
    rows,
    rowId,
    refOf: (control) => controlRef(companyId, control),
  });
  const filtered = Boolean(search.tier || search.category || search.status);
  const filter = (next: Partial<M365Search>) => onSearch({ ...search, control: undefined, ...next }, 'replace');
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-2 border-line border-b pr-3.5 pb-2 max-lg:pl-3.5 lg:py-1">
        <CardHead
          title="Controls"
          fact={query.data ? <ListCount shown={rows.length} total={query.data.pages[0]?.total} /> : undefined}
          className="flex-1 max-lg:basis-full max-lg:px-0"
        />
        {FACETS.map(({ name, label, options }) => {
          const chosen = search[name];
          return chosen ? (
            <FilterChip
              key={name}
              label={label}
              value={options.find(({ value }) => value === chosen)?.label ?? chosen}
              onRemove={() => filter({ [name]: undefined })}
            />
          ) : (
            <FacetFilter
              key={name}
              label={label}
              options={options}
              value={[]}
              onChange={([next]) => filter({ [name]: next })}
            />
          );
        })}
        <Segmented
          label="Order"
          options={ORDERS}
          value={search.order ?? 'open'}
          onChange={(next) => filter({ order: next === 'open' ? undefined : next })}
        />
        <ListTools list="m365-controls" columns={columns} />
      </div>
      <DataTable
        label="Controls"
        list="m365-controls"
        frame="card"
        minWidth="56rem"
        columns={columns}
        rows={rows}
        rowId={rowId}
        {...offered}
        rowName={({ title }) => title}
        peekedId={search.control}
        onPeek={onShow}
        state={query.isPending ? 'loading' : query.isPlaceholderData ? 'stale' : 'ready'}
        instead={
          query.error ? (
            <ErrorState error={query.error} onRetry={() => void query.refetch()} />
          ) : filtered ? (
            <FilterEmpty onClear={() => filter({ tier: undefined, category: undefined, status: undefined })} />
          ) : (
            <EmptyState title="No controls yet">
              The next sync brings the controls that the tenant is scored on.
            </EmptyState>
          )
        }
      />
      {query.hasNextPage ? (
        <div className="flex justify-center border-line border-t py-2">
          <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            Show more
          </Button>
        </div>
      ) : null}
    </Card>
  );
}
