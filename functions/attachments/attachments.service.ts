import type {
  Attachment,
  AttachmentsInput,
  NewAttachment,
  OneAttachment,
  UploadTarget,
  VersionedAttachment,
} from '../../shared/attachments/attachment.ts';
import { contentTypeOf, MOST_FILES, NOT_TAKEN } from '../../shared/attachments/file-kinds.ts';
import { permit } from '../../shared/kernel/actor.ts';
import { forbidden, invalid, notFound, refused } from '../../shared/kernel/error.ts';
import type { Page } from '../../shared/kernel/page.ts';
import type { Gone } from '../../shared/kernel/record.ts';
import type { Download } from '../../shared/reports/report.ts';
import { isStored } from '../_kit/clients/file-check.ts';
import { LINK_SECONDS, linkTo, uploadLinkTo } from '../_kit/clients/file-links.ts';
import { commit } from '../_kit/commit.ts';
import { mspFile } from '../_kit/file-keys.ts';
import { newId } from '../_kit/new-id.ts';
import { change, put } from '../_kit/operations.ts';
import { basedOn, revised, stamped } from '../_kit/record.ts';
import type { Scope } from '../_kit/scope.ts';
import { mustFind, page } from '../_kit/store.ts';
import { checkCarrier, mayRead } from '../comments/carriers.service.ts';
import { AttachmentEntity, type AttachmentRow } from './attachment.entity.ts';

const MINUTE_MS = 60_000;
/** As long as a file may take to arrive once it is announced. */
const ARRIVAL_MS = 60 * MINUTE_MS;
/** A link that was given out lives on for a while: only when none is left may the bytes be deleted for good. */
const LINKS_END_MS = LINK_SECONDS * 1000 + 10 * MINUTE_MS;

const later = (scope: Scope, ms: number) => new Date(scope.now().getTime() + ms).toISOString();

/** Beside the folders of the clients, not in them: a client's session does not reach what is among staff. */
export function bytesOf(scope: Scope, { companyId, attachmentId }: Pick<AttachmentRow, 'companyId' | 'attachmentId'>) {
  return mspFile(scope, `attachments/${companyId}/${attachmentId}`);
}

const shown = ({ clearAt: _, ...row }: AttachmentRow): Attachment => row as Attachment;
const ofRecord = (scope: Scope, { companyId, recordType, recordId }: Omit<OneAttachment, 'attachmentId'>) =>
  AttachmentEntity.query.ofRecord({ mspId: scope.mspId, companyId, recordType, recordId });

/** The files on a record, newest first. */
export async function list(scope: Scope, { limit, cursor, ...record }: AttachmentsInput): Promise<Page<Attachment>> {
  mayRead(scope, record.recordType);
  const keep = ({ status }: AttachmentRow) => status === 'ready';
  const rows = await page(scope, AttachmentEntity, ofRecord(scope, record), { limit, cursor, newestFirst: true, keep });
  return { ...rows, items: rows.items.map(shown) };
}

/** Refuses one file more than a record holds. Those that still arrive count, those that never did are forgotten. */
async function checkRoom(scope: Scope, record: NewAttachment): Promise<void> {
  const now = scope.now().toISOString();
  const held = ({ status, clearAt }: AttachmentRow) => status === 'ready' || (status === 'uploading' && clearAt > now);
  const { items } = await page(scope, AttachmentEntity, ofRecord(scope, record), {
    limit: MOST_FILES,
    consistent: true,
    keep: held,
  });
  if (items.length >= MOST_FILES)
    throw refused('attachment.too-many', `A record holds ${MOST_FILES} files. Delete one that is no longer needed.`);
}

/** Announces a file. Its bytes are put where `upload` says, and it is there after `finish`. */
export async function add(scope: Scope, { name, ...file }: NewAttachment): Promise<Attachment> {
  mayRead(scope, file.recordType);
  const contentType = contentTypeOf(name);
  if (!contentType) throw invalid('name', NOT_TAKEN);
  await Promise.all([checkCarrier(scope, file), checkRoom(scope, { name, ...file })]);
  const row: AttachmentRow = stamped(scope, {
    ...file,
    name,
    contentType,
    attachmentId: newId(scope.now()),
    status: 'uploading' as const,
    clearAt: later(scope, ARRIVAL_MS + LINKS_END_MS),
  });
  return commit(scope, [put(AttachmentEntity, row)], [], shown(row));
}

async function current(scope: Scope, { companyId, recordType, recordId, attachmentId }: OneAttachment) {
  mayRead(scope, recordType);
  const key = AttachmentEntity.get({ mspId: scope.mspId, companyId, recordType, recordId, attachmentId });
  const row = await mustFind(scope, AttachmentEntity, key, 'file');
  if (row.status === 'removed') throw notFound('file');
  return row;
}

/** @throws 403 when somebody else announced the file */
function mayUpload({ actor }: Scope, { createdBy }: AttachmentRow): void {
  if (createdBy !== actor.userId) throw forbidden('Only who announced a file can upload it.');
}

/** Where the bytes of an announced file are put. */
export async function upload(scope: Scope, one: OneAttachment): Promise<UploadTarget> {
  const row = await current(scope, one);
  mayUpload(scope, row);
  if (row.status === 'ready') throw refused('attachment.is-there', 'This file is there already. Reload the page.');
  if (row.clearAt <= later(scope, LINKS_END_MS))
    throw refused('attachment.too-late', 'This upload was begun more than an hour ago. Attach the file again.');
  return uploadLinkTo(scope, bytesOf(scope, row), row);
}

/** The bytes are there: from now on the file is seen. */
export async function finish(scope: Scope, { v, ...one }: VersionedAttachment): Promise<Attachment> {
  const before = basedOn(await current(scope, one), v, 'file');
  mayUpload(scope, before);
  if (before.status === 'ready') return shown(before);
  if (!(await isStored(scope, bytesOf(scope, before), before)))
    throw refused('attachment.not-there', `${before.name} has not arrived whole. Attach it again.`);
  const after = revised(scope, before, { status: 'ready' });
  return commit(scope, [change(AttachmentEntity, before, after)], [], shown(after));
}

/** Where the file can be fetched for the next few minutes. It is saved, never opened as a page. */
export async function download(scope: Scope, one: OneAttachment): Promise<Download> {
  const row = await current(scope, one);
  if (row.status !== 'ready') throw notFound('file');
  return { ...(await linkTo(scope, bytesOf(scope, row))), fileName: row.name };
}

/** Takes a file away, also one that has not arrived. The clock deletes its bytes. */
export async function remove(scope: Scope, { v, ...one }: VersionedAttachment): Promise<Gone> {
  const before = basedOn(await current(scope, one), v, 'file');
  if (before.createdBy !== scope.actor.userId && permit(scope.actor, 'msp:write') !== 'allowed')
    throw forbidden('Only who attached a file, or an owner or administrator, can delete it.');
  const after = revised(scope, before, { status: 'removed', clearAt: later(scope, LINKS_END_MS) });
  return commit(scope, [change(AttachmentEntity, before, after)], [], {});
}
