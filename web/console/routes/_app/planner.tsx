import { useQueries, useQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import type { PlannerSummary } from '../../../../shared/planner/planner-summary.ts';
import { companiesQuery, overviewQuery } from '../../../features/companies/queries.ts';
import { AllPlanners } from '../../../features/planner/all-planners.tsx';
import { textParam } from '../../../lib/search.ts';
import { useTrail } from '../../../ui/use-trail.ts';
import { hrefOf } from '../../navigation.tsx';

/** Each row reads its client's figures, so a page stays short. */
const PAGE = 25;

export const Route = createFileRoute('/_app/planner')({
  validateSearch: (raw: Record<string, unknown>): { q?: string; cursor?: string } => ({
    q: textParam(raw, 'q'),
    cursor: textParam(raw, 'cursor'),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchQuery(companiesQuery({ limit: PAGE, ...deps }));
  },
  component: Planners,
});

function Planners() {
  const { q, cursor } = Route.useSearch();
  const navigate = useNavigate();
  const { data, error, refetch, isFetching } = useQuery(companiesQuery({ limit: PAGE, q, cursor }));
  const companies = data?.items;
  const overviews = useQueries({ queries: (companies ?? []).map(({ companyId }) => overviewQuery(companyId)) });
  const clients = companies?.map(({ companyId, name, currency, fiscalYearStart }, at) => {
    const { data: overview, isError } = overviews[at] ?? {};
    const figures = overview?.summaries.find(({ feature }) => feature === 'planner')?.figures;
    const plan = overview || isError ? ((figures as PlannerSummary | undefined) ?? null) : undefined;
    return { companyId, name, currency, fiscalYearStart, plan };
  });
  const go = (search: { q?: string; cursor?: string }) => void navigate({ to: '/planner', search, replace: true });
  const trail = useTrail({ cursor, next: data?.cursor, size: PAGE, show: (next) => go({ q, cursor: next }) });
  return (
    <AllPlanners
      clients={clients}
      error={error}
      onRetry={() => void refetch()}
      stale={isFetching}
      q={q ?? ''}
      onFilter={(text) => {
        trail.restart();
        go({ q: text || undefined });
      }}
      hrefOf={(companyId) => hrefOf('planner', companyId)}
      range={{ from: trail.from + 1, to: trail.from + (clients?.length ?? 0) }}
      onNewer={trail.onNewer}
      onOlder={trail.onOlder}
    />
  );
}
