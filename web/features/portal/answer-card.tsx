import { CircleCheck, Clock } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import type { PortalLine } from '../../../shared/portal/portal.ts';
import { Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { AnswerButtons, ReasonField } from './answer-buttons.tsx';
import { type AnswerGroup, costOf, partName } from './answer-groups.ts';
import { type Draft, type DraftAnswer, decide, explain } from './draft-answers.ts';

const PER = { 'one-time': '', monthly: ' a month', annual: ' a year' } as const;

export interface AnswerCardProps {
  group: AnswerGroup;
  mspName: string;
  mayAnswer: boolean;
  draft: Draft;
  /** Lines that were sent without the reason they need. */
  unexplained: readonly string[];
  onDraft: (next: Draft) => void;
}

/** One answer for several lines, when they have the same. */
function sharedAnswer(lines: readonly PortalLine[], draft: Draft): DraftAnswer | undefined {
  const [first, ...rest] = lines.map(({ budgetLineId }) => draft[budgetLineId]);
  const same = rest.every((one) => one?.decision === first?.decision && one?.comment === first?.comment);
  return same ? first : undefined;
}

/** One piece of work that waits: what and why, what it costs, and the answer, for all of its lines or line by line. */
export function AnswerCard({ group, mspName, mayAnswer, draft, unexplained, onDraft }: AnswerCardProps) {
  const { title, why, ifItWaits, when, lines, budget } = group;
  const titleId = useId();
  const ids = lines.map(({ budgetLineId }) => budgetLineId);
  const shared = sharedAnswer(lines, draft);
  const mixed = !shared && ids.some((id) => draft[id]);
  const [apart, setApart] = useState(mixed);
  const cost = costOf(group);
  const several = lines.length > 1;
  const answer = (of: readonly string[], about: string, chosen: DraftAnswer | undefined) => (
    <Answer
      about={about}
      mspName={mspName}
      answer={chosen}
      missing={of.some((id) => unexplained.includes(id))}
      onDecide={(decision) => onDraft(decide(draft, of, decision))}
      onReason={(reason) => onDraft(explain(draft, of, reason))}
    >
      {several && !apart ? (
        <Button variant="quiet" className="max-sm:flex-none" onClick={() => setApart(true)}>
          Line by line
        </Button>
      ) : null}
    </Answer>
  );
  return (
    <section aria-labelledby={titleId} className="flex flex-col gap-3 p-4">
      <header className="flex gap-x-6 gap-y-1 max-sm:flex-col sm:justify-between">
        <div className="min-w-0">
          <h3 id={titleId} className="font-medium text-15">
            {title}
          </h3>
          {why ? <p className="whitespace-pre-line text-ink-2 text-meta">{why}</p> : null}
          {ifItWaits ? <p className="text-ink-3 text-meta">If it waits: {ifItWaits}</p> : null}
        </div>
        <p className="flex shrink-0 items-baseline gap-x-2 sm:flex-col sm:items-end">
          <Money minor={cost.minor} currency={budget.currency} className="font-semibold text-15" />
          <span className="num text-ink-3 text-meta">
            {cost.often}, {cost.often === 'once' ? when : `from ${when}`}
          </span>
        </p>
      </header>
      {several || lines.some(({ note }) => note) ? (
        <ul className="divide-y divide-line border-line border-t border-b">
          {lines.map((line) => (
            <li key={line.budgetLineId} className="flex flex-col gap-2 py-2">
              <Part line={line} title={title} currency={budget.currency} answer={draft[line.budgetLineId]} />
              {mayAnswer && several && apart ? answer([line.budgetLineId], line.label, draft[line.budgetLineId]) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayAnswer && several && apart ? (
        <Button variant="quiet" className="self-start" onClick={() => setApart(false)}>
          Answer all {lines.length} together
        </Button>
      ) : null}
      {mayAnswer && !apart ? answer(ids, title, shared) : null}
    </section>
  );
}

function Answer({
  answer,
  children,
  about,
  mspName,
  missing,
  onDecide,
  onReason,
}: {
  about: string;
  mspName: string;
  answer: DraftAnswer | undefined;
  missing: boolean;
  onDecide: (decision: DraftAnswer['decision']) => void;
  onReason: (reason: string) => void;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2 max-sm:*:[fieldset]:w-full">
        <AnswerButtons about={about} decision={answer?.decision} onDecide={onDecide} />
        {children}
      </div>
      {answer?.decision === 'rejected' ? (
        <ReasonField mspName={mspName} reason={answer.comment} missing={missing} onChange={onReason} />
      ) : null}
    </div>
  );
}

function Part({
  line,
  title,
  currency,
  answer,
}: {
  line: PortalLine;
  title: string;
  currency: string;
  answer: DraftAnswer | undefined;
}) {
  const { locale } = useLocale();
  const { quantity, unitMinor, recurrence, type, note, amountMinor } = line;
  const count = formatNumber(quantity, locale, { maximumFractionDigits: 2 });
  const price = `${count}${type === 'labour' ? ' h' : ''} × ${formatMoney(unitMinor, currency, locale)}${PER[recurrence]}`;
  return (
    <div className="flex items-start gap-2 text-meta">
      {answer?.decision === 'approved' ? <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" /> : null}
      {answer?.decision === 'rejected' ? <Clock aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" /> : null}
      <div className="min-w-0 flex-1">
        <p>
          {partName(line, title)}
          <span className="num ml-2 whitespace-nowrap text-ink-3">{price}</span>
        </p>
        {note ? <p className="text-ink-2">{note}</p> : null}
      </div>
      <Money minor={amountMinor} currency={currency} className="font-medium" />
    </div>
  );
}
