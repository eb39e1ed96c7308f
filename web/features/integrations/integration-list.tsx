import { useQuery } from '@tanstack/react-query';
import { Plug, Plus } from 'lucide-react';
import { useMay } from '../../lib/session.ts';
import { Card, CardHead } from '../../ui/card.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { counted } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { fixTab, integrationColumns, integrationHref } from './integration-columns.tsx';
import { catalogueQuery, integrationsQuery } from './queries.ts';
import { worstFirst } from './text.ts';
import { TroubleCallout } from './trouble-callout.tsx';
import { VendorLine } from './vendor-mark.tsx';

const columns = integrationColumns();
const connectHref = (vendor: string) => `/integrations/connect?vendor=${vendor}`;

/** What is connected, failing ones first with the way out, and what can be. */
export function IntegrationList() {
  const may = useMay();
  const manages = may('integrations:manage');
  const { data, error, isPending, isRefetching, refetch } = useQuery(integrationsQuery());
  const offered = useQuery(catalogueQuery()).data?.items ?? [];
  const items = worstFirst(data?.items ?? []);
  const [first] = offered;
  const troubled = items.filter(({ trouble, state }) => trouble && (state === 'failed' || state === 'degraded'));
  const connected = new Set(items.map(({ vendor }) => vendor));
  const instead = error ? (
    <ErrorState error={error} onRetry={() => void refetch()} />
  ) : (
    <EmptyState
      icon={<Plug aria-hidden />}
      title="Nothing is connected yet"
      action={
        manages && first ? (
          <LinkButton variant="primary" icon={<Plus aria-hidden />} href={connectHref(first.vendor)}>
            Connect {first.name}
          </LinkButton>
        ) : undefined
      }
    >
      A connected system fills the pages of your clients by itself: what they have, what it costs, and what needs a
      decision.
    </EmptyState>
  );
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        title="Integrations"
        fact={data ? `${items.length} connected, ${offered.length - connected.size} available` : undefined}
      />
      {troubled.map((integration) => {
        const { integrationId, name, state, trouble } = integration;
        return trouble ? (
          <TroubleCallout
            key={integrationId}
            trouble={trouble}
            subject={name}
            stops={state === 'failed'}
            actions={
              <>
                <LinkButton href={integrationHref(integrationId, 'history')}>See the runs</LinkButton>
                {manages ? (
                  <LinkButton variant="primary" href={integrationHref(integrationId, fixTab(integration))}>
                    {trouble.code === 'secret-refused' || trouble.code === 'secret-unreadable'
                      ? 'Enter new secret'
                      : 'Fix'}
                  </LinkButton>
                ) : null}
              </>
            }
          />
        ) : null;
      })}
      <Card>
        <CardHead title="Connected" fact={items.length > 0 ? counted(items.length, 'integration') : undefined} ruled />
        <DataTable
          label="Connected integrations"
          frame="card"
          twoLine
          columns={columns}
          rows={items}
          rowId={({ integrationId }) => integrationId}
          rowName={({ name }) => name}
          rowHref={({ integrationId }) => integrationHref(integrationId)}
          state={isPending ? 'loading' : isRefetching && !data ? 'stale' : 'ready'}
          instead={instead}
        />
      </Card>
      <Card>
        <CardHead title="Available" ruled />
        <ul className="grid divide-line sm:grid-cols-2 xl:grid-cols-3">
          {offered.map(({ vendor, name, provides }) => (
            <li key={vendor} className="flex items-center gap-3 px-3.5 py-2.5">
              <div className="min-w-0 flex-1">
                <VendorLine name={name} detail={provides} />
              </div>
              {manages ? (
                <LinkButton
                  size="sm"
                  icon={<Plus aria-hidden />}
                  href={connectHref(vendor)}
                  aria-label={connected.has(vendor) ? `Add another ${name}` : `Connect ${name}`}
                >
                  {connected.has(vendor) ? 'Add another' : 'Connect'}
                </LinkButton>
              ) : null}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
