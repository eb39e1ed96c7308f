import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { GetEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedRequest } from './canonical-request.ts';
import { verifyRequest } from './sigv4.ts';
import { openWire, type Wire } from './testing/wire.ts';

const credentials = {
  accessKeyId: 'ASIATESTTESTTESTTEST',
  secretAccessKey: 'a/secret+key',
  sessionToken: 'to/ken+1==',
};
const secretOf = (accessKeyId: string, sessionToken?: string) =>
  accessKeyId === credentials.accessKeyId && sessionToken === credentials.sessionToken
    ? credentials.secretAccessKey
    : undefined;
const verify = (request: SignedRequest | undefined, now = new Date()) => {
  if (!request) throw new Error('nothing was sent');
  return verifyRequest(request, secretOf, now);
};
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

let wire: Wire;
beforeAll(async () => {
  wire = await openWire();
});
afterAll(() => wire.close());
const config = () => ({ region: 'us-east-1', endpoint: wire.endpoint, credentials, maxAttempts: 1 });

/** The request a client sent; what it makes of the empty answer does not matter here. */
async function sent(call: Promise<unknown>): Promise<SignedRequest> {
  await call.catch((error: unknown) => error);
  const [request] = wire.taken();
  if (!request) throw new Error('nothing was sent');
  return request;
}

const AWKWARD_KEY = "t/m1/a b+c(1)'*!~é/ü%20&=?#.png";
const body = 'a body';
const strict = () => new S3Client({ ...config(), requestChecksumCalculation: 'WHEN_REQUIRED' });

describe('requests of the AWS SDK verify as they arrive', () => {
  it.each([
    [
      'dynamodb',
      () => new DynamoDBClient(config()).send(new PutItemCommand({ TableName: 'app', Item: { pk: { S: 'é' } } })),
    ],
    ['events', () => new EventBridgeClient(config()).send(new PutEventsCommand({ Entries: [{ Detail: '{}' }] }))],
    ['kms', () => new KMSClient(config()).send(new GenerateDataKeyCommand({ KeyId: 'k', KeySpec: 'AES_256' }))],
    [
      'sqs',
      () =>
        new SQSClient(config()).send(new SendMessageCommand({ QueueUrl: `${wire.endpoint}/0/q`, MessageBody: 'b' })),
    ],
    [
      'sts',
      () =>
        new STSClient(config()).send(new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::1:role/r', RoleSessionName: 's' })),
    ],
    ['ses', () => new SESv2Client(config()).send(new GetEmailIdentityCommand({ EmailIdentity: 'a+b c@d.example' }))],
    ['s3', () => new S3Client(config()).send(new GetObjectCommand({ Bucket: 'files', Key: AWKWARD_KEY }))],
    [
      's3',
      () =>
        new S3Client(config()).send(new ListObjectsV2Command({ Bucket: 'files', Prefix: 't/m 1/*', Delimiter: '/' })),
    ],
    ['s3', () => new S3Client(config()).send(new PutObjectCommand({ Bucket: 'files', Key: 'a', Body: body }))],
    [
      's3',
      () =>
        strict().send(new PutObjectCommand({ Bucket: 'files', Key: AWKWARD_KEY, Body: body, Metadata: { a: 'x  y' } })),
    ],
    [
      's3',
      () =>
        new S3Client(config()).send(
          new PutObjectCommand({ Bucket: 'files', Key: 'a', Body: body, ChecksumAlgorithm: 'SHA256' }),
        ),
    ],
  ])('%s %#', async (service, call) => {
    const request = await sent(call());
    expect(verify(request)).toEqual({
      ok: true,
      accessKeyId: credentials.accessKeyId,
      sessionToken: credentials.sessionToken,
      service,
      region: 'us-east-1',
      presigned: false,
    });
    expect(verify({ ...request, body: Buffer.from('another body') })).toMatchObject({ ok: false });
    expect(verify({ ...request, method: 'DELETE' })).toMatchObject({ ok: false, code: 'SignatureDoesNotMatch' });
  });

  it('a streamed upload is checked by its trailer', async () => {
    const { Readable } = await import('node:stream');
    const put = new PutObjectCommand({
      Bucket: 'files',
      Key: 'a',
      Body: Readable.from([body]),
      ContentLength: body.length,
    });
    const request = await sent(new S3Client(config()).send(put));
    expect(request.headers).toMatchObject({
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-trailer': 'x-amz-checksum-crc32',
    });
    expect(verify(request)).toMatchObject({ ok: true });
    const changed = Buffer.from(Buffer.from(request.body).toString('latin1').replace(body, 'b body'), 'latin1');
    expect(verify({ ...request, body: changed })).toMatchObject({ ok: false, code: 'BadDigest' });
    const cut = Buffer.from(
      Buffer.from(request.body)
        .toString('latin1')
        .replace(/x-amz-checksum.*/s, '\r\n'),
      'latin1',
    );
    expect(verify({ ...request, body: cut })).toMatchObject({ ok: false, message: expect.stringContaining('missing') });
    expect(verify({ ...request, body: Buffer.from(body) })).toMatchObject({ ok: false, code: 'BadDigest' });
  });
});

describe('presigned URLs of the AWS SDK', () => {
  const put = (client: S3Client, expiresIn = 300) =>
    getSignedUrl(client, new PutObjectCommand({ Bucket: 'files', Key: AWKWARD_KEY, ContentType: 'image/png' }), {
      expiresIn,
      signableHeaders: new Set(['content-type']),
    });
  const upload = async (url: string, headers: Record<string, string> = { 'content-type': 'image/png' }) =>
    sent(fetch(url, { method: 'PUT', body, headers }));

  it('an upload verifies until it expires, for the method, path and type signed', async () => {
    const request = await upload(await put(strict()));
    expect(verify(request)).toMatchObject({ ok: true, service: 's3', presigned: true });
    expect(verify(request, later(290))).toMatchObject({ ok: true });
    expect(verify(request, later(310))).toMatchObject({ code: 'RequestExpired', message: 'Request has expired' });
    expect(verify(request, later(-16 * 60))).toMatchObject({ code: 'RequestExpired' });
    const changed = [
      { method: 'GET' },
      { url: request.url.replace('/t/m1/', '/t/m2/') },
      { url: request.url.replace('X-Amz-Expires=300', 'X-Amz-Expires=3000') },
      { headers: { ...request.headers, 'content-type': 'text/html' } },
      { headers: { ...request.headers, host: 'elsewhere.example' } },
      { headers: { ...request.headers, 'x-amz-acl': 'public-read' } },
    ];
    for (const change of changed) {
      expect(verify({ ...request, ...change })).toMatchObject({ ok: false, code: 'SignatureDoesNotMatch' });
    }
  });

  it('a download verifies, and takes any body', async () => {
    const command = new GetObjectCommand({
      Bucket: 'files',
      Key: AWKWARD_KEY,
      ResponseContentDisposition: 'attachment; filename="a b.png"',
    });
    const request = await sent(fetch(await getSignedUrl(strict(), command, { expiresIn: 60 })));
    expect(verify(request)).toMatchObject({ ok: true, presigned: true });
  });

  it('a checksum signed into the URL holds for the body that comes', async () => {
    const url = await put(new S3Client(config()));
    expect(url).toContain('x-amz-checksum-crc32=AAAAAA');
    const request = await upload(url);
    expect(verify(request)).toMatchObject({ ok: false, code: 'BadDigest' });
    expect(verify({ ...request, body: new Uint8Array() })).toMatchObject({ ok: true });
  });

  it('another key or another token is unknown', async () => {
    const other = new S3Client({ ...config(), credentials: { ...credentials, sessionToken: 'other' } });
    expect(verify(await upload(await put(other)))).toMatchObject({ ok: false, code: 'InvalidClientTokenId' });
    const forged = new S3Client({
      ...config(),
      requestChecksumCalculation: 'WHEN_REQUIRED',
      credentials: { ...credentials, secretAccessKey: 'guess' },
    });
    expect(verify(await upload(await put(forged)))).toMatchObject({ ok: false, code: 'SignatureDoesNotMatch' });
  });
});
