import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/prepare.ts';
import { atMost, type Row } from './report.ts';

const COLD_SECONDS = 15;
const WARM_SECONDS = 2;
const SOURCES = ['infra', 'functions', 'web', 'shared', 'events', 'scripts'];
const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'cdk.json', '.gitignore'];

/** A copy of the sources as after a fresh install: packages there, nothing built yet. */
function freshCopy(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of [...SOURCES, ...FILES]) cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

/** Seconds from starting the process until the sign-in page was answered. */
function secondsToSignIn(copy: string, origin: string, state: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let answered: number | undefined;
    const said: Buffer[] = [];
    const script = join(copy, 'scripts/bench/start-probe.ts');
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, origin, state], {
      cwd: copy,
    });
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('answered')) answered ??= (performance.now() - started) / 1_000;
    });
    child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('error', reject);
    child.on('close', () => {
      if (answered !== undefined) resolve(answered);
      else reject(new Error(`The start failed: ${Buffer.concat(said).toString().slice(-2_000)}`));
    });
  });
}

/** Start to sign-in page: with nothing built, and again with everything built and the state there. */
export async function startRows(folder: string, port: number): Promise<Row[]> {
  const copy = join(folder, 'copy');
  freshCopy(copy);
  const origin = `http://127.0.0.1:${port}`;
  const state = join(folder, 'start-state');
  const section = 'Start to sign-in page, after install';
  const cold = await secondsToSignIn(copy, origin, state);
  const warm = await secondsToSignIn(copy, origin, state);
  return [
    atMost(section, 'cold: nothing built', cold, COLD_SECONDS, 's'),
    atMost(section, 'warm: everything built', warm, WARM_SECONDS, 's'),
  ];
}
