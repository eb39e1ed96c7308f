import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ServiceError } from '../gateway/aws-call.ts';

export type EncryptionContext = Record<string, string>;

const VERSION = 1;
const IV = 12;
const TAG = 16;

/**
 * Encrypts under the keys of the deployment: AES-256-GCM with a key derived from one master key and the key's ARN, the
 * encryption context as additional data. A blob is version, length of the ARN, ARN, iv, tag, ciphertext.
 */
export class KmsEnvelope {
  readonly #master: Buffer;

  /** Reads the master key, or creates it readable by this user alone. @throws when the file is damaged. */
  constructor(file: string) {
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    }
    chmodSync(file, 0o600);
    this.#master = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
    if (this.#master.length !== 32)
      throw new Error(
        `${file} does not hold a key of 32 bytes: restore it, or run npm run reset (stored secrets are lost).`,
      );
  }

  encrypt(keyArn: string, plaintext: Buffer, context: EncryptionContext): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.#keyOf(keyArn), iv);
    cipher.setAAD(additionalData(keyArn, context));
    const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const arn = Buffer.from(keyArn);
    return Buffer.concat([Buffer.from([VERSION, arn.length]), arn, iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws ServiceError InvalidCiphertextException for a changed blob or another context. */
  decrypt(blob: Buffer, context: EncryptionContext): Buffer {
    const keyArn = this.keyArnOf(blob);
    const start = 2 + keyArn.length;
    const iv = blob.subarray(start, start + IV);
    const decipher = createDecipheriv('aes-256-gcm', this.#keyOf(keyArn), iv);
    try {
      decipher.setAAD(additionalData(keyArn, context));
      decipher.setAuthTag(blob.subarray(start + IV, start + IV + TAG));
      return Buffer.concat([decipher.update(blob.subarray(start + IV + TAG)), decipher.final()]);
    } catch {
      throw invalid();
    }
  }

  /** The key a blob was made under. @throws ServiceError InvalidCiphertextException */
  keyArnOf(blob: Buffer): string {
    const [version, length = 0] = blob;
    if (version !== VERSION || blob.length < 2 + length + IV + TAG) throw invalid();
    return blob.subarray(2, 2 + length).toString();
  }

  #keyOf(keyArn: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#master, Buffer.alloc(0), keyArn, 32));
  }
}

function additionalData(keyArn: string, context: EncryptionContext): Buffer {
  const sorted = Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(JSON.stringify([keyArn, sorted]));
}

function invalid(): ServiceError {
  return new ServiceError(
    'InvalidCiphertextException',
    'The ciphertext is damaged, or the encryption context is not the one it was made with.',
  );
}
