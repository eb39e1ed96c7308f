import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { STANDINGS } from './standings.ts';

/** Why the client wants it, the words of its source, what happens next, and what closed it. */
export function WordsCard({ goal }: { goal: GoalDetail }) {
  const { why, quote, nextStep, description, closing, status } = goal;
  return (
    <Card>
      <CardHead title="Why" />
      <CardBody className="flex flex-col gap-3">
        {why ? <p className="whitespace-pre-line">{why}</p> : null}
        {why || quote ? null : <p className="text-ink-3">Not said yet.</p>}
        {quote ? (
          <blockquote className="border-line-strong border-l-2 pl-3 text-ink-2">
            <p>{quote.text}</p>
            <footer className="text-ink-3 text-meta">{quote.from}</footer>
          </blockquote>
        ) : null}
        <p>
          <span className="font-medium">Next: </span>
          {nextStep || <span className="text-ink-3">nothing named yet</span>}
        </p>
        {closing ? (
          <p className="whitespace-pre-line">
            <span className="font-medium">{STANDINGS[status === 'achieved' ? 'achieved' : 'abandoned'].word}: </span>
            {closing}
          </p>
        ) : null}
        {description ? <p className="whitespace-pre-line text-ink-2">{description}</p> : null}
      </CardBody>
    </Card>
  );
}
