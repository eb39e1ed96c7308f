import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { env } from '../env.ts';
import { sha256 } from '../new-id.ts';
import type { Scope } from '../scope.ts';
import { walled } from '../walled.ts';
import { awsConfig } from './aws.ts';

/** A file as stored: whoever reads it later can see that it is still the same. */
export interface Stored {
  sha256: string;
  bytes: number;
}

const clients = new WeakMap<object, S3Client>();

/** S3 under the scope's wall. Checksums of the SDK's own making are left out: browsers and the local cloud sign without. */
async function files(scope: Scope): Promise<S3Client> {
  const behind = await walled(scope);
  const known = clients.get(behind.keys);
  const s3 =
    known ??
    new S3Client({
      ...awsConfig(behind.keys),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  if (!known) clients.set(behind.keys, s3);
  return s3;
}

/** What a browser is told of a file; with a `fileName` it is saved under that name instead of shown. */
interface Kind {
  contentType: string;
  fileName?: string;
}

/** Stores a file, in place of what stood under its key. */
export async function putFile(
  scope: Scope,
  key: string,
  body: Uint8Array,
  { contentType, fileName }: Kind,
): Promise<Stored> {
  const s3 = await files(scope);
  await s3.send(
    new PutObjectCommand({
      Bucket: env('FILES_BUCKET'),
      Key: key,
      Body: body,
      ContentType: contentType,
      ...(fileName ? { ContentDisposition: `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, '-')}"` } : {}),
    }),
  );
  return { sha256: sha256(body), bytes: body.byteLength };
}

/** Reads a file whole. @throws when it is not what was stored */
export async function getFile(scope: Scope, key: string, stored: Stored): Promise<Uint8Array> {
  const s3 = await files(scope);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: env('FILES_BUCKET'), Key: key }));
  const body = (await Body?.transformToByteArray()) ?? new Uint8Array();
  if (sha256(body) !== stored.sha256) throw new FileAltered(key);
  return body;
}

/** Deletes a file, whether or not it is still there. The wall lets only what ends by itself (exports) be deleted. */
export async function removeFile(scope: Scope, key: string): Promise<void> {
  const s3 = await files(scope);
  await s3.send(new DeleteObjectCommand({ Bucket: env('FILES_BUCKET'), Key: key }));
}

/** What lies in the bucket is not what was put there. */
export class FileAltered extends Error {
  override name = 'FileAltered';

  constructor(key: string) {
    super(`The file ${key.slice(key.lastIndexOf('/') + 1)} is not what was stored.`);
  }
}
