import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { timePassed } from '../../../shared/goals/health.ts';
import { isClosed, shownProgress } from '../../../shared/goals/standing.ts';
import { DateText } from '../../ui/amount.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { counted, formatNumber } from '../../ui/format.ts';
import { useLocale, useNow } from '../../ui/locale.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { figure, METRICS, MODES } from './text.ts';

/** What the progress is counted from, in a sentence. */
function From({ goal: { progressMode, work, measure } }: { goal: GoalDetail }) {
  const { locale } = useLocale();
  if (progressMode === 'from-metric' && measure) {
    const { metric, unit, baseline, target, current } = measure;
    const now = current === undefined ? 'not known yet' : figure(current, unit, locale);
    return `${METRICS[metric]}: from ${figure(baseline, unit, locale)} to ${figure(target, unit, locale)}, now ${now}`;
  }
  if (progressMode === 'manual') return MODES.manual;
  if (work.items === 0) return 'Follows the planner: no work serves it yet';
  const hours =
    work.unsized > 0
      ? `${counted(work.unsized, 'item')} without hours, so items count`
      : `${formatNumber(work.hoursDone, locale)} of ${formatNumber(work.hours, locale)} hours`;
  return `${work.done} of ${counted(work.items, 'item')} done, ${hours}`;
}

/** How far the goal is, beside how much of its time is gone; why its health is what it is. */
export function CourseCard({ goal }: { goal: GoalDetail }) {
  const today = useNow().toISOString().slice(0, 10);
  const progress = shownProgress(goal);
  const passed = Math.round(timePassed(goal, today));
  const { startDate, targetDate, healthByHand, status } = goal;
  return (
    <Card>
      <CardHead title="Progress" fact={<From goal={goal} />} />
      <CardBody className="flex flex-col gap-3">
        <div className="flex items-center gap-4">
          <span className="num font-semibold text-22 tracking-tight">{progress}%</span>
          <div className="flex min-w-0 flex-1 flex-col gap-1.5">
            <ProgressBar value={progress} label="Progress" text={`${progress} percent`} />
            {startDate && targetDate && !isClosed(goal) ? (
              <ProgressBar
                value={passed}
                label="Time that has passed"
                text={`${passed} percent of the time has passed`}
                tone="warn"
                className="opacity-60"
              />
            ) : null}
          </div>
        </div>
        {isClosed(goal) ? null : (
          <p className="text-ink-3 text-meta">
            {startDate && targetDate ? (
              <>
                {passed}% of the time from <DateText iso={startDate} /> to <DateText iso={targetDate} /> has passed.{' '}
              </>
            ) : (
              'Without a target date nothing can be late. '
            )}
            {status === 'active' && healthByHand
              ? 'Health was set by hand; the rule is silent until it is taken back.'
              : ''}
          </p>
        )}
      </CardBody>
    </Card>
  );
}
