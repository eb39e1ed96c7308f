import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { describe, expect, test } from 'vitest';
import { presign } from './file-links.ts';

const keys = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'very/secret+key', sessionToken: 'a/token+with=signs' };
const at = new Date('2026-11-23T18:42:07.123Z');
const DISPOSITION = 'attachment; filename="Cedar-Ridge-(draft).pdf"';

async function bySdk(endpoint?: string): Promise<URL> {
  const s3 = new S3Client({ region: 'us-east-1', credentials: keys, ...(endpoint ? { endpoint } : {}) });
  const command = new GetObjectCommand({
    Bucket: 'fairlead-files',
    Key: 't/msp/c/company/reports/one/report (1).pdf',
    ResponseContentDisposition: DISPOSITION,
    ResponseContentType: 'application/pdf',
  });
  return new URL(await getSignedUrl(s3, command, { expiresIn: 300, signingDate: at }));
}

function byUs(endpoint?: string, more: Record<string, string> = {}): URL {
  const query = { 'response-content-disposition': DISPOSITION, 'response-content-type': 'application/pdf', ...more };
  return new URL(
    presign({
      method: 'GET',
      bucket: 'fairlead-files',
      key: 't/msp/c/company/reports/one/report (1).pdf',
      region: 'us-east-1',
      ...(endpoint ? { endpoint } : {}),
      keys,
      seconds: 300,
      at,
      query,
    }),
  );
}

describe.each([
  ['on AWS', undefined],
  ['on one machine', 'http://127.0.0.1:4600'],
])('a link %s', (_, endpoint) => {
  test('is signed as the AWS SDK signs the same request', async () => {
    const theirs = await bySdk(endpoint);
    // The SDK adds the operation's name and its checksum mode to the query; S3 ignores both.
    const added = Object.fromEntries(
      ['x-id', 'x-amz-checksum-mode'].flatMap((name) => {
        const value = theirs.searchParams.get(name);
        return value === null ? [] : [[name, value]];
      }),
    );
    const ours = byUs(endpoint, added);
    expect(ours.origin + ours.pathname).toBe(theirs.origin + theirs.pathname);
    expect(Object.fromEntries(ours.searchParams)).toEqual(Object.fromEntries(theirs.searchParams));
  });

  test('changes with the file it opens', () => {
    const other = byUs(endpoint, { 'response-content-type': 'text/plain' });
    expect(other.searchParams.get('X-Amz-Signature')).not.toBe(byUs(endpoint).searchParams.get('X-Amz-Signature'));
  });

  test('that takes one file is signed with its length, kind and checksum, as the AWS SDK signs it', async () => {
    const s3 = new S3Client({
      region: 'us-east-1',
      credentials: keys,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      ...(endpoint ? { endpoint } : {}),
    });
    const headers = {
      'content-disposition': "attachment; filename*=UTF-8''Angebot%20%E2%82%AC.pdf",
      'content-length': '1234',
      'content-type': 'application/pdf',
      'x-amz-checksum-sha256': 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
    };
    const command = new PutObjectCommand({
      Bucket: 'fairlead-files',
      Key: 't/msp/attachments/one',
      ContentLength: 1234,
      ContentType: headers['content-type'],
      ContentDisposition: headers['content-disposition'],
      ChecksumSHA256: headers['x-amz-checksum-sha256'],
    });
    const theirs = new URL(
      await getSignedUrl(s3, command, {
        expiresIn: 300,
        signingDate: at,
        signableHeaders: new Set(Object.keys(headers)),
        unhoistableHeaders: new Set(Object.keys(headers)),
      }),
    );
    const ours = new URL(
      presign({
        method: 'PUT',
        bucket: 'fairlead-files',
        key: 't/msp/attachments/one',
        region: 'us-east-1',
        ...(endpoint ? { endpoint } : {}),
        keys,
        seconds: 300,
        at,
        headers,
        query: { 'x-id': 'PutObject' },
      }),
    );
    expect(Object.fromEntries(ours.searchParams)).toEqual(Object.fromEntries(theirs.searchParams));
  });
});
