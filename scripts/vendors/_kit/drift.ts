import type { Drift, Effect } from './faults.ts';

type Row = Record<string, unknown>;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The new row, or any other JSON value when the change makes it malformed. Fields may be dotted (`prepaidUnits.enabled`). */
function changed(row: unknown, change: Drift): unknown {
  if (change.kind === 'malformed') return change.value;
  if (!isRow(row)) return row;
  const [head = '', ...rest] = change.field.split('.');
  if (rest.length > 0) return { ...row, [head]: changed(row[head], { ...change, field: rest.join('.') }) };
  if (change.kind === 'set') return { ...row, [head]: change.value };
  const { [head]: value, ...others } = row;
  return change.kind === 'rename' ? { ...others, [change.to]: value } : others;
}

/**
 * Applies the effects that change a listing: cut short, emptied, or rows that drifted from the schema.
 * @param idField field that names a row where a switch means one row by its id
 * @returns the rows of the page, and whether it must say that it is the last one
 */
export function withListingFaults(
  listed: readonly unknown[],
  effects: readonly Effect[],
  idField = 'id',
): { rows: unknown[]; cut: boolean } {
  let rows = [...listed];
  let cut = false;
  for (const effect of effects) {
    if (effect.kind === 'cut') {
      rows = effect.keep === null ? rows : rows.slice(0, effect.keep);
      cut = true;
    }
    if (effect.kind === 'mutate') {
      rows = rows.map((row, index) => {
        const { row: meant, change } = effect;
        const hit = meant === null || meant === index || (isRow(row) && String(row[idField]) === meant);
        return hit ? changed(row, change) : row;
      });
    }
  }
  return { rows, cut };
}
