import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { companyQuery, contactsQuery } from '../../../features/companies/queries.ts';
import { parseGoalSearch, writtenSearch } from '../../../features/goals/goal-search.ts';
import { GoalsPage } from '../../../features/goals/goals-page.tsx';
import { boardQuery } from '../../../features/goals/queries.ts';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

export const Route = createFileRoute('/_app/c/$companyId/goals/')({
  validateSearch: (raw: Record<string, unknown>) => writtenSearch(parseGoalSearch(raw)),
  loader: async ({ context: { queryClient }, params: { companyId } }) => {
    void queryClient.prefetchQuery(boardQuery(companyId));
    await queryClient.ensureQueryData(companyQuery(companyId));
  },
  component: Goals,
});

function Goals() {
  const { companyId } = Route.useParams();
  const search = parseGoalSearch(Route.useSearch());
  const navigate = useNavigate();
  const people = usePeople();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const { data: contacts } = useQuery({ ...contactsQuery(companyId), enabled: search.new === true });
  return (
    <GoalsPage
      key={companyId}
      company={company}
      people={people}
      contacts={contacts?.items ?? []}
      search={search}
      onSearch={(next) =>
        void navigate({
          to: '/c/$companyId/goals',
          params: { companyId },
          search: writtenSearch(next),
          replace: true,
        })
      }
      hrefOf={(goalId) => hrefOf(`goals/${goalId}`, companyId)}
      onOpen={(goalId) => void navigate({ to: '/c/$companyId/goals/$goalId', params: { companyId, goalId } })}
    />
  );
}
