import type { Reply } from '../reply.ts';
import type { Drift, Effect } from './faults.ts';

type Row = Record<string, unknown>;

function isRow(value: unknown): value is Row {
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

/** Applies the effects that change a listing: cut short, emptied, or rows that drifted from the schema. */
export function withListingFaults(reply: Reply, effects: readonly Effect[]): Reply {
  const { body } = reply;
  if (!isRow(body) || !Array.isArray(body.value)) return reply;
  let result: Row = body;
  let rows: unknown[] = body.value;
  for (const effect of effects) {
    if (effect.kind === 'cut') {
      rows = effect.keep === null ? rows : rows.slice(0, effect.keep);
      const { '@odata.nextLink': _dropped, ...rest } = result;
      result = rest;
    }
    if (effect.kind === 'mutate') {
      rows = rows.map((row, index) => {
        const meant = effect.row === null || effect.row === index || (isRow(row) && row.id === effect.row);
        return meant ? changed(row, effect.change) : row;
      });
    }
  }
  return { ...reply, body: { ...result, value: rows } };
}
