import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders in use by this very process, which may run several local clouds (tests do). */
const claimed = new Set<string>();

interface Claim {
  /** Process that runs the local cloud, with the command line that tells it from a later process of the same number. */
  owner: number;
  ownerCommand: string;
  engine?: number;
}

/**
 * Who uses a state folder: one local cloud at a time. An engine that a killed run left behind would answer the next run
 * from the same files without anyone noticing, so a claim ends it first.
 */
export class StateOwner {
  readonly #file: string;
  readonly #folder: string;

  /** Claims the folder. @throws when another live process has it. */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
    this.#file = join(folder, 'owner.json');
    const earlier = this.#read();
    const alive = earlier && earlier.owner !== process.pid && commandOf(earlier.owner) === earlier.ownerCommand;
    if (earlier && (alive || claimed.has(folder)))
      throw new Error(
        `The state folder ${folder} is in use by process ${earlier.owner}: stop that local cloud first, or start with another state folder.`,
      );
    if (earlier?.engine && commandOf(earlier.engine)?.includes(folder)) endProcess(earlier.engine);
    this.#write({ owner: process.pid, ownerCommand: commandOf(process.pid) ?? '' });
    claimed.add(folder);
  }

  /** Notes the engine's process, for the next start to end if this one is killed. */
  noteEngine(pid: number): void {
    this.#write({ owner: process.pid, ownerCommand: commandOf(process.pid) ?? '', engine: pid });
  }

  release(): void {
    claimed.delete(this.#folder);
    rmSync(this.#file, { force: true });
  }

  #read(): Claim | undefined {
    if (!existsSync(this.#file)) return undefined;
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as Claim;
    } catch (error) {
      throw new Error(`${this.#file} is not readable JSON: end leftover engines of ${this.#folder} and delete it.`, {
        cause: error,
      });
    }
  }

  #write(claim: Claim): void {
    writeFileSync(this.#file, JSON.stringify(claim));
  }
}

/**
 * Deletes a state folder whole, once the engine that a killed run left behind is ended.
 *
 * @throws when a live local cloud uses it
 */
export function forgetState(folder: string): void {
  if (!existsSync(folder)) return;
  const owner = new StateOwner(folder);
  try {
    rmSync(folder, { recursive: true });
  } finally {
    owner.release();
  }
}

/** The command line of a live process, or undefined. */
function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim();
  } catch (error) {
    const { code, status } = error as NodeJS.ErrnoException & { status?: number };
    // No such process: /proc says so by its error code, ps by exit status 1.
    if (code === 'ENOENT' || code === 'ESRCH' || status === 1) return undefined;
    throw error;
  }
}

function endProcess(pid: number): void {
  process.kill(pid, 'SIGKILL');
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; waited < 2000 && commandOf(pid); waited += 5) Atomics.wait(sleeper, 0, 0, 5);
}
