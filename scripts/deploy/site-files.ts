import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentTypeOf, isHashed } from '../local/web/static-files.ts';

/** A file of the web apps on its way into the site bucket. */
export interface SiteFile {
  /** Where it lies. */
  file: string;
  /** Key in the bucket, which is its path on the site. */
  key: string;
  contentType: string;
  cacheControl: string;
  /** True when its content never changes under its name. */
  immutable: boolean;
}

/** A year, the most that HTTP knows, for what never changes under its name. */
const FOREVER = 'public, max-age=31536000, immutable';
/** Kept, but asked for anew each time: pages name the scripts of the latest deployment. */
const ASK = 'no-cache';

function filesOf(folder: string, prefix: string): SiteFile[] {
  return globSync('**/*', { cwd: folder })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => {
      const key = `${prefix}${path.replaceAll('\\', '/')}`;
      const immutable = isHashed(`/${key}`);
      return {
        file: join(folder, path),
        key,
        contentType: contentTypeOf(path),
        cacheControl: immutable ? FOREVER : ASK,
        immutable,
      };
    });
}

/**
 * The files of both apps in the order of their upload: what pages refer to goes first, so that no visitor gets a page whose
 * scripts are not there yet; index pages go last.
 */
export function siteFiles(folders: { console: string; portal: string }): SiteFile[] {
  const rank = ({ key, immutable }: SiteFile) => (immutable ? 0 : key.endsWith('.html') ? 2 : 1);
  return [...filesOf(folders.console, ''), ...filesOf(folders.portal, 'portal/')].toSorted(
    (a, b) => rank(a) - rank(b) || a.key.localeCompare(b.key),
  );
}

/** Paths that CloudFront must forget: all whose content changes under their name. */
export function invalidated(files: readonly SiteFile[]): string[] {
  return files.filter(({ immutable }) => !immutable).map(({ key }) => `/${key}`);
}
