import { Target } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useMay } from '../lib/session.ts';
import { type RecordAction, RecordActionsProvider, type RecordRef } from '../ui/record-actions.tsx';

const GoalFromFinding = lazy(() => import('./goal-from-finding.tsx'));

/** One finding of a known client that led to no goal yet. */
const wantsGoal = ([record, ...others]: readonly RecordRef[]) =>
  record?.kind === 'finding' && record.companyId !== undefined && !record.has?.includes('goal') && others.length === 0;

/** What features offer for records of other features, on every page of the console. */
export function ConsoleActions({ children }: { children: ReactNode }) {
  const may = useMay();
  const [goalFor, setGoalFor] = useState<RecordRef>();
  const mayGoal = may('goals:write');
  const actions = useMemo(
    (): RecordAction[] =>
      mayGoal
        ? [
            {
              id: 'create-goal',
              label: 'Create goal',
              icon: <Target aria-hidden />,
              fits: wantsGoal,
              run: ([record]) => setGoalFor(record),
            },
          ]
        : [],
    [mayGoal],
  );
  return (
    <RecordActionsProvider actions={actions}>
      {children}
      <Suspense>
        {goalFor?.companyId ? (
          <GoalFromFinding companyId={goalFor.companyId} findingId={goalFor.id} onClose={() => setGoalFor(undefined)} />
        ) : null}
      </Suspense>
    </RecordActionsProvider>
  );
}
