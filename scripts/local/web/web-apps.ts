import { resolve } from 'node:path';
import type { HttpReply, HttpRequest } from '../gateway/http.ts';
import { StaticFiles } from './static-files.ts';

/** Whoever answers requests that are neither API nor AWS. */
export interface Pages {
  serve(request: HttpRequest): Promise<HttpReply>;
  /** Has the last word on a page's headers, after those of the templates. */
  finish?(reply: HttpReply): HttpReply;
}

/** The built web apps: the console at `/`, the portal at `/portal/<mspSlug>` with its own files under `/portal/`. */
export class WebApps implements Pages {
  readonly #console: StaticFiles;
  readonly #portal: StaticFiles;

  constructor(folders: { console: string; portal: string }) {
    this.#console = new StaticFiles(resolve(folders.console));
    this.#portal = new StaticFiles(resolve(folders.portal));
  }

  async serve(request: HttpRequest): Promise<HttpReply> {
    const path = decoded(request.path);
    if (path === undefined) return { status: 400, headers: { 'content-type': 'text/plain' }, body: 'Malformed path.' };
    if (path === '/portal' || path.startsWith('/portal/'))
      return this.#portal.serve(path.slice('/portal'.length) || '/', request);
    return this.#console.serve(path, request);
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
