import type { RowData } from '@tanstack/react-table';
import { useCallback, useMemo, useRef } from 'react';
import type { DataTableProps } from './data-table.tsx';
import type { Column } from './table-model.ts';
import type { RowShape } from './table-row.tsx';

type Tick<Row> = RowShape<Row>['onTick'];

/** What the rows of a list are told: the same object between renders, as far as the caller's own parts are. */
export function useRowShape<Row extends RowData>(
  { rowName, rowHref, rowMenu, rowTone, rowNote, noteTone, twoLine = false, onSelect, onPeek }: DataTableProps<Row>,
  columns: readonly Column<Row>[],
  tick: Tick<Row>,
): RowShape<Row> {
  const latest = useRef(tick);
  latest.current = tick;
  const onTick = useCallback<Tick<Row>>((id, event) => latest.current(id, event), []);
  const [selectable, peekable] = [onSelect !== undefined, onPeek !== undefined];
  return useMemo(
    () => ({
      columns,
      selectable,
      peekable,
      twoLine,
      rowName,
      rowHref,
      rowMenu,
      rowTone,
      rowNote,
      noteTone,
      onTick,
    }),
    [columns, selectable, peekable, twoLine, rowName, rowHref, rowMenu, rowTone, rowNote, noteTone, onTick],
  );
}
