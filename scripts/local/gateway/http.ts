import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A request, read to its end. */
export interface HttpRequest {
  method: string;
  /** Path and query as they came, still encoded. */
  url: string;
  /** Path as it came, still encoded. */
  path: string;
  /** Query as it came, still encoded, without the question mark. */
  query: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
  remoteAddress: string;
}

export interface HttpReply {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Buffer | string;
  /** The time that the answer tells, where it is not the machine's own. */
  at?: Date;
}

/** The largest file, in bytes. S3 itself takes 5 GB in one PUT; here a file stands in memory on its way. */
export const FILE_LIMIT = 100 * 1024 * 1024;

export class BodyTooLarge extends Error {
  override name = 'BodyTooLarge';
}

/** Reads a request to its end. @throws BodyTooLarge past `limit` bytes, having read the rest off the wire. */
export function readRequest(incoming: IncomingMessage, limit: number): Promise<HttpRequest> {
  const url = incoming.url ?? '/';
  const mark = url.indexOf('?');
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    });
    incoming.on('error', reject);
    incoming.on('end', () => {
      if (size > limit) return reject(new BodyTooLarge(`The body exceeds ${limit} bytes.`));
      resolve({
        method: incoming.method ?? 'GET',
        url,
        path: mark < 0 ? url : url.slice(0, mark),
        query: mark < 0 ? '' : url.slice(mark + 1),
        headers: incoming.headers,
        body: Buffer.concat(chunks),
        remoteAddress: (incoming.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, ''),
      });
    });
  });
}

/** Headers that speak of one connection only and are set anew on the next. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

export function sendReply(response: ServerResponse, { status, headers, body, at }: HttpReply, method: string): void {
  if (at) response.setHeader('date', at.toUTCString());
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && !HOP_BY_HOP.has(name.toLowerCase())) response.setHeader(name, value);
  response.statusCode = status;
  if (method === 'HEAD') {
    // A HEAD answer tells the length of the body it leaves out; S3's HeadObject is read from it.
    const length = headers['content-length'] ?? Buffer.byteLength(body);
    response.setHeader('content-length', length);
    response.end();
  } else response.end(body);
}

/** Headers of a request or reply as plain strings, repeated ones joined. */
export function plainHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(',') : value]],
    ),
  );
}

export function jsonReply(status: number, value: unknown, headers: HttpReply['headers'] = {}): HttpReply {
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) };
}
