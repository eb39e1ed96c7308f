import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Metafile, version } from 'esbuild';
import {
  cacheFile,
  changedSources,
  contentHash,
  isPackage,
  type Remembered,
  reachable,
  recall,
  remember,
  settledHash,
} from './bundle/cache.ts';
import { type Entry, functionEntries } from './bundle/entries.ts';
import { builtins, TRIM_SOURCES, trim } from './bundle/trim.ts';

export { type Entry, functionEntries };

export interface BundleOptions {
  outdir?: string;
  minify?: boolean;
  /** Names of the functions wanted; all of them by default. */
  only?: readonly string[];
  /** Folder with a folder for each feature. */
  root?: string;
  cache?: string;
}

export interface Bundles {
  names: string[];
  metafile: Metafile;
  /** Size of each function's `index.mjs`. */
  bytes: Record<string, number>;
  /** Functions that were built anew; the others were still current. */
  built: string[];
}

async function bundle(entries: readonly Entry[], outdir: string, minify: boolean): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: entries.map(({ name, file }) => ({ in: file, out: join(name, 'index') })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    plugins: [trim, builtins],
    minify,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

const outputOf = (outdir: string, name: string): string => relative('', join(outdir, name, 'index.mjs'));

function staleEntries(entries: readonly Entry[], outdir: string, known: Remembered | undefined): Entry[] {
  if (!known) return [...entries];
  const changed = changedSources(known);
  return entries.filter(({ name, file }) => {
    const output = outputOf(outdir, name);
    if (known.metafile.outputs[output]?.entryPoint !== file || !existsSync(output)) return true;
    return changed.size > 0 && [...reachable(known.metafile, file)].some((path) => changed.has(path));
  });
}

function removeOthers(outdir: string, entries: readonly Entry[]): void {
  if (!existsSync(outdir)) return;
  for (const name of readdirSync(outdir).filter((folder) => !entries.some((entry) => entry.name === folder))) {
    rmSync(join(outdir, name), { recursive: true });
  }
}

function summary(entries: readonly Entry[], outdir: string, metafile: Metafile, built: readonly Entry[]): Bundles {
  const sizeOf = (name: string) => metafile.outputs[outputOf(outdir, name)]?.bytes ?? 0;
  return {
    names: entries.map(({ name }) => name),
    metafile,
    bytes: Object.fromEntries(entries.map(({ name }) => [name, sizeOf(name)])),
    built: built.map(({ name }) => name),
  };
}

/**
 * Bundles functions with one esbuild call into `<outdir>/<name>/index.mjs` (ES module, export `handler`). What no change
 * touches is left as it is, so an unchanged tree costs next to nothing and unchanged functions keep their asset hash.
 *
 * @throws when `only` names a function that does not exist, or when a source does not compile
 */
export async function bundleFunctions(options: BundleOptions = {}): Promise<Bundles> {
  const { outdir = 'dist/functions', minify = true, only, root = 'functions', cache = '.cache' } = options;
  const all = functionEntries(root);
  const unknown = only?.find((name) => !all.some((entry) => entry.name === name));
  if (unknown) throw new Error(`There is no function "${unknown}" under ${root}/.`);
  const entries = all.filter(({ name }) => only?.includes(name) ?? true);

  const settings = JSON.stringify([version, minify, ...['package-lock.json', ...TRIM_SOURCES].map(contentHash)]);
  const file = cacheFile(cache, resolve(outdir));
  const known = recall(file, settings);
  const started = Date.now();
  const outdated = staleEntries(all, outdir, known);
  const stale = outdated.filter((entry) => entries.includes(entry));
  if (!only) removeOthers(outdir, entries);
  if (stale.length === 0 && known) return summary(entries, outdir, known.metafile, stale);

  const fresh = stale.length > 0 ? await bundle(stale, outdir, minify) : { inputs: {}, outputs: {} };
  const metafile: Metafile = {
    inputs: { ...known?.metafile.inputs, ...fresh.inputs },
    outputs: { ...known?.metafile.outputs, ...fresh.outputs },
  };
  // Outdated but not wanted now: forgotten, so that the next run does not take them for current.
  const waiting = outdated.filter((entry) => !stale.includes(entry));
  for (const { name } of waiting) delete metafile.outputs[outputOf(outdir, name)];
  const read = (path: string) =>
    path in fresh.inputs ? settledHash(path, started) : (known?.sources[path] ?? 'absent');
  const used = new Set(all.flatMap((entry) => [...reachable(metafile, entry.file)]));
  const sources = [...used].filter((path) => !isPackage(path) && path in metafile.inputs);
  remember(file, { settings, metafile, sources: Object.fromEntries(sources.map((path) => [path, read(path)])) });
  return summary(entries, outdir, metafile, stale);
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string', multiple: true } } });
  const { names, built, bytes } = await bundleFunctions({
    ...(values.out ? { outdir: values.out } : {}),
    ...(values.only ? { only: values.only } : {}),
  });
  const kilobytes = Math.round(names.reduce((sum, name) => sum + (bytes[name] ?? 0), 0) / 1000);
  process.stdout.write(`${names.length} functions, ${kilobytes} kB, ${built.length} built anew\n`);
}
