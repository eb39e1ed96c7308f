import { CalendarPlus, Link2, Target } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useMay } from '../lib/session.ts';
import { type RecordAction, RecordActionsProvider, type RecordRef } from '../ui/record-actions.tsx';
import { RecordPanelsProvider } from '../ui/record-panels.tsx';
import { toast } from '../ui/toast.tsx';
import { mayBeDiscussed, whyNotAttached, whyNotTogether } from './together.ts';

const GoalFromFinding = lazy(() => import('./goal-from-finding.tsx'));
const AttachDevices = lazy(() => import('./attach-devices.tsx'));
const RecordsToMeeting = lazy(() => import('./records-to-meeting.tsx'));
const PANELS = {
  whereUsed: lazy(() => import('./linked-records.tsx')),
  discussion: lazy(() => import('./discussion.tsx')),
  files: lazy(() => import('./record-files.tsx')),
};

/** One finding of a known client that led to no goal yet. */
const wantsGoal = ([record, ...others]: readonly RecordRef[]) =>
  record?.kind === 'finding' && record.companyId !== undefined && !record.has?.includes('goal') && others.length === 0;

/** Devices of known clients. */
const areDevices = (records: readonly RecordRef[]) =>
  records.every(({ kind, companyId }) => kind === 'device' && companyId !== undefined);

/** An action that a dialog carries out. */
interface Running {
  what: 'goal' | 'meeting' | 'devices';
  records: readonly RecordRef[];
  done: () => void;
}

/** What features offer for records of other features, on every page of the console. */
export function ConsoleActions({ children }: { children: ReactNode }) {
  const may = useMay();
  const [running, setRunning] = useState<Running>();
  const [mayGoal, mayMeet, mayPlan] = [may('goals:write'), may('meetings:write'), may('planner:write')];
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
    const toWork: RecordAction = {
      id: 'attach-devices',
      label: 'Add to item or goal',
      icon: <Link2 aria-hidden />,
      fits: areDevices,
      run: (records, done) => {
        const refusal = whyNotAttached(records);
        if (refusal) toast({ id: 'attach-devices', ...refusal });
        else setRunning({ what: 'devices', records, done });
      },
    };
    return [...(mayMeet ? [toMeeting] : []), ...(mayGoal ? [toGoal] : []), ...(mayPlan || mayGoal ? [toWork] : [])];
  }, [mayGoal, mayMeet, mayPlan]);
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
        {running?.what === 'devices' && companyId ? (
          <AttachDevices companyId={companyId} devices={running.records} onAdded={running.done} onClose={close} />
        ) : null}
      </Suspense>
    </RecordActionsProvider>
  );
}
