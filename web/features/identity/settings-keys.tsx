import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, Plus } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { ApiKey } from '../../../shared/identity/api-key.ts';
import { RATE } from '../../../shared/kernel/rate.ts';
import { client } from '../../lib/api.ts';
import { Button } from '../../ui/button.tsx';
import type { Clients } from '../../ui/clients-field.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { MenuGroup } from '../../ui/menu-button.tsx';
import { MoreRows } from '../../ui/more-rows.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { DocsLink } from '../../ui/shown-once.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { toast } from '../../ui/toast.tsx';
import { keyColumns } from './key-columns.tsx';
import { apiKeysKey, apiKeysQuery, staffNamesQuery } from './queries.ts';
import { useCall } from './use-call.ts';

const NewKeyDialog = lazy(() => import('./new-key.tsx'));
const RenewKeyDialog = lazy(() => import('./renew-key.tsx'));
const RevokeKeyDialog = lazy(() => import('./revoke-key.tsx'));

/** What of the keys is shown stands in the URL. */
export interface KeysSearch {
  ended?: true;
  new?: true;
}

export interface KeysView {
  search: KeysSearch;
  onSearch: (next: KeysSearch) => void;
  clients: Clients;
}

const rowId = (row: ApiKey) => row.keyId;
const rowName = (row: ApiKey) => row.name;
const none: ApiKey[] = [];

/** The MSP's API keys, and what may be done about each. */
export default function KeysTab({ search, onSearch, clients }: KeysView) {
  const queryClient = useQueryClient();
  const call = useCall();
  const [renewing, setRenewing] = useState<ApiKey>();
  const [revoking, setRevoking] = useState<ApiKey>();
  const query = useInfiniteQuery(apiKeysQuery(search.ended ? 'ended' : 'active'));
  const staff = useQuery(staffNamesQuery()).data?.items;
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items) ?? none, [query.data]);
  const columns = useMemo(
    () => keyColumns(new Map(staff?.map(({ userId, name }) => [userId, name])), search.ended ?? false),
    [staff, search.ended],
  );
  const menu = (row: ApiKey): MenuGroup[] =>
    row.state === 'revoked'
      ? []
      : [
          { id: 'renew', items: [{ id: 'renew', label: 'Renew', onSelect: () => setRenewing(row) }] },
          { id: 'end', items: [{ id: 'revoke', label: 'Revoke', danger: true, onSelect: () => setRevoking(row) }] },
        ];
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => onSearch({ ...search, new: true })}>
      New key
    </Button>
  );
  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : search.ended ? (
    <EmptyState title="No key has ended">Keys that expired or were revoked stand here.</EmptyState>
  ) : (
    <EmptyState icon={<KeyRound aria-hidden />} title="No API key yet" action={add}>
      With a key another system reads your data, or changes it: a dashboard, your documentation, your own scripts.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Keys"
          options={[
            { value: 'active', label: 'In use' },
            { value: 'ended', label: 'Ended' },
          ]}
          value={search.ended ? 'ended' : 'active'}
          onChange={(next) => onSearch(next === 'ended' ? { ended: true } : {})}
        />
        <span className="ml-auto text-ink-3 text-meta max-sm:w-full">
          {RATE.requests} requests a minute for each key. <DocsLink part="guide">How to use the API</DocsLink>
        </span>
        {rows.length > 0 || search.ended ? add : null}
      </div>
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="API keys"
          frame="card"
          twoLine
          minWidth="48rem"
          columns={columns}
          rows={rows}
          rowId={rowId}
          rowName={rowName}
          rowMenu={menu}
          state={query.isPending ? 'loading' : query.isFetching ? 'stale' : 'ready'}
          instead={instead}
        />
        <MoreRows query={query} />
      </div>
      <Suspense>
        {search.new ? <NewKeyDialog clients={clients} onClose={() => onSearch({ ...search, new: undefined })} /> : null}
        {renewing ? <RenewKeyDialog apiKey={renewing} onClose={() => setRenewing(undefined)} /> : null}
        {revoking ? (
          <RevokeKeyDialog
            apiKey={revoking}
            onClose={() => setRevoking(undefined)}
            onConfirm={async ({ keyId, v, name }) => {
              await call(() => client.identity.revokeKey({ keyId, v }));
              await queryClient.invalidateQueries({ queryKey: apiKeysKey() });
              toast({ title: 'Revoked', detail: name });
            }}
          />
        ) : null}
      </Suspense>
    </div>
  );
}
