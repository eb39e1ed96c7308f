import { useQuery } from '@tanstack/react-query';
import { Cloud } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import type { M365Overview } from '../../../shared/m365/overview.ts';
import { DateText, RelativeTime } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Card } from '../../ui/card.tsx';
import { LinkButton, TextLink } from '../../ui/link-button.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { CardSkeleton, StatStripSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import type { M365Search, M365Tab } from './m365-search.ts';
import { OverviewTab } from './overview-tab.tsx';
import { overviewQuery } from './queries.ts';
import type { M365Hrefs, Raised, Source } from './raised.ts';

// The overview is shown without them, and without the tables that they stand on.
const ScoreTab = lazy(() => import('./score-tab.tsx'));
const LicencesTab = lazy(() => import('./licences-tab.tsx'));
const UsersTab = lazy(() => import('./users-tab.tsx'));

export interface M365PageProps {
  companyId: string;
  search: M365Search;
  onSearch: (next: M365Search, how?: 'push' | 'replace') => void;
  /** Findings of this tenant that are open or planned. */
  raised: readonly Raised[];
  source: Source;
  hrefs: M365Hrefs;
  /** Whether the person may connect a tenant. */
  connects: boolean;
  /** A status of a control was set: findings may follow. */
  onDecided: () => void;
}

function Age({ figures, source }: { figures: M365Overview['figures']; source: Source }) {
  return (
    <>
      {figures?.scoreDate ? (
        <>
          Microsoft's reading of <DateText iso={figures.scoreDate} year={false} />
        </>
      ) : (
        'No reading of Microsoft yet'
      )}
      {source.running ? (
        ', syncing now'
      ) : source.syncedAt ? (
        <>
          , synced <RelativeTime iso={source.syncedAt} />
        </>
      ) : null}
    </>
  );
}

const later = (what: string, tab: ReactNode) => (
  <Suspense fallback={<CardSkeleton label={`Loading ${what}`} rows={10} />}>{tab}</Suspense>
);

/** A client's Microsoft 365: overview, Secure Score, licences and users, with the age of all of it. */
export function M365Page(props: M365PageProps) {
  const { companyId, search, onSearch, source, hrefs } = props;
  const { data, error, refetch } = useQuery(overviewQuery(companyId));
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) {
    return (
      <div className="flex flex-col gap-4">
        <StatStripSkeleton label="Loading Microsoft 365" />
        <CardSkeleton label="Loading Microsoft 365" rows={8} />
      </div>
    );
  }
  const { connection, figures } = data;
  const frame = (body: ReactNode, badge?: ReactNode) => (
    <div className="flex flex-col gap-4">
      <PageHead
        title="Microsoft 365"
        badge={badge}
        fact={connection.state === 'not-connected' ? undefined : <Age figures={figures} source={source} />}
      />
      {source.trouble ? (
        <Callout
          title={source.trouble}
          actions={hrefs.sync ? <LinkButton href={hrefs.sync}>Open the integration</LinkButton> : undefined}
        >
          What stands here is from the last sync that worked. Nothing was deleted.
        </Callout>
      ) : null}
      {body}
    </div>
  );
  if (connection.state === 'not-connected') return frame(<NotConnected {...props} />);
  if (connection.state === 'leaving') {
    return frame(
      <Callout tone="info" title="This tenant is being disconnected">
        What was synced for this client is being removed.
      </Callout>,
      <Badge tone="busy">Disconnecting</Badge>,
    );
  }
  if (!figures) return frame(<NotSynced tenant={connection.tenant} running={source.running} href={hrefs.sync} />);
  const tabs = { ...props, figures };
  return frame(
    <Tabs<M365Tab>
      label="Microsoft 365"
      value={search.tab ?? 'overview'}
      onChange={(tab) => onSearch({ tab: tab === 'overview' ? undefined : tab }, 'push')}
      tabs={[
        { value: 'overview', label: 'Overview', panel: <OverviewTab {...tabs} /> },
        {
          value: 'score',
          label: 'Secure Score',
          panel: later('Secure Score', <ScoreTab {...tabs} />),
        },
        {
          value: 'licences',
          label: 'Licences',
          count: figures.licences,
          panel: later('licences', <LicencesTab {...tabs} />),
        },
        {
          value: 'users',
          label: 'Users',
          count: figures.users + figures.guests,
          panel: later('users', <UsersTab {...tabs} />),
        },
      ]}
    />,
  );
}

function NotConnected({ connects, hrefs }: M365PageProps) {
  return (
    <Card aria-label="Not connected">
      <EmptyState
        icon={<Cloud aria-hidden />}
        title="No Microsoft 365 tenant feeds this client"
        action={
          connects ? (
            <LinkButton variant="primary" href={hrefs.connect}>
              Connect Microsoft 365
            </LinkButton>
          ) : undefined
        }
      >
        {connects
          ? 'Map the tenant of this client, and its Secure Score, licences and users stand here after the next sync.'
          : 'Ask an administrator to connect the tenant of this client; its Secure Score, licences and users stand here then.'}
      </EmptyState>
    </Card>
  );
}

function NotSynced({ tenant, running, href }: { tenant?: string; running?: boolean; href?: string }) {
  return (
    <Card aria-label="Not synced yet">
      <EmptyState
        icon={<Cloud aria-hidden />}
        title={running ? 'The first sync is under way' : 'Nothing was synced yet'}
        action={href ? <LinkButton href={href}>{running ? 'Watch the sync' : 'Go to the sync'}</LinkButton> : undefined}
      >
        {tenant ? `${tenant} feeds this client. ` : ''}Figures stand here when its first sync has ended.
      </EmptyState>
    </Card>
  );
}

/** What a tenant without Entra ID P1 does not tell, and what follows. */
export function WithoutP1({ href }: { href?: string }) {
  return (
    <Callout tone="info" title="Sign-ins and second factors are not known for this tenant">
      Microsoft tells them only for tenants with Entra ID P1 (part of Business Premium, E3 and E5) that granted
      AuditLog.Read.All. Unused accounts and people without a second factor cannot be found until then.{' '}
      {href ? <TextLink href={href}>See the sync</TextLink> : null}
    </Callout>
  );
}
