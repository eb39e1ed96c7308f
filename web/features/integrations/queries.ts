import { infiniteQueryOptions, keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Integration } from '../../../shared/integrations/integration.ts';
import { api, client } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

/** How often something that is under way is looked at. */
export const LIVE_MS = 2_000;
const TENANTS = 100;
const QUARANTINED = 25;

/** How long the answer to something that follows by itself is waited for. */
const SOON_MS = 60_000;

/** Whether an instant is so recent that what follows from it may still be on its way. */
export function isRecent(iso: string): boolean {
  return Date.now() - Date.parse(iso) < SOON_MS;
}

/** The secret is so new that the result of its test may still be on its way. */
export function testMayCome({ secret, test }: Integration): boolean {
  return secret.configured && (!test || test.at < secret.setAt) && isRecent(secret.setAt);
}

/** A sync, a test or a disconnect is under way: what is shown changes by itself. */
export function isBusy(integration: Integration): boolean {
  const { runId, test, state } = integration;
  return runId !== undefined || test?.state === 'running' || state === 'leaving' || testMayCome(integration);
}

export const catalogueQuery = () => api.integrations.catalogue.queryOptions({ staleTime: Number.POSITIVE_INFINITY });

/** The MSP's integrations; asked again while one of them is at work. */
export const integrationsQuery = () =>
  api.integrations.list.queryOptions({
    refetchInterval: ({ state }) => (state.data?.items.some(isBusy) ? LIVE_MS : false),
  });

export const integrationQuery = (integrationId: string) =>
  api.integrations.get.queryOptions({
    input: { integrationId },
    refetchInterval: ({ state }) => (state.data && isBusy(state.data) ? LIVE_MS : false),
  });

/** The vendor's organisations of an integration, those whose data is wanted and those left out. */
export const organisationsQuery = (integrationId: string) =>
  infiniteQueryOptions({
    queryKey: [...integrationsKey(), 'organisations', integrationId] as const,
    queryFn: ({ pageParam, signal }) =>
      client.integrations.listOrganisations({ integrationId, limit: TENANTS, cursor: pageParam }, { signal }),
    ...byCursor,
  });

/** A page of the syncs of an integration, newest first. */
export const runsQuery = (integrationId: string, limit: number, cursor?: string) =>
  api.integrations.listRuns.queryOptions({
    input: { integrationId, limit, cursor },
    placeholderData: keepPreviousData,
  });

/** One sync with its progress; asked again until it has ended. */
export const runQuery = (integrationId: string, runId: string) =>
  api.integrations.getRun.queryOptions({
    input: { integrationId, runId },
    refetchInterval: ({ state }) => (state.data && !state.data.finishedAt ? LIVE_MS : false),
  });

/** Rows that could not be read, and why. */
export const quarantinedQuery = (integrationId: string) =>
  infiniteQueryOptions({
    queryKey: [...integrationsKey(), 'quarantined', integrationId] as const,
    queryFn: ({ pageParam, signal }) =>
      client.integrations.listQuarantined({ integrationId, limit: QUARANTINED, cursor: pageParam }, { signal }),
    ...byCursor,
  });

/** Everything about integrations, for invalidation after a change. */
export const integrationsKey = () => api.integrations.key();

/** An integration that is followed while it is at work; when the work ends, all that came of it is asked for anew. */
export function useIntegration(integrationId: string) {
  const queryClient = useQueryClient();
  const query = useQuery(integrationQuery(integrationId));
  const busy = query.data ? isBusy(query.data) : false;
  const wasBusy = useRef(busy);
  useEffect(() => {
    if (wasBusy.current && !busy) void queryClient.invalidateQueries({ queryKey: integrationsKey() });
    wasBusy.current = busy;
  }, [busy, queryClient]);
  return query;
}
