import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { FindingRow } from '../../../../shared/findings/finding.ts';
import { findingsQuery, refreshFindings } from '../../../features/findings/queries.ts';
import { integrationsQuery } from '../../../features/integrations/queries.ts';
import { M365Page } from '../../../features/m365/m365-page.tsx';
import { parseM365Search } from '../../../features/m365/m365-search.ts';
import { overviewQuery } from '../../../features/m365/queries.ts';
import type { M365Hrefs, Raised, Source } from '../../../features/m365/raised.ts';
import { useMay } from '../../../lib/session.ts';
import { hrefOf } from '../../navigation.tsx';

const open = { status: 'open', raisedBy: 'm365' } as const;
const planned = { status: 'planned', raisedBy: 'm365' } as const;

export const Route = createFileRoute('/_app/c/$companyId/m365')({
  validateSearch: parseM365Search,
  loader: async ({ context: { queryClient }, params: { companyId } }) => {
    void queryClient.prefetchInfiniteQuery(findingsQuery(companyId, open));
    void queryClient.prefetchInfiniteQuery(findingsQuery(companyId, planned));
    void queryClient.prefetchQuery(integrationsQuery());
    await queryClient.ensureQueryData(overviewQuery(companyId));
  },
  component: OneTenant,
});

function raisedOf({
  findingId,
  kind,
  title,
  risk,
  status,
  about,
  plannerItemId,
  affectedCount,
  saving,
}: FindingRow): Raised {
  return {
    findingId,
    kind,
    title,
    risk,
    status: status === 'planned' ? 'planned' : 'open',
    recordId: about,
    plannerItemId,
    affectedCount,
    saving,
  };
}

/** Findings of this client's tenant that are open or planned; never another client's while these load. */
function useRaised(companyId: string): Raised[] {
  const first = useInfiniteQuery(findingsQuery(companyId, open));
  const second = useInfiniteQuery(findingsQuery(companyId, planned));
  return useMemo(
    () =>
      [first, second]
        .filter((query) => !query.isPlaceholderData)
        .flatMap((query) => query.data?.pages.flatMap(({ items }) => items) ?? [])
        .map(raisedOf),
    [first, second],
  );
}

function useSource(companyId: string): { source: Source; integrationId?: string } {
  const feeding = useQuery(overviewQuery(companyId)).data?.connection.integrationId;
  const integrations = useQuery(integrationsQuery()).data?.items;
  const integration = integrations?.find(({ integrationId }) => integrationId === feeding);
  const failing = integration?.state === 'failed' ? integration.trouble?.cause : undefined;
  return {
    source: { syncedAt: integration?.lastSyncedAt, running: Boolean(integration?.runId), trouble: failing },
    // Without a mapping the tenants of the first integration are where one is made.
    integrationId: feeding ?? integrations?.[0]?.integrationId,
  };
}

function OneTenant() {
  const { companyId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const may = useMay();
  const raised = useRaised(companyId);
  const { source, integrationId } = useSource(companyId);
  const hrefs = useMemo((): M365Hrefs => {
    const integration = integrationId ? hrefOf(`integrations/${integrationId}`, undefined) : undefined;
    const findings = hrefOf('findings', companyId);
    return {
      finding: (findingId) => `${findings}?peek=${findingId}`,
      findings: `${findings}?source=m365`,
      plannerItem: (plannerItemId) => hrefOf(`planner/${plannerItemId}`, companyId),
      device: (deviceId) => `${hrefOf('devices', companyId)}?peek=${deviceId}`,
      connect: integration ?? hrefOf('integrations/connect', undefined),
      sync: integration ? `${integration}?tab=sync` : undefined,
      tab: (tab) => `${hrefOf('m365', companyId)}?tab=${tab}`,
    };
  }, [companyId, integrationId]);
  return (
    <M365Page
      key={companyId}
      companyId={companyId}
      search={search}
      onSearch={(next, how) =>
        void navigate({
          to: '/c/$companyId/m365',
          params: { companyId },
          search: next,
          replace: how !== 'push',
          resetScroll: false,
        })
      }
      raised={raised}
      source={source}
      hrefs={hrefs}
      connects={may('integrations:manage')}
      onDecided={() => void refreshFindings(queryClient)}
    />
  );
}
