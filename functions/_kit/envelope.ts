import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand } from '@aws-sdk/client-kms';
import { kms } from './clients/kms.ts';
import { env } from './env.ts';

/** What the secret belongs to. It opens only under the very same words, so a row copied elsewhere is worthless. */
export type SealContext = Readonly<Record<string, string>>;

/** A secret as the table keeps it; all parts base64. */
export interface Sealed {
  /** The data key, wrapped by KMS under the context. */
  key: string;
  iv: string;
  tag: string;
  text: string;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => Buffer.from(text, 'base64');
const bound = (context: SealContext) =>
  Buffer.from(JSON.stringify(Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))));

/**
 * Encrypts a secret with a data key of its own (AES-256-GCM), the data key wrapped by KMS; both are bound to `context`.
 */
export async function seal(context: SealContext, secret: string): Promise<Sealed> {
  const { Plaintext, CiphertextBlob } = await kms().send(
    new GenerateDataKeyCommand({ KeyId: env('KEY_ID'), KeySpec: 'AES_256', EncryptionContext: { ...context } }),
  );
  if (!Plaintext || !CiphertextBlob) throw new Error('KMS answered without a data key.');
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, Plaintext, iv).setAAD(bound(context));
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  Plaintext.fill(0);
  return { key: base64(CiphertextBlob), iv: base64(iv), tag: base64(cipher.getAuthTag()), text: base64(text) };
}

/** The secret. Throws when it was sealed under another context, or when a part was altered. */
export async function unseal(context: SealContext, sealed: Sealed): Promise<string> {
  const { Plaintext } = await kms().send(
    new DecryptCommand({ CiphertextBlob: bytesOf(sealed.key), EncryptionContext: { ...context } }),
  );
  if (!Plaintext) throw new Error('KMS answered without the data key.');
  const decipher = createDecipheriv(ALGORITHM, Plaintext, bytesOf(sealed.iv))
    .setAAD(bound(context))
    .setAuthTag(bytesOf(sealed.tag));
  const secret = Buffer.concat([decipher.update(bytesOf(sealed.text)), decipher.final()]).toString('utf8');
  Plaintext.fill(0);
  return secret;
}
