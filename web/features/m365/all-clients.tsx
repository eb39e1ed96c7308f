import { useQuery } from '@tanstack/react-query';
import { Cloud, SlidersHorizontal } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ListTools } from '../../ui/list-tools.tsx';
import { useLocale } from '../../ui/locale.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Pager } from '../../ui/pager.tsx';
import { SearchBox } from '../../ui/search-box.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { useTrail } from '../../ui/use-trail.ts';
import { companyColumns } from './company-columns.tsx';
import { companiesQuery, PAGE } from './queries.ts';

const SettingsDialog = lazy(() => import('./settings-dialog.tsx'));

/** Microsoft 365 over all clients: the score, the seats and the waste of each, one press from its page. */
export function AllClients({
  search,
  onSearch,
  hrefOf,
  connect,
}: {
  search: { q?: string; cursor?: string };
  onSearch: (next: { q?: string; cursor?: string }) => void;
  hrefOf: (companyId: string) => string;
  /** The way to connect, shown while no client has data. */
  connect: ReactNode;
}) {
  const { q, cursor } = search;
  const { locale } = useLocale();
  const may = useMay();
  const [settings, setSettings] = useState(false);
  const { data, error, refetch, isPending, isPlaceholderData } = useQuery(companiesQuery(q, cursor));
  const trail = useTrail({ cursor, next: data?.cursor, size: PAGE, show: (next) => onSearch({ q, cursor: next }) });
  const columns = useMemo(() => companyColumns(locale), [locale]);
  const rows = useMemo(() => data?.items ?? [], [data]);
  const nobody = rows.length > 0 && !q && !trail.onNewer && rows.every(({ figures }) => !figures);
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : q ? (
    <FilterEmpty onClear={() => onSearch({})} />
  ) : (
    <EmptyState icon={<Cloud aria-hidden />} title="No client yet">
      Add a client on the overview first; then connect Microsoft 365.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title="Microsoft 365"
        fact="Secure Score, licences and users of each client"
        actions={
          may('m365:write') ? (
            <Button icon={<SlidersHorizontal aria-hidden />} onClick={() => setSettings(true)}>
              Prices and limits
            </Button>
          ) : undefined
        }
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SearchBox
          label="Filter clients by name"
          placeholder="Filter by name"
          value={q ?? ''}
          onChange={(text) => {
            trail.restart();
            onSearch({ ...search, cursor: undefined, q: text || undefined });
          }}
          className="w-64 max-sm:w-full"
        />
        <ListTools list="m365-companies" columns={columns} />
      </div>
      {nobody ? (
        <div className="rounded-card border border-line bg-surface">
          <EmptyState
            icon={<Cloud aria-hidden />}
            title="No Microsoft 365 tenant is synced yet"
            action={connect}
            className="py-8"
          >
            Connect it once and map each tenant to its client; scores, licences and users stand here after the first
            sync.
          </EmptyState>
        </div>
      ) : null}
      <div className="overflow-hidden rounded-card border border-line bg-surface">
        <DataTable
          label="Clients"
          list="m365-companies"
          frame="card"
          twoLine
          minWidth="60rem"
          columns={columns}
          rows={rows}
          rowId={({ companyId }) => companyId}
          rowName={({ name }) => name}
          rowHref={({ companyId }) => hrefOf(companyId)}
          state={isPending ? 'loading' : isPlaceholderData ? 'stale' : 'ready'}
          instead={instead}
        />
        {trail.onNewer || trail.onOlder ? (
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
      <Suspense>{settings ? <SettingsDialog onClose={() => setSettings(false)} /> : null}</Suspense>
    </div>
  );
}
