import { exportRequested } from '../../events/exports.ts';
import { isGivenUp, isStuck } from '../../shared/reports/stuck.ts';
import { removeFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { change, remove } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { all } from '../_kit/store.ts';
import { unlessTaken } from '../_kit/unless-taken.ts';
import { ExportEntity, type ExportRow } from './export.entity.ts';
import { currentExport, filesOf, isExpired } from './export-records.ts';
import { anew } from './exports.service.ts';
import { fail } from './finishing.service.ts';

/** More than an MSP's whole staff may keep. */
const MOST = 20_000;

/** Deletes the files, then the record that tells where they are. */
async function clear(scope: Scope, row: ExportRow): Promise<void> {
  const { whole, part } = filesOf(scope, row);
  await removeFile(scope, whole);
  // One further: a worker may have been lost between storing a part and counting it.
  for (let at = 0; at <= row.reach; at += 1) await removeFile(scope, part(at));
  await unlessTaken(commit(scope, [remove(ExportEntity, row, { audit: false })]));
}

/** Goes on with an export whose worker was lost; one that is lost again and again is given up, and who asked is told. */
async function takeUp(scope: Scope, row: ExportRow): Promise<void> {
  const { userId, exportId, attempt } = row;
  if (isGivenUp(row)) {
    await unlessTaken(fail(scope, { mspId: scope.mspId, userId, exportId, attempt, error: 'Lost' }));
    return;
  }
  const next = anew(scope, row);
  const fact = exportRequested.of({ userId, exportId, attempt: next.attempt });
  await unlessTaken(commit(scope, [change(ExportEntity, row, next)], [fact]));
}

/** Looks after the MSP's exports: takes up those that were cut off, and clears those whose time is over. */
export async function tend(scope: Scope): Promise<void> {
  const now = scope.now();
  for (const listed of await all(scope, ExportEntity, ExportEntity.query.inMsp({ mspId: scope.mspId }), {
    most: MOST,
  })) {
    if (!isExpired(listed, now) && !isStuck(listed, now)) continue;
    const row = await currentExport(scope, listed);
    if (isExpired(row, now)) await clear(scope, row);
    else if (isStuck(row, now)) await takeUp(scope, row);
  }
}
