import { useState } from 'react';
import { CLIENT_LINE_WORDS } from '../../../../shared/budgets/words.ts';
import type { Saying } from '../../../../shared/meetings/agenda.ts';
import { Money } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { counted } from '../../../ui/format.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { Panel } from './panel.tsx';
import { Foot } from './panels.tsx';

/** A line of a budget that waits for the client's answer. */
export interface OpenLine {
  budgetLineId: string;
  label: string;
  minor: number;
  currency: string;
}

type Answer = 'approved' | 'rejected' | 'open';
const ANSWERS = [
  { value: 'approved', label: 'Approve' },
  { value: 'rejected', label: CLIENT_LINE_WORDS.rejected },
  { value: 'open', label: 'Leave open' },
] as const satisfies readonly { value: Answer; label: string }[];

type Lines = NonNullable<Saying['lines']>;

/** What several answers are together: approved as soon as one line is. */
export const resultOf = (lines: Lines) =>
  lines.some(({ decision }) => decision === 'approved') ? ('approved' as const) : ('declined' as const);

/** The waiting lines of a budget, answered one by one; they begin as the press on the bar said. */
export function LinesPanel({
  lines,
  begin,
  onAnswer,
  onClose,
}: {
  lines: readonly OpenLine[];
  begin: 'approved' | 'rejected';
  onAnswer: (lines: Lines) => void;
  onClose: () => void;
}) {
  const [answers, setAnswers] = useState<Readonly<Record<string, Answer>>>({});
  const answerOf = ({ budgetLineId }: OpenLine): Answer => answers[budgetLineId] ?? begin;
  const given: Lines = lines.flatMap((line) => {
    const decision = answerOf(line);
    return decision === 'open' ? [] : [{ budgetLineId: line.budgetLineId, decision }];
  });
  return (
    <Panel title={`${counted(lines.length, 'line')} wait for an answer`} onClose={onClose}>
      <ul className="flex flex-col divide-y divide-line border-line border-y">
        {lines.map((line) => (
          <li key={line.budgetLineId} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 text-15">
            <span className="min-w-0 flex-1 basis-48 break-words">{line.label}</span>
            <Money minor={line.minor} currency={line.currency} className="font-medium" />
            <Segmented
              label={`Answer to ${line.label}`}
              options={ANSWERS}
              value={answerOf(line)}
              onChange={(answer) => setAnswers({ ...answers, [line.budgetLineId]: answer })}
            />
          </li>
        ))}
      </ul>
      <Foot>
        <Button onClick={onClose}>Cancel</Button>
        <Button data-first variant="primary" onClick={() => (given.length > 0 ? onAnswer(given) : onClose())}>
          {given.length === 0 ? 'Leave all open' : `Keep ${counted(given.length, 'answer')}`}
        </Button>
      </Foot>
    </Panel>
  );
}
