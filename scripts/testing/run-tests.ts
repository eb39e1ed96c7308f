import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../build/prepare.ts';

/** Tests of projects in `vitest.config.ts`. */
export interface Tests {
  /** More than one share a process and a local cloud, whose functions then start once for all of them. */
  projects: readonly string[];
  /** Of their local cloud; tests that start others take the ports above it. */
  port: number;
  /** More arguments: files, `-t` and a part of a name. */
  args?: readonly string[];
  variables?: Readonly<Record<string, string>>;
}

/** As much of vitest's report as is read. */
export interface Results {
  numPassedTests: number;
  numFailedTests: number;
  testResults: {
    name: string;
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** Starts a program and resolves with its exit code. @throws when it cannot be started */
export function run(command: string, args: readonly string[], variables: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...variables } });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs tests. `results` is missing when they did not even begin. */
export async function runTests({
  projects,
  port,
  args = [],
  variables = {},
}: Tests): Promise<{ code: number; results?: Results }> {
  const report = join(root, '.cache', `vitest-${projects.join('-')}-${port}.json`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const which = projects.flatMap((project) => ['--project', project]);
  const how = ['run', ...which, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(process.execPath, [vitest, ...how, ...args], {
    ...variables,
    FAIRLEAD_TEST_PORT: String(port),
  });
  if (!existsSync(report)) return { code };
  return { code, results: JSON.parse(readFileSync(report, 'utf8')) as Results };
}
