import { exportFailed, exportFinished } from '../../events/exports.ts';
import { BOM, csvLine } from '../../shared/exports/csv.ts';
import { exportFileName, MOST_ROWS } from '../../shared/exports/export.ts';
import { getFile, putFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { change } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { get as companyOf } from '../companies/companies.service.ts';
import { ExportEntity, type ExportRow } from './export.entity.ts';
import { exportInWriting, filesOf, type Writing } from './export-records.ts';
import { expiryFrom } from './exports.service.ts';
import { listingOf } from './listings.ts';

const what = { what: 'export' };

/** The headings and every part, one after the other. */
async function joined(scope: Scope, row: ExportRow): Promise<Uint8Array> {
  const { part } = filesOf(scope, row);
  const pieces: Uint8Array[] = [new TextEncoder().encode(BOM + csvLine(listingOf(row.list).headings))];
  for (const [at, stored] of row.parts.entries()) pieces.push(await getFile(scope, part(at), stored));
  return Buffer.concat(pieces);
}

/** Joins the parts into the file, and tells who asked that it is there. Joining twice stores the same bytes twice. */
export async function finish(scope: Scope, { userId, exportId, attempt }: Writing): Promise<Writing> {
  const writing = { mspId: scope.mspId, userId, exportId, attempt };
  const before = await exportInWriting(scope, writing);
  if (before.status === 'finished') return writing;
  const company = before.companyId ? await companyOf(scope, { companyId: before.companyId }) : undefined;
  const fileName = exportFileName(before.list, company?.name, before.createdAt.slice(0, 10));
  const kind = { contentType: 'text/csv; charset=utf-8', fileName };
  const { bytes } = await putFile(scope, filesOf(scope, before).whole, await joined(scope, before), kind);
  const now = scope.now();
  const set = {
    status: 'finished' as const,
    fileName,
    bytes,
    finishedAt: now.toISOString(),
    expiresAt: expiryFrom(now),
  };
  const after = revised(scope, before, set);
  const fact = exportFinished.of({ userId, exportId, list: before.list, rows: before.rows });
  await commit(scope, [change(ExportEntity, before, after, what)], [fact]);
  return writing;
}

/** Why it failed and what to do. */
function reasonOf(error: string | undefined): string {
  if (error === 'ExportForbidden')
    return 'You may no longer read this list or this client. Ask an administrator if you should.';
  if (error === 'ExportTooLarge')
    return `The list has more than ${MOST_ROWS.toLocaleString('en-US')} rows. Narrow it with a filter and export it again.`;
  if (error === 'Lost') return 'The writing was cut off several times. Try again; if it stops once more, tell support.';
  return 'The rows could not be read. Try again in a few minutes.';
}

/** The writing has failed for good: the record says why, and who asked is told. */
export async function fail(scope: Scope, { error, ...writing }: Writing & { error?: string }): Promise<Writing> {
  const before = await exportInWriting(scope, writing);
  if (before.status === 'failed' || before.status === 'finished') return writing;
  const after = revised(scope, before, { status: 'failed', failure: reasonOf(error) });
  const { userId, exportId, list } = before;
  await commit(scope, [change(ExportEntity, before, after, what)], [exportFailed.of({ userId, exportId, list })]);
  return writing;
}
