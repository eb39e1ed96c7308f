/**
 * What time it is for functions: the machine's own, unless it was set back, as the seed does to play what happened in earlier
 * years. From there it goes on. Callers in this process keep the machine's clock, and a deployed function knows no other.
 */
export class FunctionTime {
  #behindMs = 0;

  /** By how many milliseconds functions are behind the machine. */
  get behindMs(): number {
    return this.#behindMs;
  }

  now(): Date {
    return new Date(Date.now() - this.#behindMs);
  }

  /** Sets the clock while nothing is under way: what is, was signed by the clock before. @throws for a time to come */
  setBack(at: Date): void {
    const behindMs = Date.now() - at.getTime();
    if (!(behindMs >= 0))
      throw new Error(`Functions cannot live at ${at.toISOString()}: their clock can only be set back.`);
    this.#behindMs = behindMs;
  }

  /** Back to the machine's own time. */
  catchUp(): void {
    this.#behindMs = 0;
  }
}
