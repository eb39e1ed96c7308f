import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { AllGoals } from '../../../features/goals/all-goals.tsx';
import { CATEGORY_ORDER, STANDING_ORDER } from '../../../features/goals/orders.ts';
import { type AllFilter, allGoalsQuery } from '../../../features/goals/queries.ts';
import { textParam, wordParam } from '../../../lib/search.ts';
import { useClientName } from '../../client-names.tsx';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

const filterOf = (raw: Record<string, unknown>): AllFilter => ({
  standing: wordParam(raw, 'standing', STANDING_ORDER),
  category: wordParam(raw, 'category', CATEGORY_ORDER),
  q: textParam(raw, 'q'),
});

export const Route = createFileRoute('/_app/goals')({
  validateSearch: filterOf,
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) => {
    void queryClient.prefetchInfiniteQuery(allGoalsQuery(deps));
  },
  component: Goals,
});

function Goals() {
  const filter = Route.useSearch();
  const navigate = useNavigate();
  const people = usePeople();
  const clientName = useClientName();
  return (
    <AllGoals
      filter={filter}
      onFilter={(search) => void navigate({ to: '/goals', search, replace: true })}
      clientName={clientName}
      people={people}
      hrefOf={({ companyId, goalId }) => hrefOf(`goals/${goalId}`, companyId)}
    />
  );
}
