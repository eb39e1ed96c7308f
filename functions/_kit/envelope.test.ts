import { randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { runAs } from './env.ts';
import { seal, unseal } from './envelope.ts';

const kms = mockClient(KMSClient);
const variables = {
  KEY_ID: 'key',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 's',
  AWS_SESSION_TOKEN: 't',
};
const context = { purpose: 'identity', what: 'totp', personId: 'p1' };

/** KMS that wraps keys by keeping them, and opens them under their own context only. */
function honestKms() {
  const kept = new Map<string, { key: Buffer; context: string }>();
  const said = (words: Record<string, string> | undefined) => JSON.stringify(Object.entries(words ?? {}).sort());
  kms.on(GenerateDataKeyCommand).callsFake((input) => {
    const key = randomBytes(32);
    const name = randomBytes(8);
    kept.set(name.toString('hex'), { key: Buffer.from(key), context: said(input.EncryptionContext) });
    return { Plaintext: new Uint8Array(key), CiphertextBlob: new Uint8Array(name) };
  });
  kms.on(DecryptCommand).callsFake((input) => {
    const found = kept.get(Buffer.from(input.CiphertextBlob).toString('hex'));
    if (found?.context !== said(input.EncryptionContext)) throw new Error('InvalidCiphertextException');
    return { Plaintext: new Uint8Array(found.key) };
  });
}

afterEach(() => kms.reset());

describe('a sealed secret', () => {
  it('opens under its own context', async () => {
    honestKms();
    await runAs(variables, async () => {
      const sealed = await seal(context, 'sésame');
      expect(JSON.stringify(sealed)).not.toContain('sésame');
      expect(await unseal({ personId: 'p1', what: 'totp', purpose: 'identity' }, sealed)).toBe('sésame');
    });
  });

  it('is another each time', async () => {
    honestKms();
    await runAs(variables, async () => {
      expect((await seal(context, 'x')).text).not.toBe((await seal(context, 'x')).text);
    });
  });

  it('stays shut under another context, and when a part was altered', async () => {
    honestKms();
    await runAs(variables, async () => {
      const sealed = await seal(context, 'sesame');
      await expect(unseal({ ...context, personId: 'p2' }, sealed)).rejects.toThrow('InvalidCiphertext');
      await expect(unseal(context, { ...sealed, text: Buffer.from('forged').toString('base64') })).rejects.toThrow();
      await expect(unseal(context, { ...sealed, tag: Buffer.alloc(16).toString('base64') })).rejects.toThrow();
    });
  });

  it('is not made, and not opened, when KMS gives no key', async () => {
    kms.on(GenerateDataKeyCommand).resolves({}).on(DecryptCommand).resolves({});
    await runAs(variables, async () => {
      await expect(seal(context, 'x')).rejects.toThrow('without a data key');
      await expect(unseal(context, { key: '', iv: '', tag: '', text: '' })).rejects.toThrow('without the data key');
    });
  });
});
