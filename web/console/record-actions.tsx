import { CalendarPlus, Target } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useMay } from '../lib/session.ts';
import { type RecordAction, RecordActionsProvider, type RecordRef } from '../ui/record-actions.tsx';
import { RecordPanelsProvider } from '../ui/record-panels.tsx';
import { toast } from '../ui/toast.tsx';
import { mayBeDiscussed, whyNotTogether } from './one-agenda.ts';

const GoalFromFinding = lazy(() => import('./goal-from-finding.tsx'));
const RecordsToMeeting = lazy(() => import('./records-to-meeting.tsx'));
const PANELS = {
  whereUsed: lazy(() => import('./linked-records.tsx')),
  discussion: lazy(() => import('./discussion.tsx')),
  files: lazy(() => import('./record-files.tsx')),
};

/** One finding of a known client that led to no goal yet. */
const wantsGoal = ([record, ...others]: readonly RecordRef[]) =>
  record?.kind === 'finding' && record.companyId !== undefined && !record.has?.includes('goal') && others.length === 0;

/** An action that a dialog carries out. */
interface Running {
  what: 'goal' | 'meeting';
  records: readonly RecordRef[];
  done: () => void;
}

/** What features offer for records of other features, on every page of the console. */
export function ConsoleActions({ children }: { children: ReactNode }) {
  const may = useMay();
  const [running, setRunning] = useState<Running>();
  const [mayGoal, mayMeet] = [may('goals:write'), may('meetings:write')];
  const actions = useMemo((): RecordAction[] => {
    const toMeeting: RecordAction = {
      id: 'add-to-meeting',
      label: 'Add to meeting',
      icon: <CalendarPlus aria-hidden />,
      fits: mayBeDiscussed,
      run: (records, done) => {
        const refusal = whyNotTogether(records);
        if (refusal) toast({ id: 'add-to-meeting', ...refusal });
        else setRunning({ what: 'meeting', records, done });
      },
    };
    const toGoal: RecordAction = {
      id: 'create-goal',
      label: 'Create goal',
      icon: <Target aria-hidden />,
      fits: wantsGoal,
      run: (records, done) => setRunning({ what: 'goal', records, done }),
    };
    return [...(mayMeet ? [toMeeting] : []), ...(mayGoal ? [toGoal] : [])];
  }, [mayGoal, mayMeet]);
  const close = () => setRunning(undefined);
  const [first] = running?.records ?? [];
  const companyId = first?.companyId;
  return (
    <RecordActionsProvider actions={actions}>
      <RecordPanelsProvider panels={PANELS}>{children}</RecordPanelsProvider>
      <Suspense>
        {running?.what === 'goal' && first && companyId ? (
          <GoalFromFinding companyId={companyId} findingId={first.id} onClose={close} />
        ) : null}
        {running?.what === 'meeting' && companyId ? (
          <RecordsToMeeting companyId={companyId} records={running.records} onAdded={running.done} onClose={close} />
        ) : null}
      </Suspense>
    </RecordActionsProvider>
  );
}
