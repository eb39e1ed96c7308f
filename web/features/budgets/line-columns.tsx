import { Map as MapIcon, MessageSquare } from 'lucide-react';
import type { BudgetDetail } from '../../../shared/budgets/budget.ts';
import { yearWords } from '../../../shared/kernel/fiscal-words.ts';
import { Money } from '../../ui/amount.tsx';
import { Badge } from '../../ui/badge.tsx';
import { CellLines } from '../../ui/cell-lines.tsx';
import { cx } from '../../ui/cx.ts';
import { Link } from '../../ui/link.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type LineRow, type View, whenOf } from './line-views.ts';
import { LINE_STATUS, quantityTimesUnit } from './text.ts';

/** What the table of lines shows of people and places of other features. */
export interface LineContext {
  /** The page of a planner item. */
  itemHref: (plannerItemId: string) => string;
  /** Names of the client's people by their user id. */
  names: ReadonlyMap<string, string>;
}

function LineName({ row: { line }, context }: { row: LineRow; context: LineContext }) {
  const { label, source, decision, status, note } = line;
  const by = decision && (decision.saidBy ?? context.names.get(decision.by));
  const rejected = status === 'rejected';
  const first = (
    <span className={cx('line-clamp-2 whitespace-normal max-sm:line-clamp-none', rejected && 'font-normal')}>
      {label}
      {source ? (
        <Link
          href={context.itemHref(source.plannerItemId)}
          aria-label={`Planner item of ${label}`}
          className="relative ml-1 inline-grid size-6 place-items-center rounded-badge align-middle text-ink-3 before:absolute hover:text-accent max-sm:before:-inset-2.5"
        >
          <MapIcon aria-hidden className="size-3.5" />
        </Link>
      ) : null}
    </span>
  );
  const answer = decision?.comment ? (
    <span className="flex min-w-0 items-center gap-1 text-ink-2">
      <MessageSquare aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">The client says: </span>
      <span className="truncate max-sm:whitespace-normal" title={decision.comment}>
        {by ? `${by}: ` : ''}
        {decision.comment}
      </span>
    </span>
  ) : undefined;
  return <CellLines first={first} second={answer ?? (note || undefined)} />;
}

/** Columns of the table of lines. Keep the result stable between renders. */
export function lineColumns(budget: BudgetDetail, view: View, locale: string, context: LineContext): Column<LineRow>[] {
  const { currency } = budget;
  return [
    { id: 'line', header: 'Line', width: 'minmax(14rem,1fr)', cell: (row) => <LineName row={row} context={context} /> },
    {
      id: 'quantity',
      header: 'Quantity × unit',
      width: '8.5rem',
      align: 'end',
      phone: 'meta',
      cell: ({ line }) => quantityTimesUnit(line, currency, locale),
    },
    { id: 'when', header: 'When', width: '4.75rem', phone: 'meta', cell: ({ line }) => whenOf(line, budget) },
    {
      id: 'status',
      header: 'Status',
      width: '6rem',
      phone: 'status',
      cell: ({ line }) => <Badge tone={LINE_STATUS[line.status].tone}>{LINE_STATUS[line.status].word}</Badge>,
    },
    {
      id: 'amount',
      header: view === 'quarter' ? 'In quarter' : yearWords(budget.fiscalYear, budget.fiscalYearStart),
      width: '5rem',
      align: 'end',
      phone: 'value',
      cell: ({ line, amountMinor }) =>
        line.status === 'rejected' ? (
          <s className="font-normal text-ink-3">
            <Money minor={amountMinor} currency={currency} />
          </s>
        ) : (
          <Money minor={amountMinor} currency={currency} className="font-semibold text-ink" />
        ),
    },
  ];
}
