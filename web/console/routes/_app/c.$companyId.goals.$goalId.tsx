import { useQueries, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { Map as MapIcon, Wallet } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { BudgetDetail } from '../../../../shared/budgets/budget.ts';
import { dateIn } from '../../../../shared/kernel/calendar.ts';
import { budgetQuery } from '../../../features/budgets/queries.ts';
import { companyQuery, contactsQuery } from '../../../features/companies/queries.ts';
import { findingTrace } from '../../../features/findings/finding-trace.tsx';
import { findingQuery } from '../../../features/findings/queries.ts';
import { GoalPage } from '../../../features/goals/goal-page.tsx';
import { alignmentQuery, goalHistoryQuery, goalQuery, refreshGoals } from '../../../features/goals/queries.ts';
import { shownQuarters } from '../../../features/planner/quarters.ts';
import { goalItemsQuery } from '../../../features/planner/queries.ts';
import { useMay } from '../../../lib/session.ts';
import { counted } from '../../../ui/format.ts';
import { useNow } from '../../../ui/locale.tsx';
import { CardSkeleton } from '../../../ui/skeleton.tsx';
import type { TraceStep } from '../../../ui/trace.tsx';
import { useMeetingSteps } from '../../meeting-steps.tsx';
import { hrefOf } from '../../navigation.tsx';
import { usePeople } from '../../people.ts';

// Tables stand below what the page is opened for.
const GoalItems = lazy(() => import('../../../features/planner/goal-items.tsx'));
const GoalLines = lazy(() => import('../../../features/budgets/goal-lines.tsx'));
const GoalDevices = lazy(async () => ({ default: (await import('../../attached-devices.tsx')).GoalDevices }));
const NewItem = lazy(() => import('../../../features/planner/new-item.tsx'));

export const Route = createFileRoute('/_app/c/$companyId/goals/$goalId')({
  loader: async ({ context: { queryClient }, params }) => {
    void queryClient.prefetchQuery(alignmentQuery(params));
    void queryClient.prefetchInfiniteQuery(goalHistoryQuery(params));
    void queryClient.prefetchQuery(contactsQuery(params.companyId));
    await Promise.all([
      queryClient.ensureQueryData(goalQuery(params)),
      queryClient.ensureQueryData(companyQuery(params.companyId)),
    ]);
  },
  component: GoalRoute,
});

/** The finding that led to the goal, the budgets that hold its work, its meetings: as far as the reader may see them. */
function useSurroundings(companyId: string, goalId: string) {
  const may = useMay();
  const one = { companyId, goalId };
  const { data: goal } = useQuery(goalQuery(one));
  const { data: links } = useQuery(alignmentQuery(one));
  const { data: work } = useQuery({ ...goalItemsQuery(one), enabled: may('planner:read') });
  const findingId = goal?.findingId;
  const { data: finding } = useQuery({
    ...findingQuery(companyId, findingId ?? ''),
    enabled: findingId !== undefined && may('findings:read'),
  });
  const ids = new Set((links?.links ?? []).flatMap(({ to }) => (to.type === 'budget' ? [to.id] : [])));
  const read = useQueries({
    queries: may('budgets:read') ? [...ids].map((budgetId) => budgetQuery(companyId, budgetId)) : [],
  });
  const meetings = useMeetingSteps(companyId, { type: 'goal', id: goalId }, links?.links);
  const hasDevices = links?.links.some(({ from }) => from.type === 'device');
  return {
    goal,
    items: work?.items ?? [],
    finding,
    budgets: read.flatMap(({ data }) => data ?? []),
    meetings,
    hasDevices,
  };
}

/** "3 lines": those of a budget that pay for the goal's work. */
function linesFor(lines: BudgetDetail['lines'], serving: ReadonlySet<string>): string {
  const count = lines.filter(({ source }) => source && serving.has(source.plannerItemId)).length;
  return counted(count, 'line');
}

function GoalRoute() {
  const { companyId, goalId } = Route.useParams();
  const may = useMay();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const people = usePeople();
  const now = useNow();
  const [planning, setPlanning] = useState(false);
  const { data: company } = useSuspenseQuery(companyQuery(companyId));
  const { data: contacts } = useQuery(contactsQuery(companyId));
  const { goal, items, finding, budgets, meetings, hasDevices } = useSurroundings(companyId, goalId);
  const hours = items.reduce((sum, item) => sum + item.hours, 0);
  const [first] = items;
  const planned: TraceStep[] = first
    ? [
        {
          id: 'planner',
          kind: 'Planner',
          icon: <MapIcon aria-hidden />,
          title: items.length === 1 ? first.title : `${items.length} planner items`,
          href: items.length === 1 ? hrefOf(`planner/${first.plannerItemId}`, companyId) : hrefOf('planner', companyId),
          detail: `${hours} h`,
          at: first.createdAt,
        },
      ]
    : [];
  const serving = new Set(items.map(({ plannerItemId }) => plannerItemId));
  const paid = budgets.map(
    ({ budgetId, title, createdAt, lines }): TraceStep => ({
      id: budgetId,
      kind: 'Budget',
      icon: <Wallet aria-hidden />,
      title,
      href: hrefOf(`budgets/${budgetId}`, companyId),
      detail: linesFor(lines, serving),
      at: createdAt,
    }),
  );
  const close = () => {
    setPlanning(false);
    void refreshGoals(queryClient);
  };
  return (
    <>
      <GoalPage
        key={goalId}
        company={company}
        goalId={goalId}
        people={people}
        contacts={contacts?.items ?? []}
        reasons={
          finding
            ? findingTrace(finding, hrefOf(`findings?status=${finding.status}&peek=${finding.findingId}`, companyId))
            : []
        }
        leadsTo={[...planned, ...paid, ...meetings]}
        work={
          <Suspense fallback={<CardSkeleton label="Loading the work" rows={4} />}>
            {may('planner:read') ? <GoalItems companyId={companyId} goalId={goalId} /> : null}
            <GoalLines budgets={budgets} plannerItemIds={serving} />
            {hasDevices ? <GoalDevices companyId={companyId} goalId={goalId} /> : null}
          </Suspense>
        }
        goalsHref={hrefOf('goals', companyId)}
        {...(may('planner:write') ? { onPlan: () => setPlanning(true) } : {})}
      />
      <Suspense>
        {planning && goal ? (
          <NewItem
            company={company}
            quarters={shownQuarters(dateIn(company.timeZone, now), company.fiscalYearStart, [])}
            withoutDate={false}
            goal={{
              ...goal,
              why: goal.why || (goal.quote?.text ?? ''),
              findingId: finding?.status === 'open' ? finding.findingId : undefined,
            }}
            onClose={close}
            onOpen={(plannerItemId) =>
              void navigate({ to: '/c/$companyId/planner/$plannerItemId', params: { companyId, plannerItemId } })
            }
          />
        ) : null}
      </Suspense>
    </>
  );
}
