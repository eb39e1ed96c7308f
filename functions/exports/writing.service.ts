import { csvLine } from '../../shared/exports/csv.ts';
import { MOST_ROWS } from '../../shared/exports/export.ts';
import { putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { ExportEntity, type ExportRow } from './export.entity.ts';
import { exportInWriting, filesOf, type Writing } from './export-records.ts';
import { listingOf } from './listings.ts';
import { readerOf, seenBy } from './reader.ts';

const PAGE = 100;
/** A part holds this many rows, or as many as this many pages bring when filters thin them out. */
const PART_ROWS = 1_000;
const PART_PAGES = 20;

/** There are more rows than one file takes. */
export class ExportTooLarge extends Error {
  override name = 'ExportTooLarge';
}

/** The next rows of the list as text, from where the export stands. */
async function nextPart(reader: Scope, { list, companyId = '', filter, cursor: from }: ExportRow) {
  const { page } = listingOf(list);
  const lines: string[] = [];
  let cursor = from;
  let pages = 0;
  do {
    const wanted = { companyId, filter: filter as never, limit: PAGE, cursor };
    const { items, cursor: next } = await page(reader, wanted);
    lines.push(...items.map(csvLine));
    cursor = next;
    pages += 1;
  } while (cursor !== undefined && lines.length < PART_ROWS && pages < PART_PAGES);
  return { text: lines.join(''), rows: lines.length, cursor };
}

/**
 * Writes the list part by part until it is whole or time runs out; then the next call goes on. A part is stored before the
 * record counts it: a worker that is lost in between leaves a part that the next one writes over.
 *
 * @param hasTime asked after each part
 */
export async function write(
  scope: Scope,
  writing: Writing,
  hasTime: () => boolean,
): Promise<Writing & { state: 'more' | 'whole' }> {
  let row = await exportInWriting(scope, writing);
  const reader = await readerOf(scope, row);
  while (!row.whole) {
    const { text, rows, cursor } = await nextPart(reader, row);
    if (row.rows + rows > MOST_ROWS) throw new ExportTooLarge(`More than ${MOST_ROWS} rows.`);
    const at = row.parts.length;
    const part = await putFile(scope, filesOf(scope, row).part(at), new TextEncoder().encode(text), {
      contentType: 'text/csv; charset=utf-8',
    });
    const next = revised(scope, row, {
      status: 'running',
      rows: row.rows + rows,
      parts: [...row.parts, part],
      reach: Math.max(row.reach, at + 1),
      cursor,
      companies: row.companyId ? undefined : seenBy(reader, row.companies),
      whole: cursor === undefined,
    });
    await commit(scope, [change(ExportEntity, row, next, { what: 'export', audit: false })]);
    row = next;
    if (!hasTime()) break;
  }
  return { ...writing, state: row.whole ? 'whole' : 'more' };
}
