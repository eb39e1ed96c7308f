/** Since it began: whether everything that was written has been saved. */
export interface Watch {
  /** Waits for what is under way. */
  isAllSaved: () => Promise<boolean>;
}

/** Writes of a page that go on in the background, each of which tells in the end whether it was saved. */
export class UnderWay {
  readonly #running = new Set<Promise<void>>();
  #failed = 0;

  add(write: Promise<boolean>): void {
    const run = write.then((isSaved) => {
      this.#running.delete(run);
      if (!isSaved) this.#failed += 1;
    });
    this.#running.add(run);
  }

  watch(): Watch {
    const before = this.#failed;
    return {
      isAllSaved: async () => {
        while (this.#running.size > 0) await Promise.all(this.#running);
        return this.#failed === before;
      },
    };
  }
}
