// biome-ignore-all lint/a11y/useFocusableInteractive: rows of a table are read, not focused; what acts in them is
// biome-ignore-all lint/a11y/useSemanticElements: grid rows need divs; the table roles are complete and tested with axe
import { ChevronDown, ChevronRight, Ellipsis } from 'lucide-react';
import { type ChangeEvent, memo, type ReactNode } from 'react';
import { CheckboxBox } from './checkbox.tsx';
import { cx } from './cx.ts';
import { Link } from './link.tsx';
import { MenuButton, type MenuGroup } from './menu-button.tsx';
import type { Column, RowGroup } from './table-model.ts';

/** What a row needs to know about its list. A row is drawn anew when this changes: whoever keeps it stable draws less. */
export type RowShape<Row> = {
  /** Those in sight, in their order. */
  columns: readonly Column<Row>[];
  selectable: boolean;
  twoLine: boolean;
  rowName: (row: Row) => string;
  rowHref?: (row: Row) => string;
  rowMenu?: (row: Row) => readonly MenuGroup[];
  rowTone?: (row: Row) => 'warn' | 'muted' | undefined;
  rowNote?: (row: Row) => ReactNode;
  /** `warn`: the note asks for attention. `detail`: it opens up what the row sums. */
  noteTone?: 'warn' | 'detail';
  peekable: boolean;
  onTick: (id: string, event: ChangeEvent<HTMLInputElement>) => void;
};

export type RowProps<Row> = {
  row: Row;
  id: string;
  rowIndex: number;
  selected: boolean;
  peeked: boolean;
  shape: RowShape<Row>;
};

/** The name of the record: a link to its page, else a button that opens the panel, else plain. `data-row-focus` takes J and K. */
export function RowName<Row>({ row, shape }: Pick<RowProps<Row>, 'row' | 'shape'>) {
  const [first] = shape.columns;
  const content = first?.cell(row);
  const href = shape.rowHref?.(row);
  const look = 'flex min-h-6 min-w-0 max-w-full items-center rounded-badge text-left font-medium hover:underline';
  if (href !== undefined) {
    return (
      <Link href={href} data-row-focus className={look}>
        {content}
      </Link>
    );
  }
  if (shape.peekable) {
    return (
      <button type="button" data-row-focus data-row-peek className={look}>
        {content}
      </button>
    );
  }
  return <span className="min-w-0 font-medium">{content}</span>;
}

/** Ground and edge of a row's note. */
export const noteGround = ({ noteTone = 'warn' }: { noteTone?: 'warn' | 'detail' }) =>
  noteTone === 'warn' ? 'border-warn-line border-dashed bg-warn-soft/60' : 'border-line bg-selected';

function DrawnWideRow<Row>({ row, id, rowIndex, selected, peeked, shape }: RowProps<Row>) {
  const tone = shape.rowTone?.(row);
  const note = shape.rowNote?.(row);
  return (
    <>
      <div
        role="row"
        aria-rowindex={rowIndex}
        aria-selected={shape.selectable ? selected : undefined}
        data-row-id={id}
        className={cx(
          'relative grid grid-cols-(--tracks) items-center gap-x-4 border-line border-t px-(--edge) text-body',
          shape.twoLine ? 'min-h-row2' : 'min-h-row',
          shape.peekable && 'hover:bg-hover',
          tone === 'muted' && 'text-ink-3',
          selected || peeked ? 'bg-selected' : tone === 'warn' && 'bg-warn-soft/60',
          peeked && 'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent',
        )}
      >
        {shape.selectable ? (
          <div role="cell" className="flex">
            <RowTick row={row} id={id} selected={selected} shape={shape} />
          </div>
        ) : null}
        {shape.columns.map((column, at) => {
          const end = column.align === 'end';
          return (
            <div
              role="cell"
              key={column.id}
              className={cx('flex min-w-0 py-1', end && 'num justify-end text-right', at > 0 && !end && 'text-ink-2')}
            >
              {at === 0 ? (
                <RowName row={row} shape={shape} />
              ) : (
                <span className="min-w-0 truncate">{column.cell(row)}</span>
              )}
            </div>
          );
        })}
        {shape.rowMenu ? (
          <div role="cell" className="-mr-2 flex justify-end">
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

/** A row on a wide screen. */
export const WideRow = memo(DrawnWideRow) as typeof DrawnWideRow;

/** The tick box of a row; Shift takes everything since the last tick. */
export function RowTick<Row>({ row, id, selected, shape }: Pick<RowProps<Row>, 'row' | 'id' | 'selected' | 'shape'>) {
  return (
    <CheckboxBox
      aria-label={`Select ${shape.rowName(row)}`}
      checked={selected}
      onChange={(_checked, event) => shape.onTick(id, event)}
    />
  );
}

/** The "..." of a row. */
export function RowMenu<Row>({ row, shape }: { row: Row; shape: RowShape<Row> }) {
  const groups = (shape.rowMenu?.(row) ?? []).filter(({ items }) => items.length > 0);
  if (groups.length === 0) return null;
  return (
    <MenuButton label={`Actions for ${shape.rowName(row)}`} groups={groups}>
      <Ellipsis aria-hidden />
    </MenuButton>
  );
}

/** The heading of a group, which folds it. */
export function GroupHead<Row>({
  group,
  folded,
  onFold,
}: {
  group: RowGroup<Row>;
  folded: boolean;
  onFold: () => void;
}) {
  const Arrow = folded ? ChevronRight : ChevronDown;
  return (
    <div role="row" className="border-line border-t bg-canvas dark:bg-hover/50">
      <div role="cell">
        <button
          type="button"
          aria-expanded={!folded}
          onClick={onFold}
          className="flex min-h-9 w-full items-center gap-2 px-(--edge) text-body outline-offset-[-2px]"
        >
          <Arrow aria-hidden className="size-4 text-ink-2" />
          <span className="sr-only">{group.name}</span>
          <span aria-hidden className="flex items-center gap-2 font-semibold">
            {group.label}
          </span>
          <span className="num font-medium text-ink-2">{group.rows.length}</span>
          {group.fact ? <span className="num ml-auto text-ink-3 text-meta">{group.fact}</span> : null}
        </button>
      </div>
    </div>
  );
}
