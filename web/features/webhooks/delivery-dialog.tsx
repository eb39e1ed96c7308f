import type { Attempt, Delivery } from '../../../shared/webhooks/delivery.ts';
import { DateText } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyField } from '../../ui/copy-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { attemptWord, DELIVERY_STATE } from './text.ts';

/** One delivery: every call with its answer, and the body as it was sent. Loads on first use. */
export default function DeliveryDialog({
  delivery,
  onResend,
  onClose,
}: {
  delivery: Delivery;
  onResend: () => void;
  onClose: () => void;
}) {
  const { type, deliveryId, state, attempts, body } = delivery;
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={type}
      description={
        <>
          <code className="font-sans">{deliveryId}</code>{' '}
          <Badge tone={DELIVERY_STATE[state].tone}>{DELIVERY_STATE[state].word}</Badge>
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          {state === 'planned' ? null : (
            <Button variant="primary" onClick={onResend}>
              Send again
            </Button>
          )}
        </>
      }
    >
      <ol className="flex flex-col divide-y divide-line rounded-card border border-line">
        {attempts.map((attempt, at) => (
          <Call key={attempt.at} attempt={attempt} number={at + 1} />
        ))}
        {attempts.length === 0 ? <li className="px-3.5 py-2 text-ink-3">No call yet.</li> : null}
      </ol>
      <div className="flex flex-col gap-1">
        <p className="text-ink-3 text-meta">Body, the same in each call</p>
        <CopyField label="Body" value={body} />
      </div>
    </Dialog>
  );
}

function Call({ attempt, number }: { attempt: Attempt; number: number }) {
  const { at, failure, status, excerpt } = attempt;
  return (
    <li className="flex flex-col gap-0.5 px-3.5 py-2">
      <span className="flex flex-wrap items-center gap-x-3">
        <span className="num text-ink-3 text-meta">{number}</span>
        <DateText iso={at} year={false} time />
        <Badge tone={failure ? 'bad' : 'ok'}>{status === undefined ? 'No answer' : attemptWord(attempt)}</Badge>
        {failure && status === undefined ? <span className="text-ink-2 text-meta">{failure}</span> : null}
      </span>
      {excerpt ? <code className="font-sans text-ink-2 text-meta [overflow-wrap:anywhere]">{excerpt}</code> : null}
    </li>
  );
}
