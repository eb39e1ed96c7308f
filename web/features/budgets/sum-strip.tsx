import type { ReactNode } from 'react';
import { totalOf } from '../../../shared/budgets/amounts.ts';
import type { BudgetDetail, LineStatus } from '../../../shared/budgets/budget.ts';
import { Money, RelativeTime } from '../../ui/amount.tsx';
import { StatStrip } from '../../ui/stat-strip.tsx';
import { LINE_STATUS, lines } from './text.ts';

/** The five sums of a budget. */
export function SumStrip({ budget }: { budget: BudgetDetail }) {
  const { sums, currency, sentAt } = budget;
  const count = (status: LineStatus) => budget.lines.filter((line) => line.status === status).length;
  const extra: Partial<Record<LineStatus, ReactNode>> = {
    pending:
      sentAt && count('pending') > 0 ? (
        <>
          sent <RelativeTime iso={sentAt} />
        </>
      ) : null,
    draft: count('draft') > 0 ? 'not sent' : null,
  };
  const stat = (status: LineStatus) => ({
    id: status,
    label: LINE_STATUS[status].word,
    value: <Money minor={sums[status]} currency={currency} />,
    fact: (
      <>
        {lines(count(status))}
        {extra[status] ? <>, {extra[status]}</> : null}
      </>
    ),
  });
  return (
    <StatStrip
      label="Sums"
      stats={[
        {
          id: 'total',
          label: 'Total',
          value: <Money minor={totalOf(sums)} currency={currency} />,
          fact: sums.rejected > 0 ? 'without rejected lines' : lines(budget.lines.length),
        },
        stat('approved'),
        stat('pending'),
        stat('draft'),
        stat('rejected'),
      ]}
    />
  );
}
