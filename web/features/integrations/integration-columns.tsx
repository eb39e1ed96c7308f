import type { Integration } from '../../../shared/integrations/integration.ts';
import { vendorOf } from '../../../shared/integrations/vendors.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { counted } from '../../ui/format.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import type { Column } from '../../ui/table-model.ts';
import { IntegrationBadge } from './integration-badge.tsx';
import { VendorLine } from './vendor-mark.tsx';

export type IntegrationTab = 'tenants' | 'sync' | 'history' | 'settings';

/** Address of an integration, or of one of its tabs. */
export function integrationHref(integrationId: string, tab: IntegrationTab = 'tenants'): string {
  return `/integrations/${integrationId}${tab === 'tenants' ? '' : `?tab=${tab}`}`;
}

function Reaches({ vendor, mapped, organisations, trouble, state }: Integration) {
  const { organisation } = vendorOf(vendor);
  if (organisations === 0) return <span className="text-ink-3">No {organisation} yet</span>;
  return (
    <CellLines
      first={`${mapped} of ${counted(organisations, organisation)}`}
      second={state === 'degraded' ? trouble?.cause : undefined}
      tone="warn"
    />
  );
}

function Next({ state, runId, nextSyncAt }: Integration) {
  if (runId) return 'after this';
  if (state === 'paused') return 'paused';
  return nextSyncAt ? <RelativeTime iso={nextSyncAt} /> : <span className="text-ink-3">not planned</span>;
}

/** The tab where a trouble is put right. */
export function fixTab({ state, trouble }: Integration): IntegrationTab {
  if (state === 'failed') return 'settings';
  return trouble?.code === 'vanished' ? 'sync' : 'tenants';
}

function GoTo(integration: Integration) {
  const { integrationId, name, state, runId } = integration;
  const fix = state === 'failed' || state === 'degraded';
  const word = runId ? 'Watch' : fix ? 'Fix' : 'Manage';
  const tab = runId ? 'sync' : fix ? fixTab(integration) : 'tenants';
  return (
    <LinkButton size="sm" className="w-18" href={integrationHref(integrationId, tab)} aria-label={`${word} ${name}`}>
      {word}
    </LinkButton>
  );
}

export function integrationColumns(): Column<Integration>[] {
  return [
    {
      id: 'name',
      header: 'Integration',
      width: 'minmax(14rem,3fr)',
      cell: ({ name, secret }) => (
        <VendorLine name={name} detail={secret.configured ? `Secret ends in ${secret.last4}` : 'No secret'} />
      ),
    },
    {
      id: 'state',
      header: 'State',
      width: '9rem',
      phone: 'status',
      cell: (row) => <IntegrationBadge integration={row} />,
    },
    { id: 'reaches', header: 'Reaches', width: 'minmax(9rem,2fr)', cell: (row) => <Reaches {...row} /> },
    {
      id: 'synced',
      header: 'Last synced',
      width: 'minmax(7rem,1fr)',
      cell: ({ lastSyncedAt, runId, state }) =>
        runId ? (
          'running'
        ) : lastSyncedAt ? (
          <RelativeTime iso={lastSyncedAt} className={state === 'failed' ? 'font-medium text-bad' : ''} />
        ) : (
          <span className="text-ink-3">never</span>
        ),
    },
    { id: 'next', header: 'Next', width: 'minmax(6rem,1fr)', phone: 'hidden', cell: (row) => <Next {...row} /> },
    {
      id: 'go',
      header: 'Go to',
      width: '5.5rem',
      align: 'end',
      phone: 'hidden',
      cell: (row) => <GoTo {...row} />,
    },
  ];
}
