import { fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../build/prepare.ts';

/**
 * Runs a script of this folder in a process of its own, gives it an order and takes its one answer.
 * @throws with what it wrote to standard error when it ends without one
 */
export function inChild<Order, Result>(script: string, order: Order, execArgv: string[] = []): Promise<Result> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, script), {
      cwd: root,
      execArgv: ['--disable-warning=ExperimentalWarning', ...execArgv],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const said: Buffer[] = [];
    let result: Result | undefined;
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk));
    child.on('message', (message) => {
      result = message as Result;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (result !== undefined) resolve(result);
      else reject(new Error(`${script} ended with ${code}: ${Buffer.concat(said).toString().slice(-2_000)}`));
    });
    child.send(order as object);
  });
}
