import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Metafile } from 'esbuild';

/** What the last bundling into a folder saw: enough to tell which functions a change touches. */
export interface Remembered {
  /** Everything that concerns all functions: options, bundler, lock file. */
  settings: string;
  /** Content hash of each source file; packages are covered by the lock file. */
  sources: Record<string, string>;
  metafile: Metafile;
}

const sha = (data: string | Buffer): string => hash('sha256', data);

/** Hash of a file's content, or `absent`. */
export function contentHash(file: string): string {
  return existsSync(file) ? sha(readFileSync(file)) : 'absent';
}

/** Hash of a file read since `started` (epoch ms), or `changing` when it was saved meanwhile: then it is read again. */
export function settledHash(file: string, started: number): string {
  return statSync(file).mtimeMs >= started ? 'changing' : contentHash(file);
}

/** Where the memory of one output folder is kept. */
export function cacheFile(folder: string, outdir: string): string {
  return join(folder, `bundle-${sha(outdir).slice(0, 12)}.json`);
}

export function recall(file: string, settings: string): Remembered | undefined {
  if (!existsSync(file)) return undefined;
  const remembered = JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  return remembered.settings === settings ? remembered : undefined;
}

/** Written beside and moved into place: a killed run leaves the old memory or the new, never half of one. */
export function remember(file: string, memory: Remembered): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(memory));
  renameSync(`${file}.${process.pid}`, file);
}

/** What the lock file and the Node version decide: packages, and Node's own modules. */
export const isPackage = (path: string): boolean => path.includes('node_modules/') || path.startsWith('builtin:');

/** Every file that an entry's bundle may depend on, itself included, also those whose code was dropped as unused. */
export function reachable(metafile: Metafile, entry: string): Set<string> {
  const seen = new Set<string>([entry]);
  for (const path of seen) {
    for (const imported of metafile.inputs[path]?.imports ?? []) if (!imported.external) seen.add(imported.path);
  }
  return seen;
}

/** Source files of the repository whose content is no longer what it was. */
export function changedSources({ sources }: Remembered): Set<string> {
  const entries = Object.entries(sources);
  return new Set(entries.filter(([path, known]) => contentHash(path) !== known).map(([path]) => path));
}
