import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
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

interface How {
  variables?: Readonly<Record<string, string>>;
  /** It takes what others leave of the processors. */
  patient?: boolean;
}

/** Starts a program and resolves with its exit code. @throws when it cannot be started */
export function run(command: string, args: readonly string[], how: How = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...how.variables } });
    child.on('error', reject);
    if (how.patient && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
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
    variables: { ...variables, FAIRLEAD_TEST_PORT: String(port) },
  });
  if (!existsSync(report)) return { code };
  return { code, results: JSON.parse(readFileSync(report, 'utf8')) as Results };
}
