import { op } from '../kernel/op.ts';
import { Gone } from '../kernel/record.ts';
import { Download } from '../reports/report.ts';
import {
  Attachment,
  AttachmentPage,
  AttachmentsInput,
  NewAttachment,
  OneAttachment,
  UploadTarget,
  VersionedAttachment,
} from './attachment.ts';

const RECORD = '/companies/{companyId}/attachments/{recordType}/{recordId}';

/**
 * Files that staff attach to a record: announced (`add`), put straight into the store of files (`upload` says where), and
 * there once that is confirmed (`finish`). Each operation also asks for the right to read the record.
 */
export const attachmentsApi = {
  /** Newest first; what is still being uploaded is left out. */
  list: op('attachments:read', 'GET', RECORD).input(AttachmentsInput).output(AttachmentPage),
  add: op('attachments:write', 'POST', RECORD).input(NewAttachment).output(Attachment),
  /** May be asked again, as long as the file has not arrived. */
  upload: op('attachments:write', 'POST', `${RECORD}/{attachmentId}/upload`).input(OneAttachment).output(UploadTarget),
  /** Refused as long as the bytes that were announced are not there. */
  finish: op('attachments:write', 'POST', `${RECORD}/{attachmentId}/finish`)
    .input(VersionedAttachment)
    .output(Attachment),
  download: op('attachments:read', 'GET', `${RECORD}/{attachmentId}/download`).input(OneAttachment).output(Download),
  /** By whoever attached it, or by whoever may change the MSP. */
  remove: op('attachments:write', 'DELETE', `${RECORD}/{attachmentId}`).input(VersionedAttachment).output(Gone),
};
