import { ChevronDown, CircleCheck, Clock } from 'lucide-react';
import { CLIENT_LINE_WORDS } from '../../../shared/budgets/words.ts';
import type { PortalBudget } from '../../../shared/portal/portal.ts';
import { DateText, Money } from '../../ui/amount.tsx';

/** What the client has answered so far, folded: it is there to look up, not to read first. */
export function AnsweredBefore({ budgets }: { budgets: readonly PortalBudget[] }) {
  const answered = budgets.flatMap(({ budgetId, title, currency, lines }) =>
    lines
      .filter(({ status }) => status === 'approved' || status === 'rejected')
      .map((line) => ({ budgetId, budget: title, currency, line })),
  );
  const [first] = answered;
  if (!first) return null;
  const sum = (status: string) => {
    const own = answered.filter(({ line }) => line.status === status);
    return { count: own.length, minor: own.reduce((minor, { line }) => minor + line.amountMinor, 0) };
  };
  const [approved, rejected] = [sum('approved'), sum('rejected')];
  return (
    <details className="group rounded-card border border-line bg-surface">
      <summary className="flex min-h-11 list-none items-center gap-3 rounded-card px-4 py-3 [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 flex-1">
          <span className="block font-medium">Answered before</span>
          <span className="num text-ink-3 text-meta">
            {approved.count} approved, <Money minor={approved.minor} currency={first.currency} />. {rejected.count} not
            now, <Money minor={rejected.minor} currency={first.currency} />.
          </span>
        </span>
        <ChevronDown aria-hidden className="size-4 shrink-0 text-ink-2 group-open:rotate-180" />
      </summary>
      <ul className="divide-y divide-line border-line border-t px-4">
        {answered.map(({ line, budget, currency }) => (
          <li key={line.budgetLineId} className="flex items-start gap-2 py-2.5 text-meta">
            {line.status === 'approved' ? (
              <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
            ) : (
              <Clock aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
            )}
            <div className="min-w-0 flex-1">
              <p>{line.label}</p>
              <p className="text-ink-3">
                {CLIENT_LINE_WORDS[line.status]}
                {line.decision ? (
                  <>
                    {' '}
                    by {line.decision.mine ? 'you' : (line.decision.name ?? 'a colleague')},{' '}
                    <DateText iso={line.decision.at} year={false} />
                  </>
                ) : null}
                , {budget}
              </p>
              {line.decision?.comment ? <p className="text-ink-2">“{line.decision.comment}”</p> : null}
            </div>
            <Money minor={line.amountMinor} currency={currency} className="font-medium" />
          </li>
        ))}
      </ul>
    </details>
  );
}
