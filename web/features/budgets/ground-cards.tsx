import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { percent } from '../../../shared/kernel/minor.ts';
import { Button } from '../../ui/button.tsx';
import { Card, CardBody, CardHead } from '../../ui/card.tsx';
import { ProgressBar } from '../../ui/meter.tsx';
import { NoteBlock } from '../../ui/note-block.tsx';
import { ESTIMATES, lines as lineCount } from './text.ts';

/** Internal notes, and what the budget rests on: they stand below what the page is opened for. Loads after it. */
export default function GroundCards({ budget, onEdit }: { budget: BudgetDetail; onEdit?: () => void }) {
  return (
    <>
      <NotesCard notes={budget.internalNotes} onEdit={onEdit} />
      <GroundCard budget={budget} />
    </>
  );
}

/** How much of the total rests on planner items, and how much of that moved since. */
function GroundCard({ budget }: { budget: BudgetDetail }) {
  const live = budget.lines.filter(({ status }) => status !== 'rejected');
  const sum = (of: typeof live) => of.reduce((minor, line) => minor + line.amountMinor, 0);
  const pulled = live.filter(({ source }) => source);
  const moved = live.filter(({ stale }) => stale).length;
  const share = percent(sum(pulled), sum(live));
  return (
    <Card>
      <CardHead title="What it rests on" />
      <CardBody className="flex flex-col gap-2">
        <p className="text-ink-2">
          {share}% of the total comes from planner items, {lineCount(pulled.length)} of {live.length}.{' '}
          {moved === 0 ? 'None of them moved since.' : `${lineCount(moved)} moved since: keep or pull below each.`}
        </p>
        <ProgressBar
          value={share}
          label="Share from planner items"
          text={`${share}%`}
          tone={moved === 0 ? 'ok' : 'warn'}
        />
        <p className="text-ink-3 text-meta">{ESTIMATES}. The client reads the same words.</p>
      </CardBody>
    </Card>
  );
}

/** Notes for staff, in the look of everything that the client never sees. */
function NotesCard({ notes, onEdit }: { notes: string; onEdit?: () => void }) {
  return (
    <Card aria-label="Internal notes">
      <NoteBlock
        audience="private"
        title="Internal notes"
        fact="Staff only"
        alone
        action={
          onEdit ? (
            <Button size="sm" variant="quiet" onClick={onEdit}>
              Edit
            </Button>
          ) : undefined
        }
      >
        {notes ? <p className="whitespace-pre-line">{notes}</p> : <p className="text-ink-3">No notes yet.</p>}
      </NoteBlock>
    </Card>
  );
}
