import { z } from 'zod';
import { AttachmentId } from '../kernel/id.ts';
import { OnCarrier } from '../kernel/on-carrier.ts';
import { PageInput, pageOf } from '../kernel/page.ts';
import { RecordFields, Version } from '../kernel/record.ts';
import { contentTypeOf, MOST_BYTES, MOST_NAME, NOT_TAKEN } from './file-kinds.ts';

const MEGABYTES = MOST_BYTES / 1_000_000;

/** No path, no control or direction characters: a name is shown, and becomes a name on somebody's disk. */
const UNFIT = /[\\/\p{Cc}\p{Cf}]/u;

const FileName = z
  .string()
  .trim()
  .min(1, 'The file has no name.')
  .max(MOST_NAME, `The name has more than ${MOST_NAME} characters. Rename the file and attach it again.`)
  .refine(
    (name) => !UNFIT.test(name),
    'The name has characters that a file cannot have. Rename it and attach it again.',
  )
  .refine((name) => contentTypeOf(name) !== undefined, NOT_TAKEN);

/** SHA-256 in base64, as S3 writes checksums. */
const Sha256 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'This is not the SHA-256 of a file in base64.');

/**
 * `uploading`: announced, and its bytes are not known to be there. `ready`: stored, byte for byte what was announced.
 * `removed`: seen by nobody, until the clock has deleted its bytes.
 */
export const AttachmentStatus = z.enum(['uploading', 'ready', 'removed']);
export type AttachmentStatus = z.infer<typeof AttachmentStatus>;

/** A file that staff attached to a record; clients never see it. */
export const Attachment = z.object({
  ...RecordFields,
  ...OnCarrier,
  attachmentId: AttachmentId,
  name: z.string(),
  contentType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  status: AttachmentStatus,
});
export type Attachment = z.infer<typeof Attachment>;
export const AttachmentPage = pageOf(Attachment);

export const AttachmentsInput = z.strictObject({ ...OnCarrier, ...PageInput });
export type AttachmentsInput = z.infer<typeof AttachmentsInput>;

/** A file as it is announced: its bytes come afterwards, straight to the store of files. */
export const NewAttachment = z.strictObject({
  ...OnCarrier,
  name: FileName,
  bytes: z
    .int()
    .min(1, 'The file is empty.')
    .max(MOST_BYTES, `The file is larger than ${MEGABYTES} MB. Share it by a link in a comment.`),
  sha256: Sha256,
});
export type NewAttachment = z.infer<typeof NewAttachment>;

const OneOf = { ...OnCarrier, attachmentId: AttachmentId };
export const OneAttachment = z.strictObject(OneOf);
export type OneAttachment = z.infer<typeof OneAttachment>;
export const VersionedAttachment = z.strictObject({ ...OneOf, v: Version });
export type VersionedAttachment = z.infer<typeof VersionedAttachment>;

/** Where the bytes are put, within a few minutes, by one PUT with exactly these headers. */
export const UploadTarget = z.object({
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  expiresAt: z.string(),
});
export type UploadTarget = z.infer<typeof UploadTarget>;
