import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { HttpReply, HttpRequest } from '../gateway/http.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.pdf': 'application/pdf',
  '.webmanifest': 'application/manifest+json',
};
const COMPRESSIBLE = /^(text\/|application\/(json|manifest)|image\/svg)/;
const WORTH_COMPRESSING = 1024;

/** The media type that a file is served as, by its name. */
export function contentTypeOf(file: string): string {
  return TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
}

interface Served {
  modified: number;
  body: Buffer;
  etag: string;
  type: string;
  compressed: Map<string, Buffer>;
}

/** Serves the files of one built web app; paths that name no file get its index.html, as its router owns them. */
export class StaticFiles {
  readonly #folder: string;
  readonly #served = new Map<string, Served>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param path decoded path inside the app, starting with a slash */
  async serve(path: string, request: HttpRequest): Promise<HttpReply> {
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return {
        status: 405,
        headers: { allow: 'GET, HEAD', 'content-type': 'text/plain' },
        body: 'Method not allowed.',
      };
    const file = await this.#read(path);
    if (file) return reply(file, request, isHashed(path));
    // A missing asset is an error, not a page: a page here would be run as a script or a style sheet.
    if (extname(path) !== '') return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found.' };
    const index = await this.#read('/index.html');
    if (index) return reply(index, request, false);
    return {
      status: 503,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      body: `${join(this.#folder, 'index.html')} does not exist yet: build the web apps first.`,
    };
  }

  async #read(path: string): Promise<Served | undefined> {
    const file = normalize(join(this.#folder, path));
    if (!file.startsWith(this.#folder + sep) || path.includes('\0')) return undefined;
    const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR' || error.code === 'ENAMETOOLONG') return undefined;
      throw error;
    });
    if (!found?.isFile()) return undefined;
    const known = this.#served.get(file);
    if (known?.modified === found.mtimeMs) return known;
    const body = await readFile(file);
    const served: Served = {
      modified: found.mtimeMs,
      body,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      type: contentTypeOf(file),
      compressed: new Map(),
    };
    this.#served.set(file, served);
    return served;
  }
}

/** Vite writes `assets/name-<hash>.js` or `assets/<hash>.js`: such a file never changes under its name. */
export function isHashed(path: string): boolean {
  return /\/assets\/(?:[^/]+-)?[\w-]{7,8}\.\w+$/.test(path);
}

function reply(file: Served, request: HttpRequest, immutable: boolean): HttpReply {
  const headers: HttpReply['headers'] = {
    'content-type': file.type,
    etag: file.etag,
    'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  };
  if (request.headers['if-none-match'] === file.etag) return { status: 304, headers, body: '' };
  const encoding = encodingFor(file, String(request.headers['accept-encoding'] ?? ''));
  if (!encoding) return { status: 200, headers, body: file.body };
  return { status: 200, headers: { ...headers, 'content-encoding': encoding }, body: compressed(file, encoding) };
}

function encodingFor({ type, body }: Served, accepted: string): 'br' | 'gzip' | undefined {
  if (!COMPRESSIBLE.test(type) || body.length < WORTH_COMPRESSING) return undefined;
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

function compressed(file: Served, encoding: 'br' | 'gzip'): Buffer {
  const known = file.compressed.get(encoding);
  if (known) return known;
  const body =
    encoding === 'br'
      ? brotliCompressSync(file.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(file.body);
  file.compressed.set(encoding, body);
  return body;
}
