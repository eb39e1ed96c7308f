import type { ReactNode } from 'react';
import { cx } from './cx.ts';

export type Fact = { id: string; label: ReactNode; value: ReactNode };

/** Names and values of a record, in two columns. An empty value is a word ("Unassigned"), never a dash. */
export function FactList({ facts, className }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={cx('grid grid-cols-[minmax(6.5rem,auto)_1fr] gap-x-4', className)}>
      {facts.map((fact) => (
        <div key={fact.id} className="col-span-2 grid min-h-8 grid-cols-subgrid items-center py-1 touch:min-h-11">
          <dt className="text-ink-3 text-meta">{fact.label}</dt>
          <dd className="num flex min-w-0 flex-wrap items-center gap-2 text-body">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Names at the left, figures at the right, with lines between: evidence, sums, what belongs to an estimate. */
export function LedgerList({
  rows,
  className,
}: {
  rows: readonly { id: string; label: ReactNode; value: ReactNode; total?: boolean }[];
  className?: string;
}) {
  return (
    <dl className={cx('flex flex-col divide-y divide-line', className)}>
      {rows.map((row) => (
        <div
          key={row.id}
          className={cx('flex min-h-7 items-center justify-between gap-4 py-1 text-body', row.total && 'font-semibold')}
        >
          <dt className={cx('min-w-0', !row.total && 'text-ink-2')}>{row.label}</dt>
          <dd className="num shrink-0 font-medium">{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
