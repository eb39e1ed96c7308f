import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Cloud, CloudOptions } from '../cloud.ts';

const HERE = import.meta.dirname;
const CACHE = resolve(HERE, '../../../.cache/local-cloud-fixture');

/** The synthesized fixture app. Bundling and synthesis take seconds, so the result is kept by the hash of its sources. */
export async function fixtureTemplates(): Promise<string> {
  const functions = readdirSync(join(HERE, 'functions')).map((file) => join(HERE, 'functions', file));
  const sources = [...functions, join(HERE, 'fixture-stack.ts'), join(HERE, 'fixture-edge.ts')];
  const hash = createHash('sha256');
  for (const file of [...sources, resolve(HERE, '../../../package.json')]) hash.update(readFileSync(file));
  const target = join(CACHE, hash.digest('hex').slice(0, 16));
  if (!existsSync(target)) await synthesize(functions, target);
  return target;
}

async function synthesize(functions: string[], target: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'work-'));
  const handlers = functions.filter((file) => !['wall.ts', 'outbox.ts'].includes(basename(file)));
  await build({
    entryPoints: handlers.map((file) => ({ in: file, out: `${basename(file, '.ts')}/index` })),
    outdir: join(work, 'bundles'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const { App } = await import('aws-cdk-lib');
  const { FixtureStack } = await import('./fixture-stack.ts');
  const app = new App({ outdir: join(work, 'synth') });
  new FixtureStack(app, join(work, 'bundles'));
  app.synth();
  // Test files run side by side: whoever comes second leaves what the first one made.
  if (!existsSync(target)) renameSync(join(work, 'synth'), target);
  rmSync(work, { recursive: true });
  const outdated = readdirSync(CACHE).filter((name) => name !== basename(target) && !name.startsWith('work-'));
  for (const name of outdated) rmSync(join(CACHE, name), { recursive: true, force: true });
}

/** A local cloud with the fixture app and a state folder of its own, which goes with it. */
export async function startFixture(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const { startCloud } = await import('../cloud.ts');
  const state = options.state ?? mkdtempSync(join(tmpdir(), 'fairlead-cloud-'));
  const cloud = await startCloud({ templates: await fixtureTemplates(), state, ...options });
  return {
    ...cloud,
    close: async () => {
      await cloud.close();
      if (!options.state) rmSync(state, { recursive: true, force: true });
    },
  };
}
