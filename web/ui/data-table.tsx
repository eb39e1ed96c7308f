// biome-ignore-all lint/a11y/useFocusableInteractive: rows of a table are read, not focused; what acts in them is
// biome-ignore-all lint/a11y/useSemanticElements: grid rows need divs; the table roles are complete and tested with axe
import { functionalUpdate, type RowData, useTable } from '@tanstack/react-table';
import { lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react';
import { arrangedColumns } from './column-order.ts';
import { cx } from './cx.ts';
import { useArrangement } from './list-arrangement.tsx';
import { StaleBar } from './stale-bar.tsx';
import { TableHead } from './table-head.tsx';
import {
  type BodyItem,
  bodyItems,
  type Column,
  columnDefs,
  features,
  gridTracks,
  type RowGroup,
  type Sort,
  toSelection,
} from './table-model.ts';
import { PhoneRow } from './table-phone-row.tsx';
import { GroupHead, type RowShape, WideRow } from './table-row.tsx';
import { TableSkeleton } from './table-skeleton.tsx';
import { TableTotals } from './table-totals.tsx';
import { usePhone } from './use-phone.ts';
import { useRowShape } from './use-row-shape.ts';
import { useTableKeys } from './use-table-keys.ts';

/** Rows that are in the page whole, the most that one call brings: a longer list, and one that goes on, draws those in sight. */
export const AT_ONCE = 100;
/** Rows that stand in for a virtual body until it can be drawn: more than any window shows. */
const STAND_IN = 40;
const VirtualBody = lazy(() => import('./table-virtual-body.tsx'));

/** Lets the table bring a row into the page that a virtual body has not drawn. */
export type Reveal = { current: (id: string) => void };

export type DataTableProps<Row extends RowData> = Partial<
  Pick<RowShape<Row>, 'twoLine' | 'rowHref' | 'rowMenu' | 'rowTone' | 'rowNote' | 'noteTone'>
> & {
  /** Names the table for screen readers, such as "Findings". */
  label: string;
  /** Names the list to the console, so that people may arrange its columns and density. */
  list?: string;
  /**
   * Keep these three stable between renders (module scope, useMemo, or the query's own data); with what rows are told by,
   * such as `rowName` and `rowMenu`, stable too, only rows that changed are drawn.
   */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  groups?: readonly RowGroup<Row>[];
  rowId: (row: Row) => string;
  /** The record's name in plain words, for "Select ..." and "Actions for ...". */
  rowName: (row: Row) => string;
  /** Rows that match on the server, loaded or not. */
  total?: number;
  hidden?: readonly string[];
  sort?: Sort;
  onSort?: (sort: Sort) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  peekedId?: string;
  onPeek?: (id: string | undefined) => void;
  /** `loading`: nothing to show yet. `stale`: rows on screen, newer ones on their way. */
  state?: 'ready' | 'loading' | 'stale';
  /** Shown in place of rows: EmptyState, FilterEmpty or ErrorState. */
  instead?: ReactNode;
  /** A BulkBar, in a strip of its own below the rows. */
  bulk?: ReactNode;
  /** A last row, such as sums: cells by column id. */
  totals?: Partial<Record<string, ReactNode>>;
  /** Only the rows in sight are in the page: for lists of more than `AT_ONCE` rows, or that go on. */
  virtual?: boolean;
  /** `fill`: the table is the page, takes the height left and scrolls inside. `card`: it is as high as its rows. */
  frame?: 'fill' | 'card';
  /** Below this width the table scrolls sideways (wide screens only). */
  minWidth?: string;
};

/** The list of the product: see README for what the caller keeps in the URL and what the keys do. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { rows, groups, rowId, selected, onSelect, onPeek, peekedId, state = 'ready', frame = 'fill' } = props;
  const arrangement = useArrangement(props.list);
  const columns = useMemo(
    () => arrangedColumns(props.columns, arrangement.columns),
    [props.columns, arrangement.columns],
  );
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  // State, not a ref: the virtual body must draw again once the scroller is there.
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const reveal = useRef<(id: string) => void>(() => undefined);
  const phone = usePhone();

  const data = useMemo(() => (groups ? groups.flatMap((group) => [...group.rows]) : rows), [groups, rows]);
  const defs = useMemo(() => columnDefs(columns), [columns]);
  const selection = useMemo(() => toSelection(selected ?? new Set()), [selected]);
  const visibility = useMemo(() => Object.fromEntries((props.hidden ?? []).map((id) => [id, false])), [props.hidden]);
  const sorting = useMemo(
    () => (props.sort ? [{ id: props.sort.column, desc: props.sort.descending }] : []),
    [props.sort],
  );
  const selectable = onSelect !== undefined;
  const table = useTable({
    features,
    columns: defs,
    data,
    getRowId: rowId,
    enableSubRowSelection: false,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { rowSelection: selection, columnVisibility: visibility, sorting },
    onRowSelectionChange: (updater) => onSelect?.(new Set(Object.keys(functionalUpdate(updater, selection)))),
    onSortingChange: (updater) => {
      const [first] = functionalUpdate(updater, sorting);
      if (first) props.onSort?.({ column: first.id, descending: first.desc });
    },
  });

  const byId = table.getRowModel().rowsById;
  const items = useMemo(() => bodyItems(data, groups, folded), [data, groups, folded]);
  const ids = useMemo(() => items.flatMap((item) => (item.kind === 'row' ? [rowId(item.row)] : [])), [items, rowId]);
  const keys = useMemo(
    () => items.map((item) => (item.kind === 'row' ? rowId(item.row) : `group ${item.group.id}`)),
    [items, rowId],
  );
  const visible = useMemo(() => columns.filter(({ id }) => !props.hidden?.includes(id)), [columns, props.hidden]);
  const menu = props.rowMenu !== undefined;
  const shape = useRowShape(props, visible, (id, event) => byId[id]?.getToggleSelectedHandler()(event));
  const { twoLine } = shape;

  useTableKeys(region, {
    ids,
    peekedId,
    onPeek,
    onToggle: selectable ? (id) => byId[id]?.toggleSelected() : undefined,
    onClear: selectable && selected && selected.size > 0 ? () => onSelect(new Set()) : undefined,
    reveal: (id) => reveal.current(id),
  });

  const fold = (id: string) => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  };
  const draw = (item: BodyItem<Row>): ReactNode => {
    if (item.kind === 'group') {
      return (
        <GroupHead key={item.group.id} group={item.group} folded={item.folded} onFold={() => fold(item.group.id)} />
      );
    }
    const id = rowId(item.row);
    const Line = phone ? PhoneRow : WideRow;
    return (
      <Line
        key={id}
        id={id}
        row={item.row}
        rowIndex={item.index + 2}
        selected={selection[id] === true}
        peeked={peekedId === id}
        shape={shape}
      />
    );
  };

  const skeleton = <TableSkeleton columns={visible.length} selectable={selectable} twoLine={twoLine} />;
  const tracks = gridTracks(visible, { selectable, menu });
  const standIn = props.virtual ? items.slice(0, STAND_IN).map(draw) : [];
  const body =
    props.virtual && region && state !== 'loading' && items.length > 0 ? (
      <Suspense fallback={standIn}>
        <VirtualBody
          keys={keys}
          draw={(at) => (items[at] ? draw(items[at]) : null)}
          scroller={region}
          reveal={reveal}
          twoLine={twoLine}
        />
      </Suspense>
    ) : props.virtual ? (
      standIn
    ) : (
      items.map(draw)
    );

  return (
    <div
      className={cx(
        'relative flex min-h-0 min-w-0 flex-col',
        frame === 'fill' && 'flex-1 border-line border-t bg-surface',
      )}
    >
      {state === 'stale' ? <StaleBar /> : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the list are in useTableKeys */}
      <section
        ref={setRegion}
        aria-label={`${props.label}, list`}
        data-density={arrangement.density}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        onClick={(event) => {
          const target = event.target as Element;
          if (!onPeek || !event.currentTarget.contains(target)) return;
          if (!target.closest('[data-row-peek]') && target.closest('a, button, input, label, select')) return;
          onPeek(target.closest<HTMLElement>('[data-row-id]')?.dataset.rowId ?? peekedId);
        }}
        className={cx(
          'relative overflow-auto outline-offset-[-2px]',
          frame === 'fill'
            ? 'min-h-0 flex-1 scroll-pt-10 [--edge:var(--gutter)]'
            : '[--edge:0.875rem] touch:[--edge:1rem]',
        )}
      >
        <div
          role="table"
          aria-label={props.label}
          aria-rowcount={(props.total ?? data.length) + 1}
          aria-busy={state !== 'ready'}
          style={{ ['--tracks' as string]: tracks, minWidth: phone ? undefined : (props.minWidth ?? '40rem') }}
          className={cx(data.length > 0 && 'min-h-full', phone && '[&_[role=row]:nth-child(2)]:border-t-0')}
        >
          <TableHead table={table} columns={columns} selectable={selectable} menu={menu} phone={phone} />
          {state === 'loading' ? skeleton : body}
          {props.totals ? (
            <TableTotals columns={visible} totals={props.totals} selectable={selectable} menu={menu} phone={phone} />
          ) : null}
        </div>
        {state !== 'loading' && data.length === 0 ? props.instead : null}
      </section>
      {props.bulk && selected && selected.size > 0 ? (
        <div
          className={cx(
            'no-print flex shrink-0 justify-center border-line border-t bg-canvas px-2 py-2',
            // A card may end below the window: what the ticks are for stays in sight.
            frame === 'card' && 'sticky bottom-0 z-2',
          )}
        >
          {props.bulk}
        </div>
      ) : null}
    </div>
  );
}
