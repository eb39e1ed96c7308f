import { setImmediate as turn } from 'node:timers/promises';

/**
 * What is still under way. Every hop raises the next count before it lowers its own (a stream record is counted before
 * the commit is answered, a queue message before PutEvents is), so all counts at nought means that nothing will follow.
 */
export class Activity {
  readonly #counts = new Map<string, number>();
  readonly #probes = new Map<string, () => number>();
  readonly #waiting = new Set<() => void>();

  /** Counts one piece of work of this kind; call what is returned when it is done. */
  begin(kind: string): () => void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
    let done = false;
    return () => {
      if (done) return;
      done = true;
      this.#counts.set(kind, (this.#counts.get(kind) ?? 1) - 1);
      this.changed();
    };
  }

  /** Adds a count that is asked for rather than told, such as a queue's messages. */
  watch(kind: string, count: () => number): void {
    this.#probes.set(kind, count);
  }

  /** Says that a watched count may have fallen. */
  changed(): void {
    for (const check of [...this.#waiting]) check();
  }

  /** What is left, for an error message: `2 queue message, 1 execution`. */
  left(): string {
    const counts = [...this.#counts, ...[...this.#probes].map(([kind, count]) => [kind, count()] as const)];
    return counts.flatMap(([kind, count]) => (count > 0 ? [`${count} x ${kind}`] : [])).join(', ');
  }

  /** Resolves when nothing is left. @throws after `timeoutMs`, naming what is. */
  async idle(timeoutMs: number): Promise<void> {
    await turn();
    if (this.left() === '') return;
    await new Promise<void>((resolve, reject) => {
      const check = () => {
        if (this.left() !== '') return;
        this.#waiting.delete(check);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`Not idle after ${timeoutMs / 1000} s: ${this.left()} left.`));
      }, timeoutMs);
      this.#waiting.add(check);
    });
  }
}
