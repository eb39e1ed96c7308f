import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cloud } from '../cloud.ts';
import { startFixture } from './fixture.ts';
import { clientOptions } from './functions/wall.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 90_000 });

const Bucket = 'fixture-files';
const Key = 't/northlight/report 1.pdf';

let cloud: Cloud;
let s3: S3Client;
beforeAll(async () => {
  cloud = await startFixture();
  s3 = new S3Client({
    ...clientOptions(cloud.environmentOf('notes-api')),
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
});
afterAll(() => cloud.close());

const codeIn = async (reply: Response) => /<Code>(\w+)<\/Code>/.exec(await reply.text())?.[1];
const put = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'PUT', body, headers });

describe('a presigned upload', () => {
  const upload = (options: { expiresIn?: number; signingDate?: Date } = {}) =>
    getSignedUrl(s3, new PutObjectCommand({ Bucket, Key, ContentType: 'application/pdf' }), {
      expiresIn: 60,
      signableHeaders: new Set(['content-type']),
      ...options,
    });
  const pdf = { 'content-type': 'application/pdf' };

  it('is taken and can be read back by a presigned URL', async () => {
    expect((await put(await upload(), 'the report', pdf)).status).toBe(200);
    const read = await fetch(await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 60 }));
    expect(await read.text()).toBe('the report');
    expect(read.headers.get('content-type')).toBe('application/pdf');
  });

  it('is taken when it is larger than any request to the API may be', async () => {
    const large = 'x'.repeat(12 * 1024 * 1024);
    expect((await put(await upload(), large, pdf)).status).toBe(200);
    const { ContentLength } = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(ContentLength).toBe(large.length);
  });

  it('is refused with another type than was signed', async () => {
    const reply = await put(await upload(), '<script>', { 'content-type': 'text/html' });
    expect([reply.status, await codeIn(reply)]).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('is refused once expired', async () => {
    const reply = await put(await upload({ expiresIn: 1, signingDate: new Date(Date.now() - 60_000) }), 'late', pdf);
    expect([reply.status, await codeIn(reply)]).toEqual([403, 'AccessDenied']);
  });

  it('is refused for another key or with a changed signature', async () => {
    const url = await upload();
    const elsewhere = await put(url.replace('report%201', 'report%202'), 'x', pdf);
    expect([elsewhere.status, await codeIn(elsewhere)]).toEqual([403, 'SignatureDoesNotMatch']);
    const changed = await put(url.replace(/X-Amz-Signature=..../, 'X-Amz-Signature=0000'), 'x', pdf);
    expect([changed.status, await codeIn(changed)]).toEqual([403, 'SignatureDoesNotMatch']);
  });

  it('is judged by the rights of whoever signed it', async () => {
    const foreign = new PutObjectCommand({ Bucket, Key: 't/southwind/report.pdf' });
    const reply = await put(await getSignedUrl(s3, foreign, { expiresIn: 60 }), 'x');
    expect([reply.status, await codeIn(reply)]).toEqual([403, 'AccessDenied']);
  });
});

describe('a file', () => {
  it('is refused when its bytes are not those of its checksum', async () => {
    const checked = new S3Client(clientOptions(cloud.environmentOf('notes-api')));
    checked.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as { body: string }, { body: 'changed on the way' });
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const changed = checked.send(new PutObjectCommand({ Bucket, Key, Body: 'the true bytes....' }));
    await expect(changed).rejects.toMatchObject({ name: 'BadDigest' });
  });

  it('can be listed, looked up and deleted within the rights of the role', async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: 't/northlight/a&b.txt', Body: 'hello' }));
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 't/northlight/a&b.txt' }));
    expect(head.ContentLength).toBe(5);
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 't/northlight/a' }));
    expect(Contents.map((one) => one.Key)).toEqual(['t/northlight/a&b.txt']);
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 't/northlight/a&b.txt' }] } }));
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: 't/northlight/a&b.txt' }))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
    const foreign = new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 't/southwind/x' }] } });
    await expect(s3.send(foreign)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('is not shown to anyone without a signature', async () => {
    expect((await fetch(`${cloud.origin}/${Bucket}/t/northlight/report%201.pdf`)).status).toBe(403);
  });

  it('that could run as a page is served so that it does not', async () => {
    const page = new PutObjectCommand({
      Bucket,
      Key: 't/northlight/x.html',
      Body: '<script>',
      ContentType: 'text/html',
    });
    await s3.send(page);
    const url = await getSignedUrl(s3, new GetObjectCommand({ Bucket, Key: 't/northlight/x.html' }));
    expect((await fetch(url)).headers.get('content-security-policy')).toContain('sandbox');
  });
});
