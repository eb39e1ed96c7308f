/** Which columns stand in a list and in what order. The first is the record's name: it is always there, and always first. */
type Named = { id: string };

/** The columns as arranged; without an arrangement as the list has them. Ids that the list does not know are passed over. */
export function arrangedColumns<C extends Named>(
  columns: readonly C[],
  ids: readonly string[] | undefined,
): readonly C[] {
  const [name, ...others] = columns;
  // An arrangement of another list, left in an address, says nothing about this one.
  if (!name || !ids?.some((id) => columns.some((column) => column.id === id))) return columns;
  return [name, ...ids.flatMap((id) => others.find((column) => column.id === id) ?? [])];
}

/** What a chooser lists: the shown columns in their order, then the hidden ones in the list's own. */
export function choosable<C extends Named>(
  columns: readonly C[],
  ids: readonly string[] | undefined,
): { column: C; shown: boolean }[] {
  const shown = arrangedColumns(columns, ids).slice(1);
  const hidden = columns.slice(1).filter((column) => !shown.includes(column));
  return [...shown.map((column) => ({ column, shown: true })), ...hidden.map((column) => ({ column, shown: false }))];
}

/** The ids with one moved by so many places, or as they are when there is no such place. */
export function movedBy(ids: readonly string[], id: string, by: number): string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  const rest = ids.filter((each) => each !== id);
  return rest.toSpliced(to, 0, id);
}
