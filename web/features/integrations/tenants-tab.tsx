import { useInfiniteQuery } from '@tanstack/react-query';
import { ArrowRight, Building2 } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import type { Integration } from '../../../shared/integrations/integration.ts';
import { vendorOf } from '../../../shared/integrations/vendors.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { counted } from '../../ui/format.ts';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import type { Choice } from './company-choice.tsx';
import { DoubtCard } from './doubt-card.tsx';
import type { IntegrationPageProps } from './integration-page.tsx';
import { isRecent, LIVE_MS, organisationsQuery } from './queries.ts';
import { useTenantActions } from './tenant-actions.tsx';
import { tenantColumns } from './tenant-columns.tsx';
import { type Draft, matchOf, readyToMap } from './tenant-draft.ts';
import { article, capital } from './text.ts';
import { useMapping } from './use-mapping.ts';

const AddTenantCard = lazy(() => import('./add-tenant.tsx'));
const ConsentCard = lazy(() => import('./consent-card.tsx'));

function noTenant({ vendor, homeTenant, test }: Integration): string {
  const { organisation, organisationsAre } = vendorOf(vendor);
  if (organisationsAre === 'listed') return `The ${organisation}s stand here once the connection test has passed.`;
  if (!homeTenant) {
    return 'Add the first tenant by its ID or a domain, or enter your own tenant in the settings to read your partner list.';
  }
  return test?.state === 'passed'
    ? 'Your partner list names no tenant. Add each one by its ID or a domain.'
    : 'The tenants of your partner list stand here once the connection test has passed.';
}

/** Which tenant feeds which client: guesses with their reasons, the doubtful ones to be checked, the rest left out. */
export function TenantsTab({
  integration,
  companies,
  companyHref,
  onSyncing,
}: Pick<IntegrationPageProps, 'companies' | 'companyHref'> & { integration: Integration; onSyncing: () => void }) {
  const { integrationId, lastSyncedAt, runId } = integration;
  const { organisation, organisationsAre } = vendorOf(integration.vendor);
  const manages = useMay()('integrations:manage') && integration.state !== 'leaving';
  const [draft, setDraft] = useState<Draft>(new Map());
  const query = useInfiniteQuery({
    ...organisationsQuery(integrationId),
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) =>
        page.items.some((row) => row.leaving || (row.state === 'unchecked' && isRecent(row.createdAt))),
      )
        ? LIVE_MS
        : false,
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const choose = useMemo(
    () => (organisationId: string, choice: Choice) => setDraft((now) => new Map(now).set(organisationId, choice)),
    [],
  );
  const columns = useMemo(
    () => tenantColumns({ organisation, draft, choose, companies, companyHref, manages }),
    [organisation, draft, choose, companies, companyHref, manages],
  );
  const { menu, dialog } = useTenantActions(integration);
  const ready = readyToMap(rows, draft);
  const { map, progress } = useMapping(integrationId, onSyncing);
  const doubtful = rows.filter((row) => matchOf(row, draft) === 'check');
  const refused = rows.filter(
    ({ trouble }) => trouble?.code === 'consent-missing' || trouble?.code === 'permission-missing',
  );
  const firstSync = !lastSyncedAt && !runId;

  const instead = query.error ? (
    <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <EmptyState icon={<Building2 aria-hidden />} title={`No ${organisation} yet`}>
      {noTenant(integration)}
    </EmptyState>
  );
  return (
    <div className="grid items-start gap-4 min-[87rem]:grid-cols-[minmax(0,1fr)_19rem]">
      <Card>
        <CardHead
          title={`Which client is which ${organisation}`}
          fact={rows.length > 0 ? counted(rows.length, organisation) : undefined}
          ruled
        />
        <DataTable
          label={capital(`${organisation}s`)}
          frame="card"
          twoLine
          minWidth="46rem"
          columns={columns}
          rows={rows}
          rowId={(row) => row.organisationId}
          rowName={(row) => row.name}
          rowTone={(row) => (matchOf(row, draft) === 'check' ? 'warn' : undefined)}
          rowMenu={manages ? menu : undefined}
          state={query.isPending ? 'loading' : 'ready'}
          instead={instead}
        />
        {query.hasNextPage ? (
          <div className="flex justify-center border-line border-t py-2">
            <Button size="sm" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              Show more
            </Button>
          </div>
        ) : null}
        {manages && rows.length > 0 ? (
          <footer className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-line border-t px-3.5 py-3">
            <p className="mr-auto text-ink-3 text-meta">
              {`${capital(article(organisation))} feeds one client.`} Those without a client are left out; you can
              change it later.
            </p>
            {ready.length > 0 ? (
              <Button variant="primary" busy={progress !== undefined} onClick={() => void map(ready, firstSync)}>
                {progress ??
                  (firstSync
                    ? `Connect ${ready.length} and start first sync`
                    : `Connect ${counted(ready.length, organisation)}`)}
                {progress ? null : <ArrowRight aria-hidden />}
              </Button>
            ) : null}
          </footer>
        ) : null}
      </Card>
      <div className="flex min-w-0 flex-col gap-4">
        {manages
          ? doubtful.map((row) => (
              <DoubtCard key={row.organisationId} noun={organisation} organisation={row} onChoose={choose} />
            ))
          : null}
        {manages && organisationsAre === 'named' ? (
          <Suspense fallback={<CardSkeleton label="Loading the form" rows={3} />}>
            <AddTenantCard integrationId={integrationId} />
          </Suspense>
        ) : null}
        {refused.length > 0 ? (
          <Suspense fallback={<CardSkeleton label="Loading the consent" rows={3} />}>
            <ConsentCard integration={integration} organisations={refused} />
          </Suspense>
        ) : null}
      </div>
      {dialog}
    </div>
  );
}
