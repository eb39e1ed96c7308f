import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SignedRequest, signatureOf } from './canonical-request.ts';
import { verifyRequest } from './sigv4.ts';

const EXAMPLE_KEY = 'AKIAIOSFODNN7EXAMPLE';
const EXAMPLE_SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const secretOf = (accessKeyId: string) => (accessKeyId === EXAMPLE_KEY ? EXAMPLE_SECRET : undefined);
const at = (request: SignedRequest, now: string) => verifyRequest(request, secretOf, new Date(now));

describe('the examples AWS publishes in the Amazon S3 API Reference', () => {
  const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const credential = `${EXAMPLE_KEY}/20130524/us-east-1/s3/aws4_request`;

  it('a signed download', () => {
    const signature = 'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41';
    const request = {
      method: 'GET',
      url: '/test.txt',
      headers: {
        Host: 'examplebucket.s3.amazonaws.com',
        Range: 'bytes=0-9',
        'x-amz-content-sha256': empty,
        'x-amz-date': '20130524T000000Z',
        Authorization: `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=${signature}`,
      },
      body: new Uint8Array(),
    };
    expect(at(request, '2013-05-24T00:10:00Z')).toMatchObject({ ok: true, accessKeyId: EXAMPLE_KEY, service: 's3' });
  });

  it('a presigned download', () => {
    const query = [
      'X-Amz-Algorithm=AWS4-HMAC-SHA256',
      `X-Amz-Credential=${encodeURIComponent(credential)}`,
      'X-Amz-Date=20130524T000000Z',
      'X-Amz-Expires=86400',
      'X-Amz-SignedHeaders=host',
      'X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
    ];
    const headers = { host: 'examplebucket.s3.amazonaws.com' };
    const request = { method: 'GET', url: `/test.txt?${query.join('&')}`, headers, body: new Uint8Array() };
    expect(at(request, '2013-05-24T12:00:00Z')).toMatchObject({ ok: true, presigned: true });
    expect(at(request, '2013-05-25T00:00:01Z')).toMatchObject({ ok: false, code: 'RequestExpired' });
  });
});

/** A request signed here, to change any part of before or after signing. */
const TIMESTAMP = '20261122T100000Z';
const NOW = '2026-11-22T10:00:00Z';
function signed(rest: Partial<SignedRequest> = {}, service = 'dynamodb', payload?: string): SignedRequest {
  const scope = { date: '20261122', region: 'us-east-1', service };
  const headers = { host: '127.0.0.1:4566', 'x-amz-date': TIMESTAMP, ...rest.headers };
  const request = { method: 'POST', url: '/', body: new Uint8Array(), ...rest, headers };
  const signedHeaders = Object.keys(headers).sort().join(';');
  const hash = payload ?? 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  const signature = signatureOf(request, { scope, signedHeaders, timestamp: TIMESTAMP, payload: hash }, EXAMPLE_SECRET);
  const credential = `${EXAMPLE_KEY}/20261122/us-east-1/${service}/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
  return { ...request, headers: { ...headers, authorization } };
}
const withHeaders = (request: SignedRequest, headers: Record<string, string>): SignedRequest => ({
  ...request,
  headers: { ...request.headers, ...headers },
});

describe('a signed request', () => {
  it('is good for 5 minutes either way, for S3 for 15', () => {
    expect(at(signed(), NOW)).toEqual({
      ok: true,
      accessKeyId: EXAMPLE_KEY,
      sessionToken: undefined,
      service: 'dynamodb',
      region: 'us-east-1',
      presigned: false,
    });
    expect(at(signed(), '2026-11-22T10:05:00Z')).toMatchObject({ ok: true });
    expect(at(signed(), '2026-11-22T10:05:01Z')).toMatchObject({
      code: 'RequestExpired',
      message: expect.stringContaining('expired'),
    });
    expect(at(signed(), '2026-11-22T09:54:59Z')).toMatchObject({ message: expect.stringContaining('not yet current') });
    expect(at(signed({}, 's3'), '2026-11-22T10:15:00Z')).toMatchObject({ ok: true });
    expect(at(signed({}, 's3'), '2026-11-22T10:15:01Z')).toMatchObject({ code: 'RequestExpired' });
  });

  it('needs a known key', () => {
    expect(verifyRequest(signed(), () => undefined, new Date(NOW))).toMatchObject({ code: 'InvalidClientTokenId' });
  });

  it('without authorization is told so', () => {
    expect(at({ ...signed(), headers: { host: 'x' } }, NOW)).toMatchObject({ code: 'MissingAuthenticationToken' });
  });

  it.each([
    ['another scheme', { authorization: 'Bearer abc' }],
    ['no region', { authorization: signed().headers.authorization?.replace('us-east-1/', '') ?? '' }],
    ['a short signature', { authorization: signed().headers.authorization?.slice(0, -1) ?? '' }],
    ['another signature', { authorization: signed().headers.authorization?.replace(/.{4}$/, '0000') ?? '' }],
    [
      'another date in its scope',
      { authorization: signed().headers.authorization?.replace('/20261122/', '/20261121/') ?? '' },
    ],
    ['no readable date', { 'x-amz-date': 'today' }],
    ['an impossible date', { 'x-amz-date': '20261122T990000Z' }],
    ['a header added after signing', { 'x-amz-meta-owner': 'me' }],
    ['another host', { host: 'elsewhere.example' }],
  ])('with %s does not match', (_, headers) => {
    expect(at(withHeaders(signed(), headers), NOW)).toMatchObject({ ok: false, code: 'SignatureDoesNotMatch' });
  });

  it('may carry headers that no one signs', () => {
    expect(at(withHeaders(signed(), { 'user-agent': 'x', 'accept-encoding': 'gzip' }), NOW)).toMatchObject({
      ok: true,
    });
  });

  it('does not survive a change of its query, its path or its body', () => {
    const url = '/path/a%20b?list=1&a-b=2&a=3&empty=&a=1';
    const request = signed({ url });
    expect(at(request, NOW)).toMatchObject({ ok: true });
    const reordered = { ...request, url: '/path/a%20b?a=1&a=3&empty&list=1&a-b=2' };
    expect(at(reordered, NOW)).toMatchObject({ ok: true });
    fc.assert(
      fc.property(fc.nat(url.length - 1), fc.constantFrom('z', '9'), (position, character) => {
        const changed = url.slice(0, position) + character + url.slice(position + 1);
        fc.pre(changed !== url);
        expect(at({ ...request, url: changed }, NOW)).toMatchObject({ ok: false });
      }),
    );
    expect(at({ ...request, body: Buffer.from('x') }, NOW)).toMatchObject({ ok: false });
  });

  it('takes a path with a broken escape as it is', () => {
    expect(at(signed({ url: '/100%' }, 's3'), NOW)).toMatchObject({ ok: true });
  });
});

describe('the body of a signed request', () => {
  const body = Buffer.from('a body');
  it.each([
    ['a hash of another body', 'a'.repeat(64), body],
    ['chunks that are none', 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', body],
    ['chunks signed one by one, which no client here sends', 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', body],
  ])('with %s is refused', (_, hash, data) => {
    const request = signed({ headers: { 'x-amz-content-sha256': hash }, body: data }, 's3', hash);
    expect(at(request, NOW)).toMatchObject({ ok: false, code: 'BadDigest' });
  });

  const unsigned = (headers: Record<string, string>) =>
    at(
      signed({ headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...headers }, body }, 's3', 'UNSIGNED-PAYLOAD'),
      NOW,
    );
  it('is not hashed when it says so, and its checksum still counts', () => {
    expect(unsigned({})).toMatchObject({ ok: true });
    expect(unsigned({ 'x-amz-checksum-crc32': 'AAAAAA==' })).toMatchObject({ ok: false, code: 'BadDigest' });
    expect(unsigned({ 'x-amz-decoded-content-length': '5' })).toMatchObject({ ok: false, code: 'BadDigest' });
    expect(unsigned({ 'x-amz-trailer': 'x-amz-checksum-crc32' })).toMatchObject({
      message: expect.stringContaining('missing'),
    });
  });
});

describe('a presigned URL', () => {
  const presigned = (expires: string, algorithm = 'AWS4-HMAC-SHA256'): SignedRequest => {
    const scope = { date: '20261122', region: 'us-east-1', service: 's3' };
    const credential = encodeURIComponent(`${EXAMPLE_KEY}/20261122/us-east-1/s3/aws4_request`);
    const url = `/files/a?X-Amz-Algorithm=${algorithm}&X-Amz-Credential=${credential}&X-Amz-Date=${TIMESTAMP}&X-Amz-Expires=${expires}&X-Amz-SignedHeaders=host`;
    const request = { method: 'GET', url, headers: { host: '127.0.0.1:4566' }, body: new Uint8Array() };
    const parts = { scope, signedHeaders: 'host', timestamp: TIMESTAMP, payload: 'UNSIGNED-PAYLOAD' };
    return { ...request, url: `${url}&X-Amz-Signature=${signatureOf(request, parts, EXAMPLE_SECRET)}` };
  };
  it.each([
    ['1', true],
    ['604800', true],
    ['0', false],
    ['604801', false],
    ['1.5', false],
    ['soon', false],
  ])('valid for %s seconds is accepted: %j', (expires, ok) => {
    expect(at(presigned(expires), NOW)).toMatchObject({ ok });
  });

  it('of another algorithm is refused', () => {
    expect(at(presigned('60', 'AWS4-ECDSA-P256-SHA256'), NOW)).toMatchObject({ code: 'SignatureDoesNotMatch' });
  });
});
