import { every } from '../../shared/kernel/every.ts';
import { removeFile } from '../_kit/clients/files.ts';
import { commit } from '../_kit/commit.ts';
import { change, remove } from '../_kit/operations.ts';
import { revised } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, page } from '../_kit/store.ts';
import { unlessTaken } from '../_kit/unless-taken.ts';
import { AttachmentEntity, type AttachmentRow } from './attachment.entity.ts';
import { bytesOf } from './attachments.service.ts';

const PAGE = 100;

/** First nobody can finish it any more, then the bytes go, then the row that tells where they are. */
async function clear(scope: Scope, listed: AttachmentRow): Promise<void> {
  const row = await find(scope, AttachmentEntity, AttachmentEntity.get(listed), { consistent: true });
  // Listed a moment ago: it may have arrived since.
  if (!row || row.status === 'ready' || row.clearAt > scope.now().toISOString()) return;
  const gone = row.status === 'removed' ? row : revised(scope, row, { status: 'removed' });
  if (gone !== row) await commit(scope, [change(AttachmentEntity, row, gone, { audit: false })]);
  await removeFile(scope, bytesOf(scope, gone));
  await commit(scope, [remove(AttachmentEntity, gone, { audit: false })]);
}

/** Deletes the files that were removed, and what is left of uploads that never ended. */
export async function clearFiles(scope: Scope): Promise<void> {
  const query = AttachmentEntity.query.toClear({ mspId: scope.mspId }).lt({ clearAt: scope.now().toISOString() });
  const listed = (cursor: string | undefined) => page(scope, AttachmentEntity, query, { limit: PAGE, cursor });
  for (const row of await every(listed)) await unlessTaken(clear(scope, row));
}
