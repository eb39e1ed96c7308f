import type { Goal } from '../../../shared/goals/goal.ts';
import { shownProgress, standingOf } from '../../../shared/goals/standing.ts';
import { Badge } from '../../ui/badge.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { STANDINGS } from './standings.ts';
import { progressSource } from './text.ts';

/** Where a goal stands, as a badge. */
export function StandingBadge({ goal }: { goal: Pick<Goal, 'status' | 'health'> }) {
  const { tone, word } = STANDINGS[standingOf(goal)];
  return <Badge tone={tone}>{word}</Badge>;
}

const BAR = { 'at-risk': 'warn', achieved: 'ok' } as const;

/** Progress as a bar with its figure. */
export function GoalProgress({ goal, source }: { goal: Goal; source?: boolean }) {
  const progress = shownProgress(goal);
  const standing = standingOf(goal);
  return (
    <span className="flex w-full min-w-0 flex-col gap-1">
      <span className="flex items-center gap-2">
        <ProgressBar
          value={progress}
          label={`Progress of ${goal.title}`}
          text={`${progress} percent`}
          tone={standing in BAR ? BAR[standing as keyof typeof BAR] : 'accent'}
        />
        <span className="num w-9 shrink-0 text-right text-ink-2 text-meta">{progress}%</span>
      </span>
      {source ? <span className="truncate text-ink-3 text-meta">{progressSource(goal)}</span> : null}
    </span>
  );
}
