import { DecryptCommand, EncryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import type { Mail } from '../services/mailbox.ts';
import { startFixture } from './fixture.ts';
import { clientOptions } from './functions/wall.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

let cloud: Cloud;
let kms: KMSClient;
let ses: SESv2Client;
beforeAll(async () => {
  cloud = await startFixture();
  const options = clientOptions(cloud.environmentOf('notes-api'));
  kms = new KMSClient(options);
  ses = new SESv2Client(options);
});
afterAll(() => cloud.close());

describe('a data key', () => {
  const KeyId = 'alias/fixture';
  const EncryptionContext = { mspId: 'northlight', integrationId: 'i1' };

  it('comes back for the context it was made with', async () => {
    const { Plaintext, CiphertextBlob } = await kms.send(
      new GenerateDataKeyCommand({ KeyId, KeySpec: 'AES_256', EncryptionContext }),
    );
    expect(Plaintext).toHaveLength(32);
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect(opened.Plaintext).toEqual(Plaintext);
  });

  it('stays shut for another context, a changed blob and foreign bytes', async () => {
    const { CiphertextBlob = new Uint8Array() } = await kms.send(
      new EncryptCommand({ KeyId, Plaintext: Buffer.from('secret'), EncryptionContext }),
    );
    const changed = Uint8Array.from(CiphertextBlob, (byte, index) =>
      index === CiphertextBlob.length - 1 ? byte ^ 1 : byte,
    );
    const attempts = [
      { CiphertextBlob, EncryptionContext: { ...EncryptionContext, integrationId: 'i2' } },
      { CiphertextBlob: changed, EncryptionContext },
      { CiphertextBlob: new Uint8Array([9, 9]), EncryptionContext },
    ];
    for (const attempt of attempts)
      await expect(kms.send(new DecryptCommand(attempt))).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });

  it("is refused outside the context the role's policy allows", async () => {
    const foreign = new GenerateDataKeyCommand({
      KeyId,
      KeySpec: 'AES_256',
      EncryptionContext: { mspId: 'southwind' },
    });
    await expect(kms.send(foreign)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(
      kms.send(new GenerateDataKeyCommand({ KeyId: 'alias/none', KeySpec: 'AES_256' })),
    ).rejects.toMatchObject({
      name: 'NotFoundException',
    });
  });
});

describe('mail', () => {
  const send = (from: string, to: string[], subject = 'Your report') =>
    ses.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: to },
        Content: {
          Simple: {
            Subject: { Data: subject },
            Attachments: [{ FileName: 'report.pdf', ContentType: 'application/pdf', RawContent: Buffer.alloc(1500) }],
            Body: {
              Text: { Data: 'Read it at http://127.0.0.1:4600/reports/1?a=1&b=2.\n<script>alert(1)</script>' },
              Html: { Data: '<p>Read <a href="http://127.0.0.1:4600/reports/1">it</a></p>' },
            },
          },
        },
      }),
    );

  it('lands in the mailbox and on its page, with links that can be followed and nothing that runs', async () => {
    const { MessageId } = await send('Fairlead <mail@fairlead.example>', ['Ada <ada@client.example>']);
    expect(cloud.mailbox.to('ADA@client.example')).toMatchObject([
      { id: MessageId, subject: 'Your report', attachments: [{ name: 'report.pdf', bytes: 1500 }] },
    ]);
    const listed = (await (await fetch(`${cloud.origin}/_local/mail.json`)).json()) as Mail[];
    expect(listed[0]).toMatchObject({ from: 'Fairlead <mail@fairlead.example>', to: ['Ada <ada@client.example>'] });
    expect(await (await fetch(`${cloud.origin}/_local/mail`)).text()).toContain(`href="/_local/mail/${MessageId}"`);
    const view = await fetch(`${cloud.origin}/_local/mail/${MessageId}`);
    const html = await view.text();
    expect(html).toContain('href="http://127.0.0.1:4600/reports/1?a=1&amp;b=2"');
    expect(html).not.toContain('<script');
    expect(view.headers.get('content-security-policy')).toContain("default-src 'none'");
    const body = await fetch(`${cloud.origin}/_local/mail/${MessageId}/html`);
    expect(body.headers.get('content-security-policy')).toContain('sandbox');
    expect((await fetch(`${cloud.origin}/_local/mail/none`)).status).toBe(404);
  });

  it('is refused from an address that no identity of the templates covers', async () => {
    await expect(send('mail@elsewhere.example', ['ada@client.example'])).rejects.toMatchObject({
      name: 'MessageRejected',
    });
  });

  it('is refused without a recipient or a subject', async () => {
    await expect(send('mail@fairlead.example', [])).rejects.toMatchObject({ name: 'BadRequestException' });
    await expect(send('mail@fairlead.example', ['ada@client.example'], '')).rejects.toMatchObject({
      name: 'BadRequestException',
    });
  });

  it('is refused by IAM for a role without the right', async () => {
    const stranger = new SESv2Client(clientOptions(cloud.environmentOf('trouble-api')));
    const Content = { Simple: { Subject: { Data: 'x' }, Body: { Text: { Data: 'x' } } } };
    const command = new SendEmailCommand({
      FromEmailAddress: 'mail@fairlead.example',
      Destination: { ToAddresses: ['a@b.example'] },
      Content,
    });
    await expect(stranger.send(command)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});
