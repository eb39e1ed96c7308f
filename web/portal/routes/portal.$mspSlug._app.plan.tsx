import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { PlanPage } from '../../features/portal/plan-page.tsx';
import { budgetsQuery, roadmapQuery, useSendAnswers } from '../../features/portal/queries.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { hrefsOf } from '../hrefs.ts';

export const Route = createFileRoute('/portal/$mspSlug/_app/plan')({
  loader: ({ context: { queryClient } }) =>
    Promise.all([queryClient.ensureQueryData(budgetsQuery()), queryClient.ensureQueryData(roadmapQuery())]),
  component: Plan,
});

function Plan() {
  const { mspSlug } = Route.useParams();
  const { actor, msp } = useSession();
  const may = useMay();
  const navigate = useNavigate();
  const { data: budgets } = useSuspenseQuery(budgetsQuery());
  const { data: roadmap } = useSuspenseQuery(roadmapQuery());
  return (
    <PlanPage
      mspName={msp.name}
      userId={actor.userId}
      mayAnswer={may('portal:approve')}
      budgets={budgets.items}
      roadmap={roadmap}
      roadmapHref={hrefsOf(mspSlug).roadmap}
      onSend={useSendAnswers()}
      onLater={() => void navigate({ to: '/portal/$mspSlug', params: { mspSlug } })}
    />
  );
}
