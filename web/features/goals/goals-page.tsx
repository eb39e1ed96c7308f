import { useQuery } from '@tanstack/react-query';
import { Plus, Target } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import type { Goal } from '../../../shared/goals/goal.ts';
import { isClosed, standingOf } from '../../../shared/goals/standing.ts';
import { useMay } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { counted } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { CardSkeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, FilterEmpty } from '../../ui/states.tsx';
import { GoalBoard } from './goal-board.tsx';
import type { ColumnId } from './goal-card.tsx';
import { GoalFilters } from './goal-filters.tsx';
import { type GoalSearch, matching } from './goal-search.ts';
import { boardQuery } from './queries.ts';
import { useStand } from './use-goal.ts';

const GoalList = lazy(() => import('./goal-list.tsx'));
const NewGoal = lazy(() => import('./new-goal.tsx'));
const CloseGoal = lazy(() => import('./close-goal.tsx'));

/** What goals need to know of their client. */
export interface GoalClient {
  companyId: string;
  currency: string;
  status: 'active' | 'onboarding' | 'archived';
}

const VIEWS = [
  { value: 'board', label: 'Board' },
  { value: 'list', label: 'List' },
] as const;

/** What one client wants to reach: as a board by standing, or as a list. */
export function GoalsPage({
  company,
  people,
  contacts,
  search,
  onSearch,
  hrefOf,
  onOpen,
}: {
  company: GoalClient;
  people: ReadonlyMap<string, string>;
  contacts: readonly { contactId: string; name: string }[];
  search: GoalSearch;
  onSearch: (next: GoalSearch) => void;
  hrefOf: (goalId: string) => string;
  onOpen: (goalId: string) => void;
}) {
  const { companyId } = company;
  const may = useMay();
  const stand = useStand(companyId);
  const [closing, setClosing] = useState<{ goal: Goal; how: 'achieve' | 'abandon' }>();
  const { data, error, refetch } = useQuery(boardQuery(companyId));
  const goals = data?.items;
  const shown = useMemo(() => matching(goals ?? [], search), [goals, search]);
  const writable = may('goals:write') && company.status !== 'archived';
  const open = goals?.filter((goal) => !isClosed(goal)) ?? [];
  const late = open.filter((goal) => standingOf(goal) === 'off-track').length;
  const fact = goals ? `${counted(open.length, 'open goal')}${late > 0 ? `, ${late} off track` : ''}` : undefined;
  const move = (goal: Goal, to: ColumnId) => {
    if (to === 'achieved') setClosing({ goal, how: 'achieve' });
    else stand(goal, to);
  };
  const add = writable ? (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => onSearch({ ...search, new: true })}>
      New goal
    </Button>
  ) : undefined;

  const body = (): ReactNode => {
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
    if (!goals) return <CardSkeleton label="Loading the goals" rows={12} className="min-h-120" />;
    if (goals.length === 0) {
      return (
        <EmptyState icon={<Target aria-hidden />} title="No goal yet" action={add}>
          Say what this client wants to reach, by hand or out of a finding: planner items and budgets then answer to it.
        </EmptyState>
      );
    }
    if (search.as === 'list') {
      return (
        <Suspense fallback={<CardSkeleton label="Loading the list" rows={12} className="min-h-120" />}>
          <GoalList
            goals={goals}
            people={people}
            search={search}
            onSearch={onSearch}
            writable={writable}
            hrefOf={hrefOf}
            onClose={(goal, how) => setClosing({ goal, how })}
          />
        </Suspense>
      );
    }
    if (shown.length === 0) return <FilterEmpty onClear={() => onSearch({})} />;
    return <GoalBoard goals={shown} people={people} writable={writable} hrefOf={hrefOf} onMove={move} />;
  };
  return (
    <div className="flex flex-col gap-3">
      <PageHead
        title="Goals"
        fact={fact}
        actions={
          <Segmented
            label="View"
            options={VIEWS}
            value={search.as ?? 'board'}
            onChange={(as) =>
              onSearch({ ...search, as: as === 'list' ? as : undefined, standing: undefined, sort: undefined })
            }
          />
        }
        primary={add}
      />
      {goals && goals.length > 0 ? <GoalFilters search={search} onSearch={onSearch} /> : null}
      {body()}
      <Suspense>
        {search.new && writable ? (
          <NewGoal
            company={company}
            people={people}
            contacts={contacts}
            onClose={() => onSearch({ ...search, new: undefined })}
            onOpen={onOpen}
          />
        ) : null}
        {closing ? <CloseGoal {...closing} onClose={() => setClosing(undefined)} /> : null}
      </Suspense>
    </div>
  );
}
