import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { companyQuery } from '../../../features/companies/queries.ts';
import { FindingList } from '../../../features/findings/finding-list.tsx';
import { filterOf, parseFindingSearch } from '../../../features/findings/finding-search.ts';
import { findingsQuery } from '../../../features/findings/queries.ts';
import { usePeople } from '../../people.ts';
import { planWith } from '../../plan-with.ts';

export const Route = createFileRoute('/_app/c/$companyId/findings')({
  validateSearch: parseFindingSearch,
  loaderDeps: ({ search }) => filterOf(search),
  loader: async ({ context: { queryClient }, params: { companyId }, deps }) => {
    void queryClient.prefetchInfiniteQuery(findingsQuery(companyId, deps));
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: Findings,
});

function Findings() {
  const { companyId } = Route.useParams();
  const search = Route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const people = usePeople();
  const { data: client } = useSuspenseQuery(companyQuery(companyId));
  const plan = useMemo(() => planWith(queryClient, router), [queryClient, router]);
  return (
    <FindingList
      key={companyId}
      companyId={companyId}
      client={client}
      people={people}
      search={search}
      onSearch={(next, how) =>
        void navigate({ to: '/c/$companyId/findings', params: { companyId }, search: next, replace: how === 'replace' })
      }
      plan={plan}
    />
  );
}
