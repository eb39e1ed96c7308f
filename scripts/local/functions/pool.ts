import { totalmem } from 'node:os';
import { Closing, FunctionFailure } from './failure.ts';
import type { FunctionWorker } from './function-worker.ts';
import type { LambdaFunction } from './lambda-function.ts';

const PER_FUNCTION = 2;
const FEWEST = 14;
const MOST = 80;
/** What a worker takes once it has handled a few events. */
const WORKER_BYTES = 40 * 2 ** 20;
/** Places that background work leaves free. */
const FOR_PEOPLE = 8;

/** How many workers may live: what fits into an eighth of the memory that this process may use. */
export function placesIn(
  memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
): number {
  return Math.min(MOST, Math.max(FEWEST, Math.floor(memory / 8 / WORKER_BYTES)));
}

/** A worker's place. Its thread is started with the first event and anew after each death. */
interface Slot {
  fn: LambdaFunction;
  worker: FunctionWorker | undefined;
  /** Its worker runs code that has been replaced: the next event gets a new one. */
  outdated: boolean;
  busy: boolean;
  lastUsed: number;
}

interface Waiter {
  fn: LambdaFunction;
  give: (slot: Slot) => void;
  refuse: (reason: Error) => void;
}

/** The right to one worker of a function for several events in a row. */
export interface Lease {
  /** Resolves when the worker has loaded its function, or has died of it: the next event tells. */
  ready(): Promise<void>;
  /** @throws FunctionFailure */
  invoke(event: unknown): Promise<unknown>;
  release(): void;
}

/**
 * Lends out workers: one event at a time each, at most 2 a function and as many alive as memory allows. Background work
 * leaves 8 of these places free, so that an API call always finds one. A full house ends the idle worker that was used
 * longest ago: a start costs the processor as much as twenty events, so places are worth their memory. Ended workers'
 * memory is not given back by the process, which is why their number is capped rather than their idle time.
 */
export class WorkerPool {
  readonly #start: (fn: LambdaFunction) => FunctionWorker;
  readonly #failed: (fn: LambdaFunction, failure: FunctionFailure) => void;
  readonly #places: number;
  readonly #slots = new Set<Slot>();
  readonly #waiting: Waiter[] = [];
  #uses = 0;
  #closed = false;

  /** @param failed hears of every call that failed, as Lambda writes each to the function's log. */
  constructor(
    start: (fn: LambdaFunction) => FunctionWorker,
    failed: (fn: LambdaFunction, failure: FunctionFailure) => void,
    places = placesIn(),
  ) {
    this.#start = start;
    this.#failed = failed;
    this.#places = places;
  }

  /** Runs one event and returns the parsed answer. @throws FunctionFailure */
  async invoke(fn: LambdaFunction, event: unknown): Promise<unknown> {
    const lease = await this.lease(fn);
    try {
      return await lease.invoke(event);
    } finally {
      lease.release();
    }
  }

  /** Waits for a worker of the function. @throws Closing */
  async lease(fn: LambdaFunction): Promise<Lease> {
    const slot = await new Promise<Slot>((give, refuse) => {
      if (this.#closed) return refuse(new Closing());
      this.#waiting.push({ fn, give, refuse });
      this.#serve();
    });
    const worker = (): FunctionWorker => {
      if (this.#closed) throw new Closing();
      if (slot.outdated) void slot.worker?.end();
      if (slot.outdated || !slot.worker?.alive) slot.worker = this.#start(fn);
      slot.outdated = false;
      return slot.worker;
    };
    return {
      ready: async () => worker().ready(),
      invoke: async (event) => {
        const own = worker();
        try {
          return JSON.parse(await own.invoke(event));
        } catch (error) {
          if (error instanceof FunctionFailure) this.#failed(fn, error);
          throw error;
        }
      },
      release: () => {
        slot.busy = false;
        slot.lastUsed = ++this.#uses;
        if (slot.worker && !slot.worker.alive) this.#slots.delete(slot);
        this.#serve();
      },
    };
  }

  /** True when somebody waits for a worker: a holder of a long lease should then let go. */
  get contended(): boolean {
    return this.#waiting.length > 0;
  }

  /** The function's code has changed: events in flight end with the old one, all later ones get the new. */
  replace(fn: LambdaFunction): void {
    for (const slot of this.#slots) if (slot.fn === fn) slot.outdated = true;
  }

  /** How many workers live, by function name. */
  alive(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { fn, worker } of this.#slots) if (worker?.alive) counts.set(fn.name, (counts.get(fn.name) ?? 0) + 1);
    return counts;
  }

  /** A worker that is at work on an event which mentions this text. */
  serving(text: string): FunctionWorker | undefined {
    return [...this.#slots].find(({ busy, worker }) => busy && worker?.alive && worker.event.includes(text))?.worker;
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) waiter.refuse(new Closing());
    await Promise.all([...this.#slots].map((slot) => slot.worker?.end()));
    this.#slots.clear();
  }

  /** Gives places to those who wait, in their order; one who cannot have a place does not hold up the next. */
  #serve(): void {
    for (let index = 0; index < this.#waiting.length; ) {
      const waiter = this.#waiting[index];
      const slot = waiter && this.#place(waiter.fn);
      if (!waiter || !slot) {
        index++;
        continue;
      }
      this.#waiting.splice(index, 1);
      slot.busy = true;
      waiter.give(slot);
    }
  }

  #place(fn: LambdaFunction): Slot | undefined {
    const own = [...this.#slots].filter((slot) => slot.fn === fn);
    const idle = own.find((slot) => !slot.busy);
    if (idle) return idle;
    if (own.length >= PER_FUNCTION || !this.#makeRoom(fn.background)) return undefined;
    const slot: Slot = { fn, worker: undefined, outdated: false, busy: false, lastUsed: ++this.#uses };
    this.#slots.add(slot);
    return slot;
  }

  #makeRoom(background: boolean): boolean {
    const inBackground = [...this.#slots].filter((slot) => slot.fn.background);
    if (background && inBackground.length >= this.#places - FOR_PEOPLE) return this.#evict(inBackground);
    if (this.#slots.size >= this.#places) return this.#evict([...this.#slots]);
    return true;
  }

  #evict(candidates: Slot[]): boolean {
    const idle = candidates.filter((slot) => !slot.busy).sort((a, b) => a.lastUsed - b.lastUsed)[0];
    if (!idle) return false;
    this.#slots.delete(idle);
    void idle.worker?.end();
    return true;
  }
}
