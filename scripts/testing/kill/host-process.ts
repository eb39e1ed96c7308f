import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Mail } from '../../../functions/_kit/testing/world.ts';

export interface Place {
  templates: string;
  state: string;
  port: number;
}

/** A host of the product in a process group of its own. */
export class HostProcess {
  /** Process of the DynamoDB engine, as the state folder names it. */
  readonly engine: number;
  readonly #child: ChildProcess;
  readonly #control: string;
  readonly #state: string;

  private constructor(child: ChildProcess, control: string, state: string) {
    this.#child = child;
    this.#control = control;
    this.#state = state;
    this.engine = (JSON.parse(readFileSync(join(state, 'owner.json'), 'utf8')) as { engine: number }).engine;
  }

  /** Resolves when the host serves. @throws when it ends before */
  static async start({ templates, state, port }: Place): Promise<HostProcess> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'host.ts'), templates, state, String(port)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    });
    if (!child.stdout) throw new Error('The host has no output.');
    const died = once(child, 'exit').then(() => Promise.reject(new Error('The host ended before it served.')));
    const [line] = (await Promise.race([once(createInterface(child.stdout), 'line'), died])) as [string];
    died.catch(() => undefined);
    return new HostProcess(child, (JSON.parse(line) as { control: string }).control, state);
  }

  /** `kill -9` of the whole group, or of the host alone, which leaves its engine behind. */
  async kill(what: 'everything' | 'the host alone'): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined) throw new Error('The host has no process.');
    const gone = once(this.#child, 'exit');
    process.kill(what === 'everything' ? -pid : pid, 'SIGKILL');
    await gone;
  }

  /** Ends it as Ctrl+C does. */
  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await gone;
  }

  /** Whether an engine of this state folder still runs under that number. */
  runs(engine: number): boolean {
    // Nobody may have collected an ended process yet: then its entry is there without a command line.
    const command = `/proc/${engine}/cmdline`;
    return existsSync(command) && readFileSync(command, 'utf8').includes(this.#state);
  }

  /** Resolves when no fact, message, workflow or mail is under way. */
  idle = () => this.#ask<void>('idle', { timeoutMs: 120_000 });
  mailsTo = (address: string) => this.#ask<Mail[]>('mailsTo', { address });
  /** Variables and credentials of a deployed function. */
  environmentOf = (functionName: string) => this.#ask<Record<string, string>>('environment', { functionName });

  async #ask<T>(verb: string, body: object = {}): Promise<T> {
    const response = await fetch(`${this.#control}/${verb}`, { method: 'POST', body: JSON.stringify(body) });
    const { value, message } = (await response.json()) as { value: T; message?: string };
    if (!response.ok) throw new Error(message ?? `The switch ${verb} failed.`);
    return value;
  }
}
