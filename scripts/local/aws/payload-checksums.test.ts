import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumRefusal, decodeAwsChunked } from './payload-checksums.ts';

const chunked = (parts: Uint8Array[], trailers = ''): Buffer =>
  Buffer.concat([
    ...parts.flatMap((part) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]),
    Buffer.from(`0\r\n${trailers}\r\n`),
  ]);

describe('aws-chunked bodies', () => {
  it('come apart into the data that was put in, whatever the chunks', () => {
    const part = fc.uint8Array({ minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        const decoded = decodeAwsChunked(chunked(parts, 'x-amz-checksum-crc32:AAAAAA==\r\n'));
        expect(decoded?.data).toEqual(Buffer.concat(parts));
        expect(decoded?.trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAAAA==' });
      }),
    );
  });

  it('may have chunk extensions and no trailer', () => {
    expect(decodeAwsChunked(Buffer.from('1;chunk-signature=ab\r\nx\r\n0\r\n\r\n'))).toEqual({
      data: Buffer.from('x'),
      trailers: {},
    });
  });

  it.each([
    '',
    'plain text',
    '5\r\nabc\r\n0\r\n\r\n',
    '3\r\nabcd\r\n0\r\n\r\n',
    '3\r\nabc\r\n',
    'zz\r\n',
    '123456789\r\n',
  ])('%j is none', (body) => {
    expect(decodeAwsChunked(Buffer.from(body))).toBeUndefined();
  });
});

describe('checksums', () => {
  const data = Buffer.from('123456789');
  it.each([
    ['x-amz-checksum-crc32', 'y/Q5Jg=='],
    ['X-Amz-Checksum-Crc32', 'y/Q5Jg=='],
    ['x-amz-checksum-sha1', '98O8HYCOBHMq32eZZczDTKeuNEE='],
    ['x-amz-checksum-sha256', 'FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU='],
    ['content-md5', 'JfnnlDI7RTiF9RgfG2JNCw=='],
  ])('%s of the data passes and of other data does not', (name, value) => {
    expect(checksumRefusal([[name, value]], data)).toBeUndefined();
    expect(checksumRefusal([[name, value]], Buffer.from('12345678'))).toContain('did not match what we received');
  });

  it('every field is checked', () => {
    const fields: [string, string][] = [
      ['content-type', 'text/plain'],
      ['x-amz-checksum-crc32', 'y/Q5Jg=='],
      ['content-md5', 'wrong'],
    ];
    expect(checksumRefusal(fields, data)).toBe('The content-md5 you specified did not match what we received.');
  });

  it('one that cannot be computed is refused, what only speaks of checksums is not', () => {
    expect(checksumRefusal([['x-amz-checksum-crc64nvme', 'x']], data)).toContain('send x-amz-checksum-crc32');
    expect(
      checksumRefusal(
        [
          ['x-amz-checksum-mode', 'ENABLED'],
          ['x-amz-checksum-algorithm', 'CRC32'],
        ],
        data,
      ),
    ).toBeUndefined();
  });
});
