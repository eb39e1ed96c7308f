import { type InfiniteData, infiniteQueryOptions, keepPreviousData, type QueryClient } from '@tanstack/react-query';
import type { AllFindingsFilter, FindingRow } from '../../../shared/findings/finding.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { api, client } from '../../lib/api.ts';
import { byCursor } from '../../lib/by-cursor.ts';

/** Findings that one call brings; the list goes on by its cursor. */
const PAGE = 100;

export type Filter = Pick<AllFindingsFilter, 'status' | 'risk' | 'raisedBy' | 'q'>;

/** The queue of findings of one client or of all, worst and oldest first. Rows stay while another filter loads. */
export const findingsQuery = (companyId: string | undefined, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [['findings', 'queue'], { companyId, filter }] as const,
    queryFn: ({ pageParam, signal }) => {
      const page = { ...filter, limit: PAGE, cursor: pageParam };
      return companyId
        ? client.findings.list({ ...page, companyId }, { signal })
        : client.findings.listAll(page, { signal });
    },
    ...byCursor,
    placeholderData: keepPreviousData,
  });

/** One finding with its evidence and the records that it affects. */
export const findingQuery = (companyId: string, findingId: string) =>
  api.findings.get.queryOptions({ input: { companyId, findingId } });

/** What a finding led to and where it is used. */
export const findingLinksQuery = (one: { companyId: string; findingId: string }) =>
  api.findings.links.queryOptions({ input: one });

/** Decisions about a finding that were taken back, newest first. */
export const findingHistoryQuery = (one: { companyId: string; findingId: string }) =>
  api.findings.history.infiniteOptions({
    input: (cursor: string | undefined) => ({ ...one, limit: 10, cursor }),
    ...byCursor,
  });

/** Takes a finding that was just decided out of every list of open ones, before the server is asked again. */
export function leaveQueue(queryClient: QueryClient, findingId: string): void {
  const open = (queryKey: readonly unknown[]) =>
    (queryKey[1] as { filter?: Filter } | undefined)?.filter?.status === 'open';
  queryClient.setQueriesData<InfiniteData<Page<FindingRow>>>(
    { queryKey: [['findings', 'queue']], predicate: (query) => open(query.queryKey) },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, items: page.items.filter((row) => row.findingId !== findingId) })),
      },
  );
}

/** After a decision: findings load anew, and so do the figures of clients that count them. */
export function refreshFindings(queryClient: QueryClient): Promise<void> {
  void queryClient.invalidateQueries({ queryKey: api.companies.overview.key() });
  return queryClient.invalidateQueries({ queryKey: api.findings.key() });
}
