import { useQuery } from '@tanstack/react-query';
import { Hand, Target } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { isClosed } from '../../../shared/goals/standing.ts';
import { useMay } from '../../lib/session.ts';
import { Card, CardHead } from '../../ui/card.tsx';
import { Discussion, Files, WhereUsed } from '../../ui/record-panels.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { Trace, type TraceStep } from '../../ui/trace.tsx';
import { CourseCard } from './course-card.tsx';
import { DetailsCard } from './details-card.tsx';
import { GoalHead } from './goal-head.tsx';
import type { GoalClient } from './goals-page.tsx';
import { GoalHistory } from './history-card.tsx';
import { goalQuery } from './queries.ts';
import { progressSource } from './text.ts';
import { WordsCard } from './words-card.tsx';

const EditGoal = lazy(() => import('./edit-goal.tsx'));
const CloseGoal = lazy(() => import('./close-goal.tsx'));

/** One goal: why, how far, the work and money that lead there, and what happened to it. */
export function GoalPage({
  company,
  goalId,
  people,
  contacts,
  reasons,
  leadsTo,
  work,
  goalsHref,
  onPlan,
}: {
  company: GoalClient;
  goalId: string;
  /** Names of staff by id. */
  people: ReadonlyMap<string, string>;
  /** People of the client, who may sponsor it. */
  contacts: readonly { contactId: string; name: string }[];
  /** What led to the goal, oldest first: the source and its finding. */
  reasons: readonly TraceStep[];
  /** What it led to: planner items, budgets and meetings. */
  leadsTo: readonly TraceStep[];
  /** Cards of the work that serves it, of other features. */
  work: ReactNode;
  goalsHref: string;
  onPlan?: () => void;
}) {
  const { companyId, currency } = company;
  const may = useMay();
  const [open, setOpen] = useState<'edit' | 'achieve' | 'abandon'>();
  const close = () => setOpen(undefined);
  const { data: goal, error, refetch } = useQuery(goalQuery({ companyId, goalId }));
  if (error && !goal) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!goal) return <CardSkeleton label="Loading the goal" rows={12} className="min-h-120" />;
  const writable = may('goals:write') && company.status !== 'archived';
  const byHand: TraceStep = {
    id: 'by-hand',
    kind: 'Source',
    icon: <Hand aria-hidden />,
    title: 'Set by hand',
    detail: people.get(goal.createdBy),
    at: goal.createdAt,
  };
  const here: TraceStep = {
    id: goalId,
    kind: 'Goal',
    icon: <Target aria-hidden />,
    title: 'This goal',
    detail: progressSource(goal),
    at: goal.createdAt,
  };
  return (
    <div className="flex flex-col gap-4">
      <GoalHead
        goal={goal}
        goalsHref={goalsHref}
        writable={writable}
        onEdit={() => setOpen('edit')}
        onClose={setOpen}
        onPlan={company.status === 'archived' ? undefined : onPlan}
      />
      <Card>
        <CardHead title="Alignment" fact="From its source to the money" ruled />
        <Trace
          label="Alignment"
          currentId={goalId}
          steps={[...(goal.findingId ? reasons : [byHand]), here, ...leadsTo]}
        />
      </Card>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <CourseCard goal={goal} />
          <WordsCard goal={goal} />
          {work}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DetailsCard goal={goal} people={people} contacts={contacts} />
          <WhereUsed record={{ kind: 'goal', id: goalId, companyId }} frame="card" />
          <Files record={{ kind: 'goal', id: goalId, companyId }} frame="card" />
          <Discussion record={{ kind: 'goal', id: goalId, companyId }} frame="card" />
          <GoalHistory goal={goal} people={people} />
        </div>
      </div>
      <Suspense>
        {open === 'edit' && !isClosed(goal) ? (
          <EditGoal goal={goal} currency={currency} people={people} contacts={contacts} onClose={close} />
        ) : null}
        {open === 'achieve' || open === 'abandon' ? <CloseGoal goal={goal} how={open} onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
