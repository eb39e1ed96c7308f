import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { companyQuery } from '../../../features/companies/queries.ts';
import { FindingList } from '../../../features/findings/finding-list.tsx';
import { filterOf, parseFindingSearch, peekedOf } from '../../../features/findings/finding-search.ts';
import { findingsQuery } from '../../../features/findings/queries.ts';
import { useClientName } from '../../client-names.tsx';
import { usePeople } from '../../people.ts';
import { planWith } from '../../plan-with.ts';

export const Route = createFileRoute('/_app/findings')({
  validateSearch: parseFindingSearch,
  loaderDeps: ({ search }) => filterOf(search),
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(findingsQuery(undefined, deps));
  },
  component: AllFindings,
});

function AllFindings() {
  const search = Route.useSearch();
  const navigate = useNavigate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const people = usePeople();
  const clientName = useClientName();
  const peeked = peekedOf(search.peek, undefined);
  const { data: client } = useQuery({ ...companyQuery(peeked?.companyId ?? ''), enabled: peeked !== undefined });
  const plan = useMemo(() => planWith(queryClient, router), [queryClient, router]);
  return (
    <FindingList
      clientName={clientName}
      client={client}
      people={people}
      search={search}
      onSearch={(next, how) => void navigate({ to: '/findings', search: next, replace: how === 'replace' })}
      plan={plan}
    />
  );
}
