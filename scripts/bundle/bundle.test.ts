import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Entity } from 'electrodb';
import type { Metafile } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BundleOptions, bundleFunctions, functionEntries } from '../bundle.ts';

let folder: string;
beforeEach(() => {
  // Inside the repository, so that packages resolve.
  mkdirSync('.cache', { recursive: true });
  folder = mkdtempSync(resolve('.cache', 'bundle-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a source, dated back: bundling takes files saved while it ran for still changing. */
function source(file: string, text: string): void {
  const path = join(folder, 'functions', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  utimesSync(path, 1_700_000_000, 1_700_000_000);
}

function bundle(options: BundleOptions = {}) {
  const places = { root: join(folder, 'functions'), outdir: join(folder, 'out'), cache: join(folder, 'cache') };
  return bundleFunctions({ ...places, ...options });
}

/** Files of which something is in a function's bundle. */
function heldBy({ outputs }: Metafile, name: string): string[] {
  const output = Object.entries(outputs).find(([path]) => path.endsWith(`${name}/index.mjs`))?.[1];
  return Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
}

const bundled = (name: string) => readFileSync(join(folder, 'out', name, 'index.mjs'), 'utf8');

function twoFunctions(): void {
  source('_kit/answer.ts', 'export const answer: number = 42;\n');
  source('goals/api.ts', "import { answer } from '../_kit/answer.ts';\nexport const handler = async () => answer;\n");
  source('goals/on-goal-created.ts', 'export const handler = async () => 0;\n');
}

describe('functions are found by file name', () => {
  test('each kind by its first word; tests, services and the kit are none', () => {
    const files = [
      'api',
      'on-a-b',
      'schedule-s',
      'dispatch-d',
      'stream-o',
      'steps/pull',
      'goals.service',
      'goal.entity',
    ];
    for (const file of [...files, 'api.test', 'steps/pull.test']) source(`goals/${file}.ts`, '');
    source('_kit/api.ts', '');
    expect(functionEntries(join(folder, 'functions')).map(({ name }) => name)).toEqual([
      'goals-api',
      'goals-dispatch-d',
      'goals-on-a-b',
      'goals-schedule-s',
      'goals-step-pull',
      'goals-stream-o',
    ]);
  });

  test('a repository without functions has none', () => {
    expect(functionEntries(join(folder, 'functions'))).toEqual([]);
  });
});

describe('bundles', () => {
  test('run as they are, with their imports inside', async () => {
    twoFunctions();
    const { names, bytes } = await bundle();
    expect(names).toEqual(['goals-api', 'goals-on-goal-created']);
    expect(bytes['goals-api']).toBe(bundled('goals-api').length);
    const { handler } = await import(pathToFileURL(join(folder, 'out/goals-api/index.mjs')).href);
    expect(await handler()).toBe(42);
  });

  test('are not built again when nothing changed', async () => {
    twoFunctions();
    const first = await bundle();
    const second = await bundle();
    expect(first.built).toEqual(['goals-api', 'goals-on-goal-created']);
    expect(second).toEqual({ ...first, built: [] });
  });

  test('are built again by themselves when one of their sources changes', async () => {
    twoFunctions();
    await bundle();
    const untouched = bundled('goals-on-goal-created');
    source('_kit/answer.ts', 'export const answer: number = 43;\n');
    const { built } = await bundle();
    expect(built).toEqual(['goals-api']);
    expect(bundled('goals-api')).toContain('43');
    expect(bundled('goals-on-goal-created')).toBe(untouched);
  });

  test('that are out of date stay so while only another is wanted', async () => {
    source('_kit/answer.ts', 'export const answer: number = 42;\n');
    for (const file of ['goals/api.ts', 'plans/api.ts']) {
      source(file, "import { answer } from '../_kit/answer.ts';\nexport const handler = async () => answer;\n");
    }
    await bundle();
    source('_kit/answer.ts', 'export const answer: number = 43;\n');
    expect((await bundle({ only: ['plans-api'] })).built).toEqual(['plans-api']);
    expect((await bundle()).built).toEqual(['goals-api']);
  });

  test('are built again when their file is gone or the options change', async () => {
    twoFunctions();
    await bundle();
    rmSync(join(folder, 'out/goals-api'), { recursive: true });
    expect((await bundle()).built).toEqual(['goals-api']);
    expect((await bundle({ minify: false })).built).toHaveLength(2);
  });

  test('are built again when a source was saved while they were built', async () => {
    twoFunctions();
    const soon = Date.now() / 1000 + 60;
    utimesSync(join(folder, 'functions/_kit/answer.ts'), soon, soon);
    await bundle();
    expect((await bundle()).built).toEqual(['goals-api']);
  });

  test('of functions that are no more are removed', async () => {
    twoFunctions();
    await bundle();
    rmSync(join(folder, 'functions/goals/on-goal-created.ts'));
    await bundle();
    expect(readdirSync(join(folder, 'out'))).toEqual(['goals-api']);
  });

  test('leave out the model validator of electrodb and the languages and rarer parts of zod', async () => {
    source(
      'goals/api.ts',
      "import { z } from 'zod';\nimport { Entity } from 'electrodb';\nexport const handler = () => [z.object({}), Entity];\n",
    );
    const { metafile } = await bundle();
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.filter((path) => path.includes('node_modules/jsonschema/'))).toEqual([]);
    expect(inputs.filter((path) => path.includes('/locales/')).map((path) => path.split('/locales/')[1])).toEqual([
      'en.js',
      'index.js',
    ]);
    expect(heldBy(metafile, 'goals-api').filter((path) => path.endsWith('/from-json-schema.js'))).toEqual([]);
  });

  test('hold of the AWS SDK what they call, also where electrodb would bring all of it', async () => {
    const imports =
      "import { DynamoDBClient } from '@aws-sdk/client-dynamodb';\nimport { GetCommand } from '@aws-sdk/lib-dynamodb';\n";
    source(
      'goals/api.ts',
      `${imports}import { Entity } from 'electrodb';\nexport const handler = () => [DynamoDBClient, GetCommand, Entity];\n`,
    );
    const { metafile } = await bundle();
    const held = heldBy(metafile, 'goals-api').filter((path) => path.includes('/client-dynamodb/'));
    const files = held.map((path) => path.slice(path.lastIndexOf('/') + 1));
    expect(files).toContain('GetItemCommand.js');
    expect(files).not.toContain('CreateTableCommand.js');
    expect(files).not.toContain('DynamoDB.js');
  });

  test('build an entity when it is first used, and as electrodb itself does', async () => {
    const model = {
      model: { entity: 'goal', version: '1', service: 'app' },
      attributes: { goalId: { type: 'string', required: true } },
      indexes: { byId: { pk: { field: 'pk', composite: ['goalId'], casing: 'none' } } },
    } as const;
    source(
      'goals/api.ts',
      `import { Entity } from 'electrodb';
      const Goal = new Entity(${JSON.stringify(model)});
      const Broken = new Entity({ model: {} });
      export const handler = async (name) => ({ Goal, Broken })[name].get({ goalId: 'one' }).params({ table: 'app' });\n`,
    );
    await bundle();
    const { handler } = await import(pathToFileURL(join(folder, 'out/goals-api/index.mjs')).href);
    const bySelf = new Entity(model).get({ goalId: 'one' }).params({ table: 'app' });
    expect(await handler('Goal')).toEqual(bySelf);
    await expect(handler('Broken')).rejects.toThrow();
  });

  test('take the modules of Node without opening all that they export', async () => {
    source(
      'goals/api.ts',
      `import http, { Agent } from 'node:http';
      import * as path from 'path';
      const later = import('node:https');
      export const handler = async () => [http.Agent === Agent, path.join('a', 'b'), typeof (await later).request];\n`,
    );
    await bundle();
    const { handler } = await import(pathToFileURL(join(folder, 'out/goals-api/index.mjs')).href);
    expect(await handler()).toEqual([true, 'a/b', 'function']);
    expect(bundled('goals-api')).not.toMatch(/\bimport\s*[({"'\w*]/);
  });

  test('of a function that does not exist are refused', async () => {
    await expect(bundle({ only: ['goals-api'] })).rejects.toThrow('There is no function "goals-api" under');
  });

  test('of a source that does not compile are refused', async () => {
    source('goals/api.ts', "import { nothing } from './nothing.ts';\nexport const handler = nothing;\n");
    await expect(bundle()).rejects.toThrow(/Could not resolve/);
  });
});
