// biome-ignore-all lint/a11y/useFocusableInteractive: rows of a table are read, not focused; what acts in them is
// biome-ignore-all lint/a11y/useSemanticElements: grid rows need divs; the table roles are complete and tested with axe
import type { ReactTable, RowData } from '@tanstack/react-table';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { CheckboxBox } from './checkbox.tsx';
import { cx } from './cx.ts';
import type { Column, features } from './table-model.ts';

/** The sticky head: names, sort buttons, and the box that takes all loaded rows. Hidden from sight on a phone. */
export function TableHead<Row extends RowData>({
  table,
  columns,
  selectable,
  menu,
  phone,
}: {
  table: ReactTable<typeof features, Row>;
  columns: readonly Column<Row>[];
  selectable: boolean;
  menu: boolean;
  phone: boolean;
}) {
  const all = table.getIsAllRowsSelected();
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={cx(
        phone
          ? 'sr-only'
          : 'sticky top-0 z-2 grid min-h-8 grid-cols-(--tracks) items-center gap-x-4 bg-canvas px-(--edge) text-ink-3 text-meta dark:bg-surface',
      )}
    >
      {selectable ? (
        <div role="columnheader" className="flex">
          <CheckboxBox
            aria-label="Select all rows shown"
            checked={all}
            mixed={!all && table.getIsSomeRowsSelected()}
            onChange={(checked) => table.toggleAllRowsSelected(checked)}
            tabIndex={phone ? -1 : undefined}
          />
        </div>
      ) : null}
      {table.getHeaderGroups().flatMap((group) =>
        group.headers.map((header) => {
          const column = columns.find(({ id }) => id === header.id);
          const sorted = header.column.getIsSorted();
          const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp;
          return (
            <div
              role="columnheader"
              key={header.id}
              aria-sort={sorted ? (sorted === 'desc' ? 'descending' : 'ascending') : undefined}
              className={cx('flex min-w-0 py-1.5', column?.align === 'end' && 'justify-end')}
            >
              {column?.sortable ? (
                <button
                  type="button"
                  tabIndex={phone ? -1 : undefined}
                  onClick={() => header.column.toggleSorting()}
                  className={cx(
                    'flex min-h-6 min-w-0 items-center gap-1 rounded-badge hover:text-ink',
                    column.align === 'end' && 'flex-row-reverse',
                    sorted && 'font-medium text-ink',
                  )}
                >
                  <span className="truncate">{column.header}</span>
                  {sorted ? <Arrow aria-hidden className="size-3.5 shrink-0" /> : null}
                </button>
              ) : (
                <span className="truncate">{column?.header}</span>
              )}
            </div>
          );
        }),
      )}
      {menu ? (
        <div role="columnheader">
          <span className="sr-only">Actions</span>
        </div>
      ) : null}
    </div>
  );
}
