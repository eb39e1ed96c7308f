import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleFunctions } from '../bundle.ts';
import { COMPILED } from '../local/functions/function-worker.ts';
import { fingerprint } from './fingerprint.ts';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A step of the build with the inputs that it is cached by. */
interface Step {
  title: string;
  /** Its output: when missing, the step runs whatever the cache says. */
  output: string;
  inputs: readonly string[];
  /** Arguments that belong to the cache key. */
  args?: readonly string[];
  run: () => Promise<void>;
}

/** What is built is what is deployed, whoever asks: under a test runner's NODE_ENV the web apps would hold React's development build. */
const PRODUCTION = { NODE_ENV: 'production' };

/** CDK's check of the templates takes as long as all the rest of a synthesis; `npm run synth`, `npm run deploy` and the tests of `infra/` do it. */
const UNCHECKED = { CDK_VALIDATION: 'false' };

/** Runs Node on a script in a child process; what it prints comes out only when it fails. */
function node(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { cwd: root, env: { ...process.env, ...PRODUCTION, ...variables } };
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], options);
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`node ${args.join(' ')} failed:\n${Buffer.concat(output).toString()}`)),
    );
  });
}

async function cached({ title, output, inputs, args = [], run }: Step, say: (line: string) => void): Promise<void> {
  const note = join(root, '.cache', `${output.replaceAll('/', '-')}.hash`);
  const wanted = fingerprint(root, ['package-lock.json', ...inputs], args.join(' '));
  if (existsSync(join(root, output)) && existsSync(note) && readFileSync(note, 'utf8') === wanted) return;
  const started = Date.now();
  say(`${title} ...`);
  await run();
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(note, wanted);
  say(`${title}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

export interface Prepared {
  templates: string;
  web: { console: string; portal: string };
}

const WEB = ['web/ui/**', 'web/lib/**', 'web/features/**', 'web/public/**', 'web/*.*', 'shared/**/*.ts'];

function webApp(app: 'console' | 'portal'): Step {
  return {
    title: `Building the ${app}`,
    output: `dist/web/${app}`,
    inputs: [...WEB, `web/${app}/**`],
    args: [JSON.stringify(PRODUCTION)],
    run: () =>
      node(['node_modules/vite/bin/vite.js', 'build', '--config', `web/${app}/vite.config.ts`, '--logLevel', 'error']),
  };
}

/**
 * Everything the local cloud hosts, built when its inputs changed: generated files, function bundles, the stage's
 * templates, both web apps.
 *
 * @param origin the local stage's origin; tests use another port than `npm start`
 * @param web false leaves the web apps as they are: tests of the API need none
 */
export async function prepare(origin: string, say: (line: string) => void, web = true): Promise<Prepared> {
  await cached(
    {
      title: 'Generating contract, API document and catalogues',
      output: 'web/lib/contract.console.gen.json',
      inputs: ['shared/**/*.ts', 'events/*.ts', 'functions/**/*.entity.ts', 'infra/features/*.ts', 'scripts/docs/*.ts'],
      run: () => node(['scripts/docs/generate.ts']),
    },
    say,
  );
  const templates = `.cache/synth-${new URL(origin).port}`;
  const functions = bundleFunctions().then(({ built }) => {
    // Nothing asks for what was made of replaced code.
    if (built.length > 0) rmSync(COMPILED, { recursive: true, force: true });
    return cached(
      {
        title: 'Synthesizing the stage "local"',
        output: templates,
        inputs: ['infra/**/*.ts', 'shared/**/*.ts', 'events/*.ts', 'dist/functions/*/index.mjs'],
        args: [origin],
        run: async () => {
          rmSync(join(root, templates), { recursive: true, force: true });
          const bundled = ['--bundles', 'dist/functions'];
          await node(
            ['infra/app.ts', '--stage', 'local', '--origin', origin, '--out', templates, ...bundled],
            UNCHECKED,
          );
        },
      },
      say,
    );
  });
  const pages = async () => {
    await cached(webApp('console'), say);
    await cached(webApp('portal'), say);
  };
  await Promise.all([functions, web ? pages() : undefined]);
  return {
    templates: join(root, templates),
    web: { console: join(root, 'dist/web/console'), portal: join(root, 'dist/web/portal') },
  };
}
