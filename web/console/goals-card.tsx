import type { GoalSummary } from '../../shared/goals/goal-summary.ts';
import { STANDINGS } from '../features/goals/standings.ts';
import { DateText } from '../ui/amount.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card, CardBody, CardHead, CardLink } from '../ui/card.tsx';
import { Link } from '../ui/link.tsx';
import { ProgressBar } from '../ui/meter.tsx';

/** A client's open goals on its overview, those that need a look first. */
export function GoalsCard({ summary, href }: { summary: GoalSummary | undefined; href: string }) {
  const open = summary?.open ?? 0;
  return (
    <Card>
      <CardHead title="Goals" action={<CardLink href={href}>{open === 0 ? 'Set one' : `${open} open`}</CardLink>} />
      <CardBody className="flex flex-col gap-3">
        {summary && summary.first.length > 0 ? (
          summary.first.map(({ goalId, title, standing, progress, targetDate }) => (
            <div key={goalId} className="flex min-w-0 flex-col gap-1">
              <Link href={`${href}/${goalId}`} className="truncate font-medium hover:underline">
                {title}
              </Link>
              <span className="flex items-center gap-2">
                <ProgressBar value={progress} label={`Progress of ${title}`} text={`${progress} percent`} />
                <span className="num w-9 shrink-0 text-right text-ink-2 text-meta">{progress}%</span>
              </span>
              <span className="flex items-center justify-between gap-2 text-ink-3 text-meta">
                <Badge tone={STANDINGS[standing].tone}>{STANDINGS[standing].word}</Badge>
                {targetDate ? (
                  <span>
                    by <DateText iso={targetDate} />
                  </span>
                ) : null}
              </span>
            </div>
          ))
        ) : (
          <p className="text-ink-3">No open goal. Say what this client wants to reach.</p>
        )}
      </CardBody>
    </Card>
  );
}
