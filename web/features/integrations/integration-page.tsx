import { PlugZap, RefreshCw } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { Integration } from '../../../shared/integrations/integration.ts';
import { vendorOf } from '../../../shared/integrations/vendors.ts';
import { client } from '../../lib/api.ts';
import { useMay } from '../../lib/session.ts';
import { RelativeTime } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { counted } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { CompanyChoices } from './company-choice.tsx';
import { IntegrationBadge } from './integration-badge.tsx';
import type { IntegrationTab } from './integration-columns.tsx';
import { useIntegration } from './queries.ts';
import { TenantsTab } from './tenants-tab.tsx';
import { awaitsTest, isTestable } from './testable.ts';
import { capital, setupSteps } from './text.ts';
import { TroubleCallout } from './trouble-callout.tsx';
import { useChange, useRefusal } from './use-change.ts';

const TestCallout = lazy(() => import('./test-callout.tsx'));
const SyncTab = lazy(() => import('./sync-tab.tsx'));
const RunHistory = lazy(() => import('./run-history.tsx'));
const SettingsTab = lazy(() => import('./settings-tab.tsx'));
const SecretDialog = lazy(() => import('./secret-dialog.tsx'));

/** What the address of an integration holds. */
export interface IntegrationSearch {
  tab?: IntegrationTab;
  /** The sync looked at; the newest unless one was chosen. */
  run?: string;
  /** Place in the history. */
  cursor?: string;
}

export interface IntegrationPageProps {
  integrationId: string;
  search: IntegrationSearch;
  onSearch: (next: IntegrationSearch) => void;
  companies: CompanyChoices;
  companyHref: (companyId: string) => string;
  findingsHref: string;
  /** After the disconnect: the integration is no longer worth a page. */
  onGone: () => void;
}

function Fact({ vendor, mapped, organisations, lastSyncedAt, nextSyncAt }: Integration) {
  const { organisation } = vendorOf(vendor);
  return (
    <>
      {organisations === 0 ? `No ${organisation} yet` : `${mapped} of ${counted(organisations, organisation)} mapped`}
      {lastSyncedAt ? (
        <>
          , synced <RelativeTime iso={lastSyncedAt} />
        </>
      ) : null}
      {nextSyncAt && mapped > 0 ? (
        <>
          , next <RelativeTime iso={nextSyncAt} />
        </>
      ) : null}
    </>
  );
}

/** One integration: whose data feeds whom, how syncing goes, what it did, and how it is set. */
export function IntegrationPage(props: IntegrationPageProps) {
  const { integrationId, search, onSearch } = props;
  const { tab = 'tenants' } = search;
  const manages = useMay()('integrations:manage');
  const { data: integration, error, refetch } = useIntegration(integrationId);
  if (error && !integration) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!integration) return <CardSkeleton label="Loading the integration" rows={8} />;

  const { name, state, trouble, mapped, runId, lastSyncedAt } = integration;
  const show = (next: IntegrationTab) => onSearch({ tab: next === 'tenants' ? undefined : next });
  const stopped = state === 'failed';
  const actions = manages && state !== 'leaving';
  return (
    <div className="flex flex-col gap-4">
      <PageHead
        crumbs={[{ label: 'Integrations', href: '/integrations' }]}
        title={name}
        badge={<IntegrationBadge integration={integration} />}
        fact={<Fact {...integration} />}
        actions={actions ? <TestButton integration={integration} /> : undefined}
        primary={
          actions && mapped > 0 && !stopped && state !== 'paused' && !(runId && tab === 'sync') ? (
            <SyncButton integration={integration} onStarted={() => show('sync')} />
          ) : undefined
        }
      />
      {lastSyncedAt || state === 'leaving' ? null : (
        <Steps label="Steps" steps={setupSteps(integration.vendor)} currentId={runId ? 'sync' : 'map'} />
      )}
      {state === 'leaving' ? (
        <Callout tone="info" title="Disconnecting">
          What this integration brought is being removed. The secret is gone already; nothing syncs any more.
        </Callout>
      ) : null}
      {trouble && state !== 'paused' && state !== 'leaving' && (stopped || tab !== 'sync') ? (
        <TroubleCallout
          trouble={trouble}
          stops={stopped}
          actions={
            manages && stopped ? (
              <Fix integration={integration} onSettings={() => show('settings')} />
            ) : trouble.code === 'vanished' ? (
              <Button onClick={() => show('sync')}>Look at the sync</Button>
            ) : undefined
          }
        />
      ) : null}
      {(integration.test || awaitsTest(integration)) && !(stopped && trouble) ? (
        <Suspense>
          <TestCallout integration={integration} />
        </Suspense>
      ) : null}
      <Tabs
        label={name}
        value={tab}
        onChange={show}
        tabs={[
          {
            value: 'tenants',
            label: capital(`${vendorOf(integration.vendor).organisation}s`),
            count: integration.organisations || undefined,
            panel: <TenantsTab {...props} integration={integration} onSyncing={() => show('sync')} />,
          },
          {
            value: 'sync',
            label: 'Sync',
            panel: (
              <Suspense fallback={<CardSkeleton label="Loading the sync" rows={8} />}>
                <SyncTab {...props} integration={integration} />
              </Suspense>
            ),
          },
          {
            value: 'history',
            label: 'History',
            panel: (
              <Suspense fallback={<CardSkeleton label="Loading the history" rows={8} />}>
                <RunHistory {...props} />
              </Suspense>
            ),
          },
          {
            value: 'settings',
            label: 'Settings',
            panel: (
              <Suspense fallback={<CardSkeleton label="Loading the settings" rows={8} className="max-w-160" />}>
                <SettingsTab integration={integration} onGone={props.onGone} />
              </Suspense>
            ),
          },
        ]}
      />
    </div>
  );
}

/** The way out of a trouble of the credential: a new secret, or the settings that are wrong. */
function Fix({ integration, onSettings }: { integration: Integration; onSettings: () => void }) {
  const [open, setOpen] = useState(false);
  const code = integration.trouble?.code;
  if (code !== 'secret-refused' && code !== 'secret-unreadable')
    return <Button onClick={onSettings}>Open settings</Button>;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        Enter new secret
      </Button>
      <Suspense>{open ? <SecretDialog integration={integration} onClose={() => setOpen(false)} /> : null}</Suspense>
    </>
  );
}

function TestButton({ integration }: { integration: Integration }) {
  const { integrationId, test } = integration;
  const change = useChange(integrationId);
  const refuse = useRefusal();
  if (!isTestable(integration)) return null;
  return (
    <Button
      icon={<PlugZap aria-hidden />}
      busy={test?.state === 'running'}
      onClick={() => void change(() => client.integrations.test({ integrationId })).catch(refuse)}
    >
      Test connection
    </Button>
  );
}

function SyncButton({ integration, onStarted }: { integration: Integration; onStarted: () => void }) {
  const { integrationId, runId } = integration;
  const [busy, setBusy] = useState(false);
  const change = useChange(integrationId);
  const refuse = useRefusal();
  const start = async () => {
    setBusy(true);
    try {
      await change(() => client.integrations.syncNow({ integrationId }));
      onStarted();
    } catch (error) {
      refuse(error);
    } finally {
      setBusy(false);
    }
  };
  if (runId) return <Button onClick={onStarted}>Watch the sync</Button>;
  return (
    <Button variant="primary" icon={<RefreshCw aria-hidden />} busy={busy} onClick={start}>
      Sync now
    </Button>
  );
}
