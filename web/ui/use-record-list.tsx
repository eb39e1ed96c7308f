import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { MenuGroup } from './menu-button.tsx';
import { type RecordRef, refsOf, useRecordActions } from './record-actions.tsx';

const BulkBar = lazy(() => import('./bulk-bar.tsx'));

/** What a table takes to offer them. */
interface Offered<Row> {
  rowMenu?: (row: Row) => MenuGroup[];
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  bulk?: ReactNode;
}

/**
 * A list whose rows are records that other features do something with, and that has nothing else to do with several of them:
 * ticks and bulk bar, and the group of its row menus. Nothing of it where the reader may do nothing with any row.
 */
export function useRecordList<Row>({
  rows,
  rowId,
  refOf,
}: {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Keep it stable between renders. */
  refOf: (row: Row) => RecordRef | undefined;
}): {
  /** A list with more in its row menus gives the table a `rowMenu` of its own after these, with `actionGroup` in it. */
  offered: Offered<Row>;
  hasActions: boolean;
  actionGroup: (row: Row) => MenuGroup;
} {
  const actionsOf = useRecordActions();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const actionGroup = useCallback(
    (row: Row) => ({ id: 'records', items: actionsOf(refsOf([row], refOf)) }),
    [actionsOf, refOf],
  );
  const rowMenu = useCallback((row: Row) => [actionGroup(row)], [actionGroup]);
  const hasActions = rows.some((row) => actionGroup(row).items.length > 0);
  // Rows that a filter or a page took away are not done with unseen.
  const chosen = rows.filter((row) => ticked.has(rowId(row)));
  const clear = () => setTicked(new Set());
  const bulk = (
    <Suspense>
      <BulkBar count={chosen.length} actions={actionsOf(refsOf(chosen, refOf), clear)} onClear={clear} />
    </Suspense>
  );
  const offered: Offered<Row> = hasActions
    ? {
        rowMenu,
        selected: new Set(chosen.map(rowId)),
        onSelect: setTicked,
        bulk,
      }
    : {};
  return { offered, hasActions, actionGroup };
}
