import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The parts of an `aws-chunked` body: the data itself and the headers that follow it. */
export interface ChunkedBody {
  data: Uint8Array;
  trailers: Record<string, string>;
}

/**
 * Takes the chunks of an `aws-chunked` body apart (Amazon S3 API Reference, "Signature calculations: transferring a
 * payload in multiple chunks"); undefined when it is not well formed.
 */
export function decodeAwsChunked(body: Uint8Array): ChunkedBody | undefined {
  const bytes = Buffer.from(body);
  const chunks: Buffer[] = [];
  let position = 0;
  for (;;) {
    const lineEnd = bytes.indexOf('\r\n', position);
    const size = lineEnd < 0 ? '' : (bytes.toString('latin1', position, lineEnd).split(';', 1)[0] ?? '');
    if (!/^[0-9a-f]{1,8}$/i.test(size)) return undefined;
    const start = lineEnd + 2;
    const length = Number.parseInt(size, 16);
    if (length === 0) return { data: Buffer.concat(chunks), trailers: trailersIn(bytes.toString('latin1', start)) };
    const end = start + length;
    if (bytes.toString('latin1', end, end + 2) !== '\r\n') return undefined;
    chunks.push(bytes.subarray(start, end));
    position = end + 2;
  }
}

function trailersIn(text: string): Record<string, string> {
  const lines = text.split('\r\n').filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
}

function crc32Of(data: Uint8Array): string {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(data));
  return sum.toString('base64');
}
const hashOf =
  (algorithm: string) =>
  (data: Uint8Array): string =>
    createHash(algorithm).update(data).digest('base64');

const CHECKSUMS = new Map<string, (data: Uint8Array) => string>([
  ['content-md5', hashOf('md5')],
  ['x-amz-checksum-crc32', crc32Of],
  ['x-amz-checksum-sha1', hashOf('sha1')],
  ['x-amz-checksum-sha256', hashOf('sha256')],
]);
/** Headers that speak about checksums without carrying one. */
const ABOUT = new Set(['x-amz-checksum-algorithm', 'x-amz-checksum-mode', 'x-amz-checksum-type']);

/** Why the data does not fit the checksums a request carries in headers, query or trailers; undefined when it does. */
export function checksumRefusal(fields: Iterable<[name: string, value: string]>, data: Uint8Array): string | undefined {
  for (const [field, value] of fields) {
    const name = field.toLowerCase();
    const compute = CHECKSUMS.get(name);
    if (!compute && name.startsWith('x-amz-checksum-') && !ABOUT.has(name)) {
      return `${name} cannot be checked by the local cloud; send x-amz-checksum-crc32 or x-amz-checksum-sha256.`;
    }
    if (compute && compute(data) !== value) return `The ${name} you specified did not match what we received.`;
  }
  return undefined;
}
