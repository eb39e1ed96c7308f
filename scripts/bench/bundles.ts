import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../build/prepare.ts';
import { type Bundles, bundleFunctions } from '../bundle.ts';
import { atMost, median, type Row, told } from './report.ts';

/** Most bytes of an API function's bundle. */
export const API_BYTES = 1_000_000;
const INIT_MS = 100;
const STARTS = 9;

export const isApi = (name: string): boolean => name.endsWith('-api');

/** Packages that must never reach a bundle: they cost start-up time, and nothing of theirs runs there. */
export const BANNED = ['jsonschema', 'aws-cdk-lib', '@orpc/zod', 'react', 'typescript', 'vitest'];

/** Banned packages among a bundling's inputs. */
export function bannedIn({ metafile }: Bundles): string[] {
  const inputs = Object.keys(metafile.inputs);
  return BANNED.filter((name) => inputs.some((path) => path.includes(`node_modules/${name}/`)));
}

/** Whether a function's bundle has code of a folder, such as `client-s3`. */
export function holds({ metafile }: Bundles, name: string, folder: string): boolean {
  const [, bundle] = Object.entries(metafile.outputs).find(([path]) => path.endsWith(`/${name}/index.mjs`)) ?? [];
  return Object.keys(bundle?.inputs ?? {}).some((path) => path.includes(`/${folder}/`));
}

interface Start {
  /** Milliseconds from start to end of the process. */
  wall: number;
  /** Milliseconds of processor time: what of it does not depend on who else is at work. */
  cpu: number;
}

const ENDS = 'const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000));';

/** What a module prints that runs in a process of its own. @throws when it fails */
function printed(script: string): string {
  const args = ['--input-type=module', '--eval', `${script} process.exit(0)`];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`A bundle does not load: ${stderr.slice(0, 1_000)}`);
  return stdout;
}

function start(script: string): Start {
  const started = performance.now();
  const cpu = Number(printed(`${script}; ${ENDS}`));
  return { wall: performance.now() - started, cpu };
}

/** What loading a module adds to an empty process: medians of starts in turn. */
function initTime(address: string): Start {
  const [empty, loaded]: [Start[], Start[]] = [[], []];
  for (let round = 0; round < STARTS; round += 1) {
    empty.push(start(''));
    loaded.push(start(`await import(${JSON.stringify(address)})`));
  }
  const added = (of: keyof Start) => median(loaded.map((one) => one[of])) - median(empty.map((one) => one[of]));
  return { wall: added('wall'), cpu: added('cpu') };
}

const NOTES_FORMATS = `
  let made = false;
  const noting = (own) => new Proxy(own, {
    construct: (of, given) => { made = true; return Reflect.construct(of, given); },
    apply: (of, self, given) => { made = true; return Reflect.apply(of, self, given); },
  });
  for (const kind of ['NumberFormat', 'DateTimeFormat', 'PluralRules', 'RelativeTimeFormat', 'ListFormat', 'Collator'])
    Intl[kind] = noting(Intl[kind]);
  for (const { prototype } of [Number, BigInt, Date])
    for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'])
      if (prototype[name]) prototype[name] = noting(prototype[name]);
`;

/** Which of these modules, by address, make a format of dates or numbers while they load: the first opens ICU's data. */
export function formatsAtLoad(addresses: readonly string[]): string[] {
  const loadEach = `
    const found = [];
    for (const address of ${JSON.stringify(addresses)}) {
      made = false;
      await import(address);
      if (made) found.push(address);
    }
    process.stdout.write(JSON.stringify(found));`;
  return JSON.parse(printed(NOTES_FORMATS + loadEach)) as string[];
}

/** Where a function's bundle lies. */
export const addressOf = (name: string): string => pathToFileURL(join(root, 'dist/functions', name, 'index.mjs')).href;

/** Size of every bundle, and how long an API function's module takes to load. */
export async function bundleRows(): Promise<Row[]> {
  const bundles = await bundleFunctions();
  const kilobytes = (name: string) => (bundles.bytes[name] ?? 0) / 1_000;
  const apis = bundles.names.filter(isApi);
  const workers = bundles.names.filter((name) => !isApi(name)).toSorted((a, b) => kilobytes(b) - kilobytes(a));
  const [largest = '', ...others] = workers;
  const sizes = apis.map((name) => atMost('Bundle of an API function', name, kilobytes(name), API_BYTES / 1_000, 'kB'));
  const inits = apis.map((name) => {
    const { wall, cpu } = initTime(addressOf(name));
    const section = `Module init, processor time of a fresh process less an empty one, median of ${STARTS}`;
    return atMost(section, name, cpu, INIT_MS, 'ms', `${Math.round(wall)} ms by the clock`);
  });
  const typical = median(others.map(kilobytes));
  return [
    ...sizes,
    told('Bundle of a worker function', `largest, ${largest}`, `${Math.round(kilobytes(largest))} kB`),
    told('Bundle of a worker function', `median of ${workers.length}`, `${Math.round(typical)} kB`),
    ...inits,
  ];
}
