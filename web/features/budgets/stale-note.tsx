import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { BudgetDetail, BudgetLine } from '../../../shared/budgets/budget.ts';
import { client } from '../../lib/api.ts';
import { DateText, Money } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { useLocale } from '../../ui/locale.tsx';
import { whenOf } from './line-views.ts';
import { RECURRENCE } from './text.ts';
import { useBudgetRun } from './use-budget-run.ts';

/** What of a line the planner now says otherwise: "13 → 15", "$1,150 → $1,200 each", "Q1 → Q2". */
export function differences(line: BudgetLine, budget: BudgetDetail, locale: string): string[] {
  const { stale } = line;
  if (!stale) return [];
  const count = (value: number) => formatNumber(value, locale, { maximumFractionDigits: 2 });
  const money = (minor: number) => formatMoney(minor, budget.currency, locale);
  const { recurrence, startDate, termMonths } = stale;
  const at = { ...line, recurrence, startDate, termMonths };
  const [before, after] = [whenOf(line, budget), whenOf(at, budget)];
  return [
    stale.quantity === line.quantity
      ? ''
      : `${count(line.quantity)} → ${count(stale.quantity)}${line.type === 'labour' ? ' h' : ''}`,
    stale.unitMinor === line.unitMinor ? '' : `${money(line.unitMinor)} → ${money(stale.unitMinor)} each`,
    stale.recurrence === line.recurrence ? '' : `${RECURRENCE[line.recurrence]} → ${RECURRENCE[stale.recurrence]}`,
    before === after ? '' : `${before} → ${after}`,
  ].filter((part) => part !== '');
}

const CLIENT_SEES: Record<BudgetLine['status'], string> = {
  draft: '',
  pending: 'The client still sees ',
  approved: 'The client approved ',
  rejected: 'The client rejected ',
};

/** Below a line whose planner item moved on: old and new with the difference, and the two ways out. Nothing changes by itself. */
export function StaleNote({ line, budget, mayWrite }: { line: BudgetLine; budget: BudgetDetail; mayWrite: boolean }) {
  const { locale } = useLocale();
  const run = useBudgetRun(budget);
  const [busy, setBusy] = useState<'keep' | 'pull' | 'remove'>();
  const { stale, status, budgetLineId } = line;
  if (!stale) return null;
  const { currency } = budget;
  const parts = differences(line, budget, locale);
  const sent = status !== 'draft';
  const change = async (what: 'keep' | 'pull' | 'remove') => {
    setBusy(what);
    if (what === 'keep')
      await run((at) => client.budgets.keepLine({ ...at, budgetLineId }), { title: `${line.label} kept` });
    if (what === 'pull') {
      const detail = sent ? 'It is a draft again until you send it.' : undefined;
      await run((at) => client.budgets.pullLine({ ...at, budgetLineId }), { title: `${line.label} pulled`, detail });
    }
    if (what === 'remove') {
      await run((at) => client.budgets.removeLine({ ...at, budgetLineId }), { title: `${line.label} removed` });
    }
    setBusy(undefined);
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pl-7 text-meta max-sm:pl-0">
      <RefreshCw aria-hidden className="size-4 shrink-0 text-warn" />
      <div className="num min-w-0 flex-1 basis-64">
        {stale.gone ? (
          <p className="font-medium text-ink">The planner item no longer has this part.</p>
        ) : (
          <p className="font-medium text-ink">
            {stale.from === 'catalogue' ? 'The catalogue changed' : 'The planner item moved on'}{' '}
            <DateText iso={stale.changedAt} year={false} />: {parts.join(', ')}
            {stale.differenceMinor === 0 ? null : (
              <>
                {parts.length > 0 ? ', ' : ''}
                <Money minor={line.amountMinor} currency={currency} /> →{' '}
                <Money minor={stale.amountMinor} currency={currency} />,{' '}
                <Money minor={stale.differenceMinor} currency={currency} sign className="text-warn" />
              </>
            )}
          </p>
        )}
        {sent ? (
          <p className="text-ink-2">
            {CLIENT_SEES[status]}
            <Money minor={line.amountMinor} currency={currency} />.
            {stale.gone ? '' : ' Pulled, the line is a draft again until you send it.'}
          </p>
        ) : null}
      </div>
      {mayWrite ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" busy={busy === 'keep'} onClick={() => void change('keep')}>
            Keep this line
          </Button>
          {stale.gone ? null : (
            <Button size="sm" variant="primary" busy={busy === 'pull'} onClick={() => void change('pull')}>
              Pull the new figures
            </Button>
          )}
          {stale.gone && !sent ? (
            <Button size="sm" busy={busy === 'remove'} onClick={() => void change('remove')}>
              Remove line
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
