import {
  type ColumnDef,
  columnVisibilityFeature,
  type RowData,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

/** Only what lists need: the rest of TanStack Table stays out of the bundle. Paging and filters are the server's. */
export const features = tableFeatures({ rowSelectionFeature, columnVisibilityFeature, rowSortingFeature });

/** A column of a list. The first column is the record's name and the title of the row on a phone. */
export type Column<Row> = {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** A grid track, such as `minmax(12rem,2fr)` or `6rem`. Content never sets widths: rows load page by page. */
  width?: string;
  /** `end` for numbers, money and their headers. */
  align?: 'start' | 'end';
  sortable?: boolean;
  /** Where the column goes on a phone: a badge above the meta line, a figure at the right, part of the meta line, or nowhere. */
  phone?: 'status' | 'value' | 'meta' | 'hidden';
};

export type Sort = { column: string; descending: boolean };

/** Rows under a heading that folds. `fact` stands at the right of the heading, such as a sum. */
export type RowGroup<Row> = { id: string; label: ReactNode; name: string; fact?: ReactNode; rows: readonly Row[] };

/** What stands in the body, top to bottom: group headings, and the rows of unfolded groups with their place in the data. */
export type BodyItem<Row> =
  | { kind: 'group'; group: RowGroup<Row>; folded: boolean }
  | { kind: 'row'; row: Row; index: number };

/** Flattens groups into body items; without groups every row is one. `index` counts all rows, folded ones too. */
export function bodyItems<Row>(
  rows: readonly Row[],
  groups: readonly RowGroup<Row>[] | undefined,
  folded: ReadonlySet<string>,
): BodyItem<Row>[] {
  if (!groups) return rows.map((row, index) => ({ kind: 'row', row, index }));
  let index = 0;
  return groups.flatMap((group): BodyItem<Row>[] => {
    const from = index;
    index += group.rows.length;
    const isFolded = folded.has(group.id);
    const heading: BodyItem<Row> = { kind: 'group', group, folded: isFolded };
    if (isFolded) return [heading];
    return [heading, ...group.rows.map((row, at): BodyItem<Row> => ({ kind: 'row', row, index: from + at }))];
  });
}

/** Our columns as TanStack's. */
export function columnDefs<Row extends RowData>(columns: readonly Column<Row>[]): ColumnDef<typeof features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    header: column.header,
    cell: ({ row }) => column.cell(row.original),
    enableSorting: column.sortable === true,
    // A sort needs a value in TanStack's eyes; ours happens on the server, so any will do.
    accessorFn: () => '',
    sortDescFirst: column.align === 'end',
  }));
}

/** The grid tracks of one row: tick box, visible columns, menu. */
export function gridTracks(
  columns: readonly { width?: string; align?: 'start' | 'end' }[],
  { selectable, menu }: { selectable: boolean; menu: boolean },
): string {
  const own = columns.map(({ width }, index) => width ?? (index === 0 ? 'minmax(12rem, 2fr)' : 'minmax(5rem, 1fr)'));
  return [...(selectable ? ['1rem'] : []), ...own, ...(menu ? ['2rem'] : [])].join(' ');
}

/** Ids to TanStack's selection state. */
export function toSelection(ids: ReadonlySet<string>): Record<string, true> {
  return Object.fromEntries([...ids].map((id) => [id, true as const]));
}
