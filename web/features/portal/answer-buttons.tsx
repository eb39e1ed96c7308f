import { Check, Clock } from 'lucide-react';
import { CLIENT_LINE_WORDS } from '../../../shared/budgets/words.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { DraftAnswer } from './draft-answers.ts';

const LONGEST = 1_000;

/** The two answers. A chosen one changes its word, and pressed again it is taken back. */
export function AnswerButtons({
  about,
  decision,
  onDecide,
}: {
  /** What is answered, for those who hear the buttons without the words above them. */
  about: string;
  decision: DraftAnswer['decision'] | undefined;
  onDecide: (decision: DraftAnswer['decision']) => void;
}) {
  const approved = decision === 'approved';
  const rejected = decision === 'rejected';
  return (
    <fieldset aria-label={`Your answer to ${about}`} className="flex min-w-0 gap-2 max-sm:*:flex-1">
      <Button
        icon={<Check aria-hidden />}
        aria-pressed={approved}
        variant={approved ? 'ok' : 'secondary'}
        onClick={() => onDecide('approved')}
      >
        {approved ? CLIENT_LINE_WORDS.approved : 'Approve'}
      </Button>
      <Button
        icon={<Clock aria-hidden />}
        aria-pressed={rejected}
        variant={rejected ? 'warn' : 'secondary'}
        onClick={() => onDecide('rejected')}
      >
        {CLIENT_LINE_WORDS.rejected}
      </Button>
    </fieldset>
  );
}

/** Why not now: the MSP needs it to come back with something better. */
export function ReasonField({
  mspName,
  reason,
  missing,
  onChange,
}: {
  mspName: string;
  reason: string;
  missing: boolean;
  onChange: (reason: string) => void;
}) {
  return (
    <Field
      label="Why not now?"
      required
      help={`${mspName} reads it, so that they can come back with something better.`}
      error={missing ? 'Say in a few words why not, then send again.' : undefined}
    >
      <Textarea
        rows={2}
        maxLength={LONGEST}
        value={reason}
        data-missing-reason={missing || undefined}
        placeholder="After the lease is signed"
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
