// biome-ignore-all lint/a11y/useFocusableInteractive: rows of a table are read, not focused; what acts in them is
// biome-ignore-all lint/a11y/useSemanticElements: the same table roles as on a wide screen, laid out as one block
import { memo } from 'react';
import { cx } from './cx.ts';
import type { Column } from './table-model.ts';
import { noteGround, RowMenu, RowName, type RowProps, RowTick } from './table-row.tsx';

function DrawnPhoneRow<Row>({ row, id, rowIndex, selected, peeked, shape }: RowProps<Row>) {
  const rest = shape.columns.slice(1);
  const of = (place: NonNullable<Column<Row>['phone']>) => rest.filter(({ phone }) => (phone ?? 'meta') === place);
  const tone = shape.rowTone?.(row);
  const note = shape.rowNote?.(row);
  const values = of('value');
  return (
    <>
      <div
        role="row"
        aria-rowindex={rowIndex}
        aria-selected={shape.selectable ? selected : undefined}
        data-row-id={id}
        className={cx(
          'flex min-h-16 items-start gap-3 border-line border-t px-(--edge) py-3',
          selected || peeked ? 'bg-selected' : tone === 'warn' && 'bg-warn-soft/60',
        )}
      >
        {shape.selectable ? (
          <div role="cell" className="grid size-6 place-items-center">
            <RowTick row={row} id={id} selected={selected} shape={shape} />
          </div>
        ) : null}
        <div className={cx('flex min-w-0 flex-1 flex-col gap-1', tone === 'muted' && 'text-ink-3')} role="presentation">
          <div role="cell" className="flex text-15">
            <RowName row={row} shape={shape} />
          </div>
          {of('status').map((column) => (
            <div role="cell" key={column.id}>
              {column.cell(row)}
            </div>
          ))}
          <div role="presentation" className="text-ink-3 text-meta empty:hidden">
            {of('meta').map((column) => (
              // A cell that shows nothing takes its separator with it.
              <div role="cell" key={column.id} className="inline not-first:before:content-['_·_'] empty:hidden">
                {column.cell(row)}
              </div>
            ))}
          </div>
        </div>
        {values.length > 0 ? (
          <div
            role="presentation"
            className="num flex shrink-0 flex-col items-end gap-1 text-right text-ink-3 text-meta first:*:text-15"
          >
            {values.map((column, at) => (
              <div role="cell" key={column.id} className={at === 0 ? 'font-medium text-15 text-ink' : ''}>
                {column.cell(row)}
              </div>
            ))}
          </div>
        ) : null}
        {shape.rowMenu ? (
          <div role="cell" className="-my-2 -mr-3">
            <RowMenu row={row} shape={shape} />
          </div>
        ) : null}
      </div>
      {note ? (
        <div role="row" className={cx('border-t px-(--edge) py-2', noteGround(shape))}>
          <div role="cell">{note}</div>
        </div>
      ) : null}
    </>
  );
}

/** A row on a phone: full width, at least 64 px; title, status, then a meta line, figures at the right. */
export const PhoneRow = memo(DrawnPhoneRow) as typeof DrawnPhoneRow;
