import { json, type Reply } from '../reply.ts';
import { type NinjaCall, wholeNumber } from './call.ts';

/** Rows of a list without `pageSize`. Not published; the vendor's own clients ask for 1,000. */
const DEFAULT_PAGE = 1_000;

/**
 * One page of a list: a bare array of the rows behind the id in `after`, in the order of ids. Nothing says whether more
 * follow; a page that is not full is the last one. Source: NinjaOne Public API 2.0, `pageSize` and `after`.
 */
export function list<Row extends { id: number }>(
  call: NinjaCall,
  rows: readonly Row[],
  shape: (row: Row) => object,
  kept: (row: Row) => boolean = () => true,
): Reply {
  const size = wholeNumber(call, 'pageSize', 1) ?? DEFAULT_PAGE;
  const after = wholeNumber(call, 'after') ?? -1;
  const page: object[] = [];
  for (let index = firstBehind(rows, after); index < rows.length && page.length < size; index += 1) {
    const row = rows[index];
    if (row && kept(row)) page.push(shape(row));
  }
  return json(page);
}

/** Place of the first row with a greater id, by halves: rows are sorted, and there may be many. */
function firstBehind(rows: readonly { id: number }[], after: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.id ?? 0) > after) high = middle;
    else low = middle + 1;
  }
  return low;
}
