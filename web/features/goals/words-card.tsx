import type { GoalDetail } from '../../../shared/goals/goal.ts';
import { Card } from '../../ui/card.tsx';
import { NoteBlock } from '../../ui/note-block.tsx';
import { STANDINGS } from './text.ts';

/** Why the client wants it and what happens next, beside what only staff read. */
export function WordsCard({ goal }: { goal: GoalDetail }) {
  const { why, quote, nextStep, description, closing, status } = goal;
  return (
    <Card>
      <div className="flex flex-col md:flex-row">
        <NoteBlock audience="public" title="Why" fact="Client reads this once it is published">
          {why ? <p className="whitespace-pre-line">{why}</p> : <p className="text-ink-3">Not said yet.</p>}
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
        </NoteBlock>
        <NoteBlock audience="private" title="Notes" fact="Staff only">
          {closing ? (
            <p className="whitespace-pre-line">
              <span className="font-medium">{STANDINGS[status === 'achieved' ? 'achieved' : 'abandoned'].word}: </span>
              {closing}
            </p>
          ) : null}
          {description ? (
            <p className="whitespace-pre-line">{description}</p>
          ) : closing ? null : (
            <p className="text-ink-3">Nothing noted.</p>
          )}
        </NoteBlock>
      </div>
    </Card>
  );
}
