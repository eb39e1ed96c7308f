import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { root } from '../build/prepare.ts';
import { atMost, type Row, told } from './report.ts';

/** Most kilobytes of script, compressed, that a page loads before it shows. */
export const FIRST_LOAD = { console: 170, portal: 120 } as const;
/** Most kilobytes, compressed, of a chunk that comes later. */
export const LAZY = 80;

export type WebApp = keyof typeof FIRST_LOAD;

/** The scripts of a built app and how they hang together. */
export interface BuiltApp {
  /** Scripts that index.html loads, with all that they import. */
  first: Set<string>;
  /** Pages by route, such as `c._companyId.findings`: their scripts without those of `first`. */
  routes: Map<string, Set<string>>;
  /** Compressed size of each script and style sheet in kilobytes. */
  kilobytes: Map<string, number>;
}

interface Script {
  imports: string[];
  later: string[];
}

/** Pages without the frame: nobody is signed in yet. */
const OUTSIDE =
  /(^|\.)(sign-in|second-factor|set-up-second-factor|forgot-password|reset-password|invitation|start|other-login|confirm)$/;
const STATIC = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration']);
const fileOf = (address: string) => address.slice(address.lastIndexOf('/') + 1);
const nameOf = (file: string) => file.replace(/-[\w-]{7}\.js$/, '');

/** What a script imports at once and what later. */
export function readScript(source: string): Script {
  const { body } = parseAst(source);
  return {
    imports: body.flatMap((node) => {
      const from = STATIC.has(node.type) && 'source' in node ? (node.source as { value: string } | null) : null;
      return from ? [fileOf(from.value)] : [];
    }),
    later: [...source.matchAll(/\bimport\(\s*[`"'](\.\/[^`"']+\.js)[`"']\s*\)/g)].map(([, address]) =>
      fileOf(address ?? ''),
    ),
  };
}

/** The scripts with everything that they import, and what that imports. */
function withImports(scripts: ReadonlyMap<string, Script>, from: readonly string[]): Set<string> {
  const seen = new Set(from);
  for (const file of seen) for (const imported of scripts.get(file)?.imports ?? []) seen.add(imported);
  return seen;
}

/** Names of the chunks of an app's routes: their files' own, an index bears its folder's. */
export function routeNames(app: WebApp): Set<string> {
  const files = globSync('**/*.tsx', { cwd: join(root, 'web', app, 'routes') });
  return new Set(
    files
      .map((file) => (basename(file) === 'index.tsx' ? basename(dirname(file)) : basename(file, '.tsx')))
      .map((name) => name.replaceAll('$', '_')),
  );
}

/** Every page's own chunks by route: a layout and its index page have chunks of one name, the layout's comes first. */
function pagesOf(later: readonly string[]): Map<string, string[]> {
  const isLayout = (name: string) => /(^|\.)_app$/.test(name);
  const layout = later.find((file) => isLayout(nameOf(file)));
  const pages = new Map<string, string[]>();
  for (const file of later) {
    if (file === layout) continue;
    const name = isLayout(nameOf(file)) ? `${nameOf(file)}.index` : nameOf(file);
    pages.set(name, layout && !OUTSIDE.test(name) ? [layout, file] : [file]);
  }
  return pages;
}

/**
 * Reads what Vite wrote into a folder. The layout's chunk belongs to every route but those of signing in.
 *
 * @param names of the chunks that are routes
 */
export function readApp(folder: string, names: ReadonlySet<string>): BuiltApp {
  const assets = readdirSync(join(folder, 'assets'));
  const read = (file: string) => readFileSync(join(folder, 'assets', file));
  const scripts = new Map(
    assets.filter((file) => file.endsWith('.js')).map((file) => [file, readScript(read(file).toString())]),
  );
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const loaded = [...page.matchAll(/(?:src|href)="[^"]*\/assets\/([^"]+\.js)"/g)].map(([, file]) => file ?? '');
  const first = withImports(scripts, loaded);
  const later = [...first].flatMap((file) => scripts.get(file)?.later ?? []).filter((file) => names.has(nameOf(file)));
  const routes = new Map(
    [...pagesOf(later)].map(([route, own]) => {
      const all = withImports(scripts, own);
      return [route, new Set([...all].filter((one) => !first.has(one)))];
    }),
  );
  const kilobytes = new Map(
    assets.filter((file) => /\.(js|css)$/.test(file)).map((file) => [file, gzipSync(read(file)).length / 1_000]),
  );
  return { first, routes, kilobytes };
}

/** Compressed kilobytes of some files of an app. */
export function weight({ kilobytes }: BuiltApp, files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + (kilobytes.get(file) ?? 0), 0);
}

/** Scripts that a route loads before it shows, in kilobytes. */
export function firstLoad(app: BuiltApp, route: string): number {
  return weight(app, app.first) + weight(app, app.routes.get(route) ?? []);
}

/** Routes from the heaviest to the lightest. A list has no id at its end. */
export function heaviest(app: BuiltApp, which: (route: string) => boolean = () => true): string[] {
  return [...app.routes.keys()].filter(which).toSorted((a, b) => firstLoad(app, b) - firstLoad(app, a));
}

export const isList = (route: string): boolean => !/\._\w+$/.test(route) && !/^_/.test(route);

/** Chunks that come later, the largest first. */
export function lazyChunks({ first, kilobytes }: BuiltApp): [file: string, kilobytes: number][] {
  return [...kilobytes].filter(([file]) => file.endsWith('.js') && !first.has(file)).toSorted(([, a], [, b]) => b - a);
}

/** The app as `npm start` has built it last. */
export const builtApp = (app: WebApp): BuiltApp => readApp(join(root, 'dist/web', app), routeNames(app));

/** First-load scripts, largest later chunk and style sheets of both apps. */
export function webRows(): Row[] {
  return (['console', 'portal'] as const).flatMap((name) => {
    const app = builtApp(name);
    const section = `Web, ${name}, compressed`;
    const pages = new Set(['sign-in', 'portal._mspSlug.sign-in'].filter((route) => app.routes.has(route)));
    for (const [route] of [heaviest(app, isList), heaviest(app)]) if (route) pages.add(route);
    const [file = '', size = 0] = lazyChunks(app)[0] ?? [];
    const styles = [...app.kilobytes].filter(([one]) => one.endsWith('.css')).map(([one]) => one);
    return [
      told(section, 'Scripts of index.html', `${Math.round(weight(app, app.first))} kB`),
      ...[...pages].map((route) =>
        atMost(section, `First load of ${route}`, firstLoad(app, route), FIRST_LOAD[name], 'kB'),
      ),
      atMost(section, `Largest later chunk, ${nameOf(file)}`, size, LAZY, 'kB'),
      told(section, 'Style sheets', `${weight(app, styles).toFixed(1)} kB`),
    ];
  });
}
