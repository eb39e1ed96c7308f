// biome-ignore-all lint/a11y/useFocusableInteractive: rows of a table are read, not focused; what acts in them is
// biome-ignore-all lint/a11y/useSemanticElements: grid rows need divs; the table roles are complete and tested with axe
import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import type { Column } from './table-model.ts';

/** The last row: sums under their columns. */
export function TableTotals<Row>({
  columns,
  totals,
  selectable,
  menu,
  phone,
}: {
  columns: readonly Column<Row>[];
  totals: Partial<Record<string, ReactNode>>;
  selectable: boolean;
  menu: boolean;
  phone: boolean;
}) {
  return (
    <div
      role="row"
      className={cx(
        'min-h-row items-center gap-x-4 border-line-strong border-t px-(--edge) py-1 font-semibold text-body',
        phone ? 'flex justify-between' : 'grid grid-cols-(--tracks)',
      )}
    >
      {selectable && !phone ? <div role="cell" /> : null}
      {columns.map((column, at) =>
        phone && at > 0 && totals[column.id] === undefined ? null : (
          <div
            role="cell"
            key={column.id}
            className={cx('min-w-0 truncate', column.align === 'end' && 'num text-right')}
          >
            {totals[column.id]}
          </div>
        ),
      )}
      {menu && !phone ? <div role="cell" /> : null}
    </div>
  );
}
