import { useQueries, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense, useMemo } from 'react';
import { isClosed } from '../../../../shared/goals/standing.ts';
import { budgetQuery } from '../../../features/budgets/queries.ts';
import { companyQuery, contactsQuery } from '../../../features/companies/queries.ts';
import { findingTrace } from '../../../features/findings/finding-trace.tsx';
import { findingQuery } from '../../../features/findings/queries.ts';
import { boardQuery } from '../../../features/goals/queries.ts';
import { ItemPage } from '../../../features/planner/item-page.tsx';
import { itemHistoryQuery, itemLinksQuery, itemQuery } from '../../../features/planner/queries.ts';
import { useMay } from '../../../lib/session.ts';
import { counted } from '../../../ui/format.ts';
import { CardSkeleton } from '../../../ui/skeleton.tsx';
import { useMeetingSteps } from '../../meeting-steps.tsx';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

const ItemDevices = lazy(async () => ({ default: (await import('../../attached-devices.tsx')).ItemDevices }));

export const Route = createFileRoute('/_app/c/$companyId/planner/$plannerItemId')({
  loader: async ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(itemLinksQuery(params));
    void queryClient.prefetchInfiniteQuery(itemHistoryQuery(params));
    void queryClient.prefetchQuery(contactsQuery(params.companyId));
    await Promise.all([
      queryClient.ensureQueryData(itemQuery(params)),
      queryClient.ensureQueryData(companyQuery(params.companyId)),
    ]);
  },
  component: Item,
});

function Item() {
  const { companyId, plannerItemId } = Route.useParams();
  const one = { companyId, plannerItemId };
  const may = useMay();
  const people = usePeople();
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const { data: item } = useQuery(itemQuery(one));
  const { data: contacts } = useQuery(contactsQuery(companyId));
  const { data: links } = useQuery(itemLinksQuery(one));
  const { data: board } = useQuery({ ...boardQuery(companyId), enabled: may('goals:read') });
  const goals = useMemo(
    () =>
      (board?.items ?? []).map((goal) => ({
        goalId: goal.goalId,
        title: goal.title,
        href: hrefOf(`goals/${goal.goalId}`, companyId),
        open: !isClosed(goal),
      })),
    [board, companyId],
  );
  const findingId = item?.findingId;
  const { data: finding } = useQuery({
    ...findingQuery(companyId, findingId ?? ''),
    enabled: findingId !== undefined && may('findings:read'),
  });
  const budgetIds = may('budgets:read')
    ? (links?.items ?? []).flatMap(({ to }) => (to.type === 'budget' ? [to.id] : []))
    : [];
  const read = useQueries({ queries: budgetIds.map((budgetId) => budgetQuery(companyId, budgetId)) });
  const budgets = new Map(
    read.flatMap(({ data }) => {
      if (!data) return [];
      const lines = data.lines.filter((line) => line.source?.plannerItemId === plannerItemId).length;
      return [[data.budgetId, { title: data.title, detail: counted(lines, 'line') }] as const];
    }),
  );
  const meetings = useMeetingSteps(companyId, { type: 'planner-item', id: plannerItemId }, links?.items);
  const reasons = useMemo(() => {
    if (!finding) return [];
    const view = finding.status === 'open' ? '' : `status=${finding.status}&`;
    return findingTrace(finding, `${hrefOf('findings', companyId)}?${view}peek=${finding.findingId}`);
  }, [finding, companyId]);
  return (
    <ItemPage
      key={plannerItemId}
      company={company}
      plannerItemId={plannerItemId}
      people={people}
      contacts={contacts?.items ?? []}
      goals={goals}
      reasons={reasons}
      budgets={budgets}
      meetings={meetings}
      budgetHref={(budgetId) => hrefOf(`budgets/${budgetId}`, companyId)}
      devices={
        links?.items.some(({ from }) => from.type === 'device') ? (
          <Suspense fallback={<CardSkeleton label="Loading the devices" rows={4} />}>
            <ItemDevices {...one} />
          </Suspense>
        ) : null
      }
      plannerHref={hrefOf('planner', companyId)}
    />
  );
}
