/** Whether everything has been saved that was written since it began, and all that was typed before. */
export interface Watch {
  /** Waits for what is under way. */
  isAllSaved: () => Promise<boolean>;
}

/** Writes of a page that go on in the background, each of which tells in the end whether it was saved. */
export class UnderWay {
  readonly #running = new Set<Promise<void>>();
  readonly #unsaved = new Set<string>();
  #failed = 0;

  /** @param typed names what stays on the page as it was typed when it is not saved; anything else springs back there */
  add(write: Promise<boolean>, typed?: string): void {
    const run = write.then((isSaved) => {
      this.#running.delete(run);
      if (!isSaved) this.#failed += 1;
      if (typed === undefined) return;
      if (isSaved) this.#unsaved.delete(typed);
      else this.#unsaved.add(typed);
    });
    this.#running.add(run);
  }

  watch(): Watch {
    const before = this.#failed;
    return {
      isAllSaved: async () => {
        while (this.#running.size > 0) await Promise.all(this.#running);
        return this.#failed === before && this.#unsaved.size === 0;
      },
    };
  }
}
