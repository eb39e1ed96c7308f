import { asProblem } from '../../../ui/problem.ts';
import { EMPTY, type Entry, nextOf, nextRelease, type Queue, type Step, stepped, type Write } from './queue.ts';

/** How often a server is asked again that does not answer. */
const RETRY_MS = 4_000;
const SIGNED_OUT = 401;
/** Too early, too many, timed out: the same request goes through later. */
const LATER: readonly number[] = [408, 425, 429];
const SERVER_FAULT = 500;

/** What stays in the browser until it is saved. */
export type Stored = Pick<Queue, 'waiting' | 'refused'>;

export interface Means {
  stored: () => Stored | undefined;
  store: (queue: Stored | undefined) => void;
  deliver: (entry: Entry) => Promise<unknown>;
  onSaved: (entry: Entry, answer: unknown) => void;
  /** The session is over: what waits is sent after the next sign-in. */
  onSignedOut: () => void;
  isOnline: () => boolean;
  now: () => number;
  newKey: () => string;
}

/** The server's own sentence when it refused for good; nothing when the same request may go through later. */
export function refusalOf(error: unknown): string | undefined {
  const problem = asProblem(error);
  if (!problem || problem.status >= SERVER_FAULT || problem.status === SIGNED_OUT) return undefined;
  return LATER.includes(problem.status) ? undefined : (problem.detail ?? problem.title);
}

/**
 * Sends what a meeting writes, one after the other, and keeps it in the browser until it is saved: through a dropped
 * connection, a server that does not answer, and a reload.
 */
export class Outbox {
  readonly #means: Means;
  readonly #listeners = new Set<() => void>();
  #queue: Queue;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;

  constructor(means: Means) {
    this.#means = means;
    this.#queue = { ...EMPTY, ...means.stored() };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly queue = (): Queue => this.#queue;

  /** @param holdMs for so long it can be taken back */
  add(write: Write, title: string, holdMs = 0): void {
    const held = holdMs > 0 ? { heldUntil: this.#means.now() + holdMs } : {};
    this.#step({ step: 'added', entry: { ...write, title, key: this.#means.newKey(), ...held } });
    if (write.kind === 'end') this.#step({ step: 'released' });
    this.wake();
  }

  undo(key: string): void {
    this.#step({ step: 'undone', key });
    // What comes back may have waited for its answer.
    this.wake();
  }

  retry(key: string): void {
    this.#step({ step: 'retried', key });
    this.wake();
  }

  drop(key: string): void {
    this.#step({ step: 'dropped', key });
  }

  /** Begins to send. Returns the way to stop. */
  start(): () => void {
    this.#running = true;
    this.wake();
    return () => {
      this.#running = false;
      clearTimeout(this.#timer);
    };
  }

  /** Sends now what may be sent: something was added, or the connection is back. */
  wake(): void {
    clearTimeout(this.#timer);
    if (!this.#running) return;
    const next = nextOf(this.#queue, this.#means.now());
    if (next && this.#means.isOnline()) void this.#send(next);
    else if (next) this.#step({ step: 'lost', key: next.key });
    else this.#wakeWhenReleased();
  }

  #wakeWhenReleased(): void {
    const at = nextRelease(this.#queue);
    if (at !== undefined && this.#queue.sending === undefined) this.#wakeIn(at - this.#means.now());
  }

  #wakeIn(ms: number): void {
    this.#timer = setTimeout(() => this.wake(), Math.max(0, ms));
  }

  async #send(entry: Entry): Promise<void> {
    const { key } = entry;
    this.#step({ step: 'sending', key });
    try {
      const answer = await this.#means.deliver(entry);
      this.#step({ step: 'saved', key });
      this.#means.onSaved(entry, answer);
      this.wake();
    } catch (error) {
      const why = refusalOf(error);
      this.#step(why === undefined ? { step: 'lost', key } : { step: 'refused', key, why });
      if (asProblem(error)?.status === SIGNED_OUT) this.#means.onSignedOut();
      if (why !== undefined) this.wake();
      else if (this.#running) this.#wakeIn(RETRY_MS);
    }
  }

  #step(step: Step): void {
    this.#queue = stepped(this.#queue, step);
    const { waiting, refused } = this.#queue;
    this.#means.store(waiting.length + refused.length > 0 ? { waiting, refused } : undefined);
    for (const listener of this.#listeners) listener();
  }
}
