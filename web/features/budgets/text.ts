import type { Budget, BudgetLine, LineStatus, LineType } from '../../../shared/budgets/budget.ts';
import { LINE_WORDS } from '../../../shared/budgets/words.ts';
import { minorDigits } from '../../../shared/kernel/minor.ts';
import type { Recurrence } from '../../../shared/planner/planner-item.ts';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { type Said, toned } from '../../ui/toned.ts';

export const LINE_STATUS = toned<LineStatus>(LINE_WORDS, {
  draft: 'idle',
  pending: 'warn',
  approved: 'ok',
  rejected: 'bad',
});

export const LINE_TYPE: Record<LineType, string> = {
  hardware: 'Hardware',
  labour: 'Labour',
  software: 'Software',
  subscription: 'Subscription',
  other: 'Other',
};

export const RECURRENCE: Record<Recurrence, string> = { 'one-time': 'Once', monthly: 'Monthly', annual: 'Yearly' };

export const PER: Record<Recurrence, string> = { 'one-time': '', monthly: ' a month', annual: ' a year' };

export const ESTIMATES = 'Estimates, not quotes';

/** "1 line", "3 lines". */
export const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);

/** How a budget stands, in the words of those who wait for it. */
export function standingOf({ status, openLines, lineCount, sums }: Budget): Said {
  if (status === 'draft') return { word: 'Draft', tone: 'idle' };
  if (status === 'approved') return { word: 'Approved', tone: 'ok' };
  if (status === 'obsolete') return { word: 'Replaced', tone: 'idle' };
  if (openLines === 0)
    return sums.draft > 0 ? { word: 'Not all sent', tone: 'warn' } : { word: 'Answered', tone: 'info' };
  return openLines < lineCount && (sums.approved > 0 || sums.rejected > 0)
    ? { word: 'Partly answered', tone: 'warn' }
    : { word: 'Waiting for the client', tone: 'proposed' };
}

/** "13 × $1,150", "40 h × $165", "31 × $4 a month". */
export function quantityTimesUnit(
  { quantity, unitMinor, recurrence, type }: Pick<BudgetLine, 'quantity' | 'unitMinor' | 'recurrence' | 'type'>,
  currency: string,
  locale: string,
): string {
  const count = formatNumber(quantity, locale, { maximumFractionDigits: 2 });
  const unit = type === 'labour' ? ' h' : '';
  return `${count}${unit} × ${formatMoney(unitMinor, currency, locale)}${PER[recurrence]}`;
}

/** An amount in whole units of its currency: what is years away is read in thousands, not in cents. */
export function wholeMoney(minor: number, currency: string, locale: string, options: { sign?: boolean } = {}): string {
  const unit = 10 ** minorDigits(currency);
  return formatMoney(Math.round(minor / unit) * unit, currency, locale, options);
}
