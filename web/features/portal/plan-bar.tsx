import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import type { DraftSum } from './draft-answers.ts';
import { lineCount } from './text.ts';

/** The strip at the foot: what the chosen answers come to, and the one button that sends them. */
export function PlanBar({
  sum,
  currency,
  busy,
  onLater,
  onSend,
}: {
  sum: DraftSum;
  currency: string;
  busy: boolean;
  onLater: () => void;
  onSend: () => void;
}) {
  const { approved, approvedMinor, rejected, open } = sum;
  const parts = [
    approved > 0 ? lineCount(approved) : '',
    rejected > 0 ? `${rejected} not now` : '',
    open > 0 ? `${open} open` : '',
  ].filter((part) => part !== '');
  return (
    <>
      <div className="mr-auto min-w-0" role="status">
        <p className="num truncate font-semibold">
          {approved > 0 ? (
            <>
              <Money minor={approvedMinor} currency={currency} /> approved
            </>
          ) : rejected > 0 ? (
            'Nothing approved'
          ) : (
            'Nothing chosen yet'
          )}
        </p>
        <p className="num truncate text-ink-3 text-meta">
          {parts.join(', ')}
          <span className="max-sm:hidden">. Nothing is sent yet.</span>
        </p>
      </div>
      <Button className="max-sm:hidden" onClick={onLater}>
        Finish later
      </Button>
      <Button variant="primary" busy={busy} onClick={onSend}>
        Send answers
      </Button>
    </>
  );
}
