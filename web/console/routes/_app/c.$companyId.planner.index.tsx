import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { companyQuery } from '../../../features/companies/queries.ts';
import { PlannerPage } from '../../../features/planner/planner-page.tsx';
import { parsePlannerSearch, writtenSearch } from '../../../features/planner/planner-search.ts';
import { roadmapQuery } from '../../../features/planner/queries.ts';

export const Route = createFileRoute('/_app/c/$companyId/planner/')({
  validateSearch: (raw: Record<string, unknown>) => writtenSearch(parsePlannerSearch(raw)),
  loader: async ({ context: { queryClient }, params: { companyId } }) => {
    void queryClient.prefetchQuery(roadmapQuery(companyId));
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: Planner,
});

function Planner() {
  const { companyId } = Route.useParams();
  const search = parsePlannerSearch(Route.useSearch());
  const navigate = useNavigate();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  return (
    <PlannerPage
      key={companyId}
      company={company}
      search={search}
      onSearch={(next) =>
        void navigate({
          to: '/c/$companyId/planner',
          params: { companyId },
          search: writtenSearch(next),
          replace: true,
        })
      }
      onOpen={(plannerItemId) =>
        void navigate({ to: '/c/$companyId/planner/$plannerItemId', params: { companyId, plannerItemId } })
      }
    />
  );
}
