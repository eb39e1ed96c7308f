import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import type { M365UserRow, UserKind } from '../../../shared/m365/user.ts';
import { Card } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { FacetFilter } from '../../ui/facet-filter.tsx';
import { FilterChip } from '../../ui/filter-chip.tsx';
import { ListTools } from '../../ui/list-tools.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { useTrail } from '../../ui/use-trail.ts';
import { WithoutP1 } from './m365-page.tsx';
import { type M365Search, userChoice } from './m365-search.ts';
import type { TabProps } from './overview-tab.tsx';
import { licencesQuery, PAGE, usersQuery } from './queries.ts';
import { userColumns } from './user-columns.tsx';

const UserPanel = lazy(() => import('./user-panel.tsx'));

const ACCOUNTS = [
  { value: 'enabled', label: 'Enabled' },
  { value: 'disabled', label: 'Disabled' },
  { value: 'any', label: 'All' },
] as const;
const KINDS = [
  { value: 'member', label: 'Members' },
  { value: 'guest', label: 'Guests' },
];

const rowId = (row: M365UserRow) => row.userKey;
const rowName = (row: M365UserRow) => row.name;
const rowTone = ({ enabled }: M365UserRow) => (enabled ? undefined : 'muted');

/** The accounts of a tenant: who they are, what they hold, when they last came, how they sign in. */
export default function UsersTab({ companyId, figures, search, onSearch, hrefs }: TabProps) {
  const { accounts, kind, licence, q, cursor } = search;
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(usersQuery(companyId, userChoice(search)));
  const licences = useQuery(licencesQuery(companyId)).data;
  const columns = useMemo(() => userColumns(licences?.currency ?? 'USD'), [licences?.currency]);
  const rows = useMemo(() => data?.items ?? [], [data]);
  const show = (next: string | undefined) => onSearch({ ...search, cursor: next }, 'replace');
  const trail = useTrail({ cursor, next: data?.cursor, size: PAGE, show });
  const open = (user: string | undefined) => onSearch({ ...search, user }, search.user ? 'replace' : 'push');
  const filter = (next: Partial<M365Search>) => {
    trail.restart();
    onSearch({ ...search, cursor: undefined, user: undefined, ...next }, 'replace');
  };
  // Who came by a link to a later page goes back to the first.
  const onNewer = trail.onNewer ?? (cursor ? () => show(undefined) : undefined);
  const skus = (licences?.items ?? []).map(({ partNumber, name }) => ({ value: partNumber, label: name }));
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : accounts || kind || licence || q ? (
    <FilterEmpty onClear={() => filter({ accounts: undefined, kind: undefined, licence: undefined, q: undefined })} />
  ) : (
    <EmptyState title="No users">Microsoft lists no enabled account in this tenant.</EmptyState>
  );
  return (
    <div className="flex flex-col gap-4">
      {figures.secondFactorPercent === undefined && figures.users > 0 ? <WithoutP1 href={hrefs.sync} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Accounts"
          options={ACCOUNTS}
          value={accounts ?? 'enabled'}
          onChange={(next) => filter({ accounts: next === 'enabled' ? undefined : next })}
        />
        {kind ? (
          <FilterChip
            label="Kind"
            value={kind === 'member' ? 'Members' : 'Guests'}
            onRemove={() => filter({ kind: undefined })}
          />
        ) : (
          <FacetFilter
            label="Kind"
            options={KINDS}
            value={[]}
            onChange={([next]) => filter({ kind: next as UserKind | undefined })}
          />
        )}
        {licence ? (
          <FilterChip
            label="Licence"
            value={skus.find(({ value }) => value === licence)?.label ?? licence}
            onRemove={() => filter({ licence: undefined })}
          />
        ) : (
          <FacetFilter label="Licence" options={skus} value={[]} onChange={([next]) => filter({ licence: next })} />
        )}
        <SearchBox
          label="Filter users by name"
          placeholder="Name or sign-in name"
          value={q ?? ''}
          onChange={(text) => filter({ q: text || undefined })}
          className="ml-auto w-56 max-sm:w-full"
        />
        <ListTools
          list="m365-users"
          columns={columns}
          companyId={companyId}
          filter={userChoice({ ...search, cursor: undefined })}
        />
      </div>
      <Card aria-label="Users">
        <DataTable
          label="Users"
          list="m365-users"
          frame="card"
          twoLine
          minWidth="58rem"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          peekedId={search.user}
          onPeek={open}
          rowTone={rowTone}
          state={isPending ? 'loading' : isPlaceholderData ? 'stale' : 'ready'}
          instead={instead}
        />
        {onNewer || trail.onOlder ? (
          <Pager
            from={rows.length === 0 ? trail.from : trail.from + 1}
            to={trail.from + rows.length}
            newer="Before"
            older="Next"
            onNewer={onNewer}
            onOlder={trail.onOlder}
          />
        ) : null}
      </Card>
      <Suspense>
        {search.user ? (
          <UserPanel
            key={search.user}
            companyId={companyId}
            userKey={search.user}
            currency={licences?.currency ?? 'USD'}
            deviceHref={hrefs.device}
            onClose={() => open(undefined)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
