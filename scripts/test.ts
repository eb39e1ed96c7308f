import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { browserPath, QUICK_BROWSER } from '../web/testing/launch-browser.ts';
import { prepare, root } from './build/prepare.ts';
import { stale } from './docs/generate.ts';
import { failuresOf } from './testing/failures.ts';
import { run, runTests } from './testing/run-tests.ts';

interface Counts {
  passed: number;
  failed: number;
  /** What failed, as lines. */
  failures: readonly string[];
}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

/** A check that passes or fails as a whole. */
async function check(title: string, ...steps: (() => Promise<number>)[]): Promise<Counts> {
  const started = Date.now();
  const codes = await Promise.all(steps.map((step) => step()));
  const failed = codes.some((code) => code !== 0);
  process.stdout.write(`${failed ? 'FAILED' : 'ok    '} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)\n`);
  return { passed: failed ? 0 : 1, failed: failed ? 1 : 0, failures: failed ? [title] : [] };
}

/** Ports of the local clouds of tests: of those that run side by side, each has one of its own. */
const PORTS = [4610, 4620, 4630] as const;

type Port = (typeof PORTS)[number];

async function vitest(projects: readonly string[], port: Port): Promise<Counts> {
  const { code, results } = await runTests({ projects, port });
  const title = `tests: ${projects.join(', ')}`;
  if (!results) return { passed: 0, failed: 1, failures: [`${title} did not begin`] };
  const failures = failuresOf(results);
  // A fault outside of any test, or a file that did not load, fails the run as well.
  if (code !== 0 && failures.length === 0) failures.push(`${title}, by something that no test is to blame for`);
  const failed = results.numFailedTests;
  return { passed: results.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed, failures };
}

/** Tests of a port, one group of projects after the other: the next that none has taken yet. */
async function inTurn(port: Port, waiting: (readonly string[])[]): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (let next = waiting.shift(); next; next = waiting.shift()) counts.push(await vitest(next, port));
  return counts;
}

const PDF_TO_TEXT = '/usr/bin/pdftotext';
/** Where packages are out of reach, the browser that is there will do: nobody waits for them long. */
const IMPATIENT = ['http', 'https']
  .flatMap((way) => ['-o', `Acquire::${way}::Timeout=10`])
  .concat('-o', 'Acquire::Retries=0');

/** A browser and pdftotext, installed where this user may; else one sentence says what is missing. */
async function needBrowser(): Promise<number> {
  const complete = (browser = browserPath()) => browser !== undefined && [browser, PDF_TO_TEXT].every(existsSync);
  if (complete(QUICK_BROWSER)) return 0;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stdout.write('Installing chromium for the browser tests ...\n');
    const apt = (...args: string[]) => run('apt-get', [...IMPATIENT, ...args]);
    const install = (browser: string) => apt('install', '--yes', '-qq', browser, 'poppler-utils');
    await apt('update', '-qq');
    await install('chromium-headless-shell');
    // Older distributions have no package of it, and then nothing came with it either.
    if (!complete()) await install('chromium');
  }
  if (complete()) return 0;
  process.stderr.write(
    'The browser tests need chromium and pdftotext. Install them (Debian: apt-get install chromium poppler-utils) and run again.\n',
  );
  return 1;
}

async function generatedFresh(): Promise<number> {
  const files = await stale();
  if (files.length === 0) return 0;
  process.stderr.write(
    `Out of date: ${files.join(', ')}. Run \`node scripts/docs/generate.ts\` and commit the result.\n`,
  );
  return 1;
}

async function prepared(): Promise<number> {
  const say = (line: string) => process.stdout.write(`       ${line}\n`);
  const [first, ...others] = PORTS.map((port) => `http://127.0.0.1:${port}`);
  await prepare(first ?? '', say);
  await Promise.all(others.map((origin) => prepare(origin, say, false)));
  return 0;
}

/** One after the other, until one is wrong. In one thread: several would each work out the contracts' types anew. */
async function typesOf(folders: readonly string[]): Promise<number> {
  for (const folder of folders) {
    const code = await run(bin('tsc'), ['--singleThreaded', '-p', join(folder, 'tsconfig.json')], { patient: true });
    if (code !== 0) return code;
  }
  return 0;
}

const results: Counts[] = [];
results.push(await check('generated files are fresh', generatedFresh));
// Types wait for nothing, and nothing waits for them: they are worked out, in a thread each, in what tests leave of the processors.
const types = check(
  'types',
  () => typesOf(['.', 'web/portal']),
  () => typesOf(['web/console', 'web/testing']),
);
// Packages come over the network, while the build has the processors.
results.push(
  ...(await Promise.all([
    check('format and lint', () => run(bin('biome'), ['ci', '--reporter=summary', '.'])),
    check('build: bundles, templates, web apps', prepared),
    check('browser', needBrowser),
  ])),
);
// All of them wait a lot, for their clouds or for a page: three at a time make good use of two cores. The longest go first,
// so that all end at about the same time on any machine.
const waiting = [['features'], ['demo-journeys', 'journeys'], ['trials', 'kit'], ['rules'], ['gallery'], ['web-rules']];
const tested = await Promise.all(PORTS.map((port) => inTurn(port, waiting)));
results.push(await types, ...tested.flat());

const sumOf = (what: 'passed' | 'failed') => results.reduce((sum, counts) => sum + counts[what], 0);
const failed = sumOf('failed');
// Told last, so that it is at hand where only the end of a long output is kept.
for (const line of results.flatMap(({ failures }) => failures)) process.stdout.write(`\n${line}`);
process.stdout.write(`\n${sumOf('passed')} passed, ${failed} failed\n`);
process.exit(failed === 0 ? 0 : 1);
